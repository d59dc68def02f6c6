import { parseDate } from '@clew/model/values/date.ts';
import type { ParseOptions } from '@clew/model/values/parsed.ts';

/** How a column tells times: dates with or without a time of day, seconds or milliseconds since 1970, or plain numbers. */
export type Clock = 'date' | 'seconds' | 'milliseconds' | 'number';

const dayMilliseconds = 86_400_000;
const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?)?\s?(?:Z|UTC|([+-])(\d\d):?(\d\d))?$/;
const timeOfDay = /(?:^|[\sT,])(\d{1,2})[:.h](\d\d)(?:[:.](\d\d))?\s*([ap])?\.?m?\.?\s*(?:Z|UTC|GMT)?$/i;
const plainNumber = /^[+-]?\d{1,15}(?:\.\d+)?$/;

/** The clock of a column, from some of its values. */
export function clockOf(values: readonly string[]): Clock {
  const numbers = values.filter((value) => plainNumber.test(value)).map(Number);
  if (values.length === 0 || numbers.length * 2 < values.length) return 'date';
  const between = (from: number, to: number) => numbers.every((one) => one >= from && one < to);
  if (between(19_000_101, 21_001_232) && numbers.every((one) => one % 100 >= 1 && one % 100 <= 31))
    return 'date';
  if (between(1e8, 1e10)) return 'seconds';
  return between(1e11, 1e13) ? 'milliseconds' : 'number';
}

/** A time in days since 1970, or the plain number; undefined where it is none, or known to the month or year only. */
export function momentOf(text: string, clock: Clock, options: ParseOptions = {}): number | undefined {
  const trimmed = text.trim();
  if (clock !== 'date') {
    if (!plainNumber.test(trimmed)) return undefined;
    const number = Number(trimmed);
    if (clock === 'number') return number;
    return number / (clock === 'seconds' ? dayMilliseconds / 1000 : dayMilliseconds);
  }
  const match = iso.exec(trimmed);
  const { value } = parseDate(match === null ? trimmed : trimmed.slice(0, 10), options);
  const day = value === null ? null : /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (day === null) return undefined;
  const days = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) / dayMilliseconds;
  if (match !== null) {
    const minutes = Number(match[4] ?? 0) * 60 + Number(match[5] ?? 0) + Number(match[6] ?? 0) / 60;
    const offset = Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0);
    return days + (minutes - (match[7] === '-' ? -offset : offset)) / 1440;
  }
  const clockTime = timeOfDay.exec(trimmed);
  if (clockTime === null || !trimmed.includes(':')) return days;
  const half = clockTime[4]?.toLowerCase();
  const hour = (Number(clockTime[1]) % (half === undefined ? 24 : 12)) + (half === 'p' ? 12 : 0);
  return days + (hour * 60 + Number(clockTime[2]) + Number(clockTime[3] ?? 0) / 60) / 1440;
}
