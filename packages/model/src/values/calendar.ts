export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days before 1 Farvardin 1, as a day number in which 1970-01-01 is 0; fits the 33-year cycle. */
const epoch = -492_269;

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
  const days = epoch + 365 * (year - 1) + Math.floor((8 * year + 21) / 33) + dayOfYear;
  const date = new Date(days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
