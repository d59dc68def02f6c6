import { isYearless } from '@clew/model/values/date-value.ts';
import { parseValue } from '@clew/model/values/parse-value.ts';
import type { ParseOptions } from '@clew/model/values/parsed.ts';

/** Days since 1970-01-01, both ends of what a date that may be partial leaves open. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

export type ParseDate = (text: string) => Span | undefined;

/** Reads the column that dates the row. Rows of one day stand together, so the last outcome is kept. */
export function seenParser(order: ParseOptions['order']): ParseDate {
  let lastText: string | undefined;
  let lastSpan: Span | undefined;
  return (text) => {
    if (text === lastText) return lastSpan;
    lastText = text;
    const { value } = parseValue('date', text, { order });
    lastSpan = value === null ? undefined : spanOf(value);
    return lastSpan;
  };
}

/** The days that a compare key of a date covers, which tells a year. */
export function spanOf(date: string): Span {
  const [from, to] = date.split('/') as [string, string | undefined];
  if (to !== undefined) return { first: spanOf(from).first, last: spanOf(to).last };
  const [year, month, day] = from.split('-').map(Number) as [number, number | undefined, number | undefined];
  if (month === undefined) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
  if (day === undefined) return { first: dayNumber(year, month, 1), last: dayNumber(year, month + 1, 0) };
  const number = dayNumber(year, month, day);
  return { first: number, last: number };
}

function dayNumber(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

/**
 * Whether somebody born on a date, as far as it is known, may have been under 18 at the beginning of a span. Where the
 * day of birth is not known the latest one counts: a minor must not be taken for an adult. A birth of no known year says
 * nothing, as where none is stated.
 */
export function mayBeMinor(birthDate: string, at: Span): boolean {
  if (isYearless(birthDate)) return false;
  const latest = birthDate.slice(birthDate.indexOf('/') + 1);
  const [year, month, day] = latest.split('-').map(Number) as [
    number,
    number | undefined,
    number | undefined,
  ];
  const coming = year + 18;
  const eighteenth =
    day === undefined ? dayNumber(coming, (month ?? 12) + 1, 0) : dayNumber(coming, month as number, day);
  return at.first < eighteenth;
}
