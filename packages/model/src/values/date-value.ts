import type { CalendarDay } from './calendar.ts';
import { failed, type Parsed, parsed, parsedWith } from './parsed.ts';

/** Two-digit years from here on are of the 1900s, those before of the 2000s. */
const pivot = 30;
/** Years of dates of anything here. */
export const earliestYear = 1800;
export const latestYear = 2199;
/** In a year that is not known any day of the calendar may be meant, 29 February too. */
const anyYear = 2000;

/**
 * The value of a date whose year, month or day may be 0, which is not known; a year of another calendar is told as such. Of
 * a date that cannot be (31 February, month 14, the year 1060) what can be stays, with a problem: the month or the year, or
 * the day of the year.
 */
export function dateFrom(year: number, month: number, day: number): Parsed {
  if (isOfOtherCalendar(year)) return failed('date-calendar');
  if (!isYear(year)) return yearless(year, { month, day });
  if (month > 12) return parsedWith(String(year), 'date-impossible');
  if (month === 0) return parsed(String(year));
  const head = month < 10 ? `${year}-0${month}` : `${year}-${month}`;
  if (day === 0) return parsed(head);
  if (!isDay({ year, month, day })) return parsedWith(head, 'date-impossible');
  return parsed(day < 10 ? `${head}-0${day}` : `${head}-${day}`);
}

/** A day of no known year, `--MM-DD`: as W3C XML Schema (gMonthDay), vCard (RFC 6350) and HTML write it. */
function yearless(year: number, { month, day }: Omit<CalendarDay, 'year'>): Parsed {
  if (!isDay({ year: anyYear, month, day })) return failed('date-impossible');
  const value = `--${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return year === 0 ? parsed(value) : parsedWith(value, 'date-impossible');
}

/** Whether the value of a date tells a day of the year and not which year: nothing follows from it on an age. */
export function isYearless(value: string): boolean {
  return value.startsWith('--');
}

/** The value of a Gregorian day that is known to be one. */
export function dateFromDay(day: CalendarDay): Parsed {
  return dateFrom(day.year, day.month, day.day);
}

/** The value of all days from the first of one date to the last of another: `<from>/<to>` (ISO 8601-1, 5.5). */
export function spanFrom(from: Parsed, to: Parsed): Parsed {
  const problem = from.problem ?? to.problem;
  if (from.value === null || to.value === null) return failed(problem ?? 'date-unreadable');
  if (isYearless(from.value) || isYearless(to.value)) return failed('date-impossible');
  if (from.value === to.value) return { value: from.value, problem };
  const [first, last] = [`${from.value}-01-01`, `${to.value}-12-31`];
  if (first.slice(0, 10) > last.slice(0, 10)) return failed('date-impossible');
  const value = `${from.value}/${to.value}`;
  return problem === null ? parsed(value) : parsedWith(value, problem);
}

/** Years that no Gregorian date of anything here has, and that are 1900 to 2050 in Iran, the Islamic world or Thailand. */
export function isOfOtherCalendar(year: number): boolean {
  return (year >= 1279 && year <= 1473) || (year >= 2443 && year <= 2593);
}

export function isYear(year: number): boolean {
  return year >= earliestYear && year <= latestYear;
}

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether there is such a day; where the year cannot be, in some year. */
export function mayBeDay({ year, month, day }: CalendarDay): boolean {
  return isDay({ year: isYear(year) ? year : anyYear, month, day });
}

export function isDay({ year, month, day }: CalendarDay): boolean {
  if (!isYear(year) || month < 1 || month > 12 || day < 1) return false;
  if (month === 2 && day === 29) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (lengths[month - 1] as number);
}

export function century(year: number): number {
  return year < pivot ? 2000 + year : 1900 + year;
}

/** Arabic, Persian, Thai, Devanagari, Bengali and full-width digits as ASCII. */
export function digitsToAscii(text: string): string {
  return text.replace(/[٠-٩۰-۹０-９๐-๙०-९০-৯]/g, (digit) => {
    const code = digit.codePointAt(0) as number;
    const zero = zeros.find((one) => code >= one && code < one + 10) as number;
    return String(code - zero);
  });
}

const zeros = [0x660, 0x6f0, 0xff10, 0xe50, 0x966, 0x9e6];
