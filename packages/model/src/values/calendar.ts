export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Calendars that dates are written in. */
export const calendars = ['gregorian', 'solar-hijri', 'islamic', 'buddhist'] as const;
export type Calendar = (typeof calendars)[number];

/** Days before 1 Farvardin 1, as a day number in which 1970-01-01 is 0; fits the 33-year cycle. */
const solarEpoch = -492_269;
/** Days before 1 Muharram 1 (16 July 622 of the Julian calendar), counted in the same way. */
const islamicEpoch = -492_149;

/**
 * The Gregorian day of a day of the solar Hijri calendar (Iran, Afghanistan), undefined when there is no such day.
 * Leap years after the 33-year cycle, which agrees with the astronomical rule from 1800 to 2256 (Borkowski, "The
 * Persian calendar for 3000 years", Earth, Moon and Planets 74, 1996).
 */
export function gregorianFromSolarHijri({ year, month, day }: CalendarDay): CalendarDay | undefined {
  const isLeap = (25 * year + 11) % 33 < 8;
  const length = month <= 6 ? 31 : month < 12 || isLeap ? 30 : 29;
  if (month < 1 || month > 12 || day < 1 || day > length) return undefined;
  const dayOfYear = month <= 7 ? (month - 1) * 31 + day : 186 + (month - 7) * 30 + day;
  return dayFrom(solarEpoch + 365 * (year - 1) + Math.floor((8 * year + 21) / 33) + dayOfYear);
}

/**
 * The Gregorian day of a day of the Islamic lunar calendar, undefined when there is no such day. By the table of 30 years
 * with 11 leap years (Reingold and Dershowitz, "Calendrical Calculations", chapter 7). Months begin when the new moon is
 * seen, so that what a country counted may lie a day or two beside it. A 30th day is taken in every month for that reason.
 */
export function gregorianFromIslamic({ year, month, day }: CalendarDay): CalendarDay | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 30) return undefined;
  const before = Math.ceil(29.5 * (month - 1)) + 354 * (year - 1) + Math.floor((3 + 11 * year) / 30);
  return dayFrom(islamicEpoch + before + day);
}

/** The Gregorian year of a year of the Buddhist era as Thailand counts it since 1941; months and days are Gregorian. */
export function gregorianYearFromBuddhist(year: number): number {
  return year - 543;
}

/** The day with a number in which 1970-01-01 is 0. */
export function dayFrom(number: number): CalendarDay {
  const date = new Date(number * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
