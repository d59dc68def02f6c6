import type { ValueKind } from '@clew/model/ontology/entity-type.ts';
import type { Calendar } from '@clew/model/values/calendar.ts';
import { ordersOf } from '@clew/model/values/date.ts';
import { digitsToAscii } from '@clew/model/values/date-value.ts';
import { parseValue } from '@clew/model/values/parse-value.ts';
import type { ParseOptions } from '@clew/model/values/parsed.ts';
import { isPhoneOf } from '@clew/model/values/phone.ts';
import { isEmptyMark, saysUnknown } from '@clew/model/values/placeholder.ts';
import type { Sample } from '../../contribution/sample.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** The cells of one column of the sample, those that say nothing left out. */
export interface ColumnValues {
  readonly column: string;
  readonly values: readonly string[];
  readonly distinct: readonly string[];
  /** Share of the rows that have a value. */
  readonly filled: number;
}

export function columnValues(sample: Sample, column: string): ColumnValues {
  const values: string[] = [];
  for (const row of sample.rows) {
    const cell = Object.hasOwn(row, column) ? row[column]?.trim() : undefined;
    if (cell === undefined || cell === '' || isEmptyMark(cell) || saysUnknown(cell)) continue;
    values.push(cell.slice(0, 2000));
  }
  const distinct = [...new Set(values)];
  return {
    column,
    values,
    distinct,
    filled: sample.rows.length === 0 ? 0 : values.length / sample.rows.length,
  };
}

/** Share of the values that a kind reads without fault, 0 to 1; 1 for an empty column. */
export function fitOf(kind: ValueKind, given: ColumnValues, options: ParseOptions = {}): number {
  if (given.values.length === 0) return 1;
  const looks = shapes[kind];
  const separator = listSeparator(kind, given);
  const isGood = (value: string) => {
    if (looks !== undefined && !looks(value)) return false;
    const { value: key, problem } = parseValue(kind, value, options);
    return (
      key !== null && (problem === null || problem === 'iban-checksum' || problem === 'document-checksum')
    );
  };
  let good = 0;
  for (const value of given.values) {
    const parts = separator === undefined ? [value] : value.split(separator);
    if (parts.every((part) => part.trim() === '' || isGood(part))) good++;
  }
  return good / given.values.length;
}

/** What separates several values in a cell, for kinds that are ticked off a list; undefined where each has one. */
export function listSeparator(kind: ValueKind, given: ColumnValues): string | undefined {
  if (kind !== 'indicator') return undefined;
  return [';', '|', ','].find((separator) => given.values.some((value) => value.includes(separator)));
}

const letters = /\p{L}/gu;
const digits = /\p{N}/gu;

/** What values of a kind look like beyond being readable. */
const shapes: Readonly<Partial<Record<ValueKind, (value: string) => boolean>>> = {
  name: (value) =>
    value.length <= 100 && count(value, letters) > 0 && count(value, digits) <= count(value, letters) / 2,
  place: (value) => value.length <= 80 && count(value, letters) > count(value, digits),
  address: (value) => value.length <= 250 && count(value, letters) > 0,
  plate: (value) => value.length <= 15,
  'document-number': (value) => value.length <= 30 || value.includes('<'),
  code: (value) => value.length <= 60,
  iban: (value) => value.length <= 42,
};

function count(value: string, pattern: RegExp): number {
  return value.match(pattern)?.length ?? 0;
}

/** The order of day, month and year that the column itself shows, undefined when every value can be read both ways. */
export function dateOrderOf(given: ColumnValues): {
  readonly order: DateOrder | undefined;
  readonly open: boolean;
} {
  const votes: Record<DateOrder, number> = { dmy: 0, mdy: 0, ymd: 0 };
  let open = false;
  for (const value of given.values) {
    const orders = ordersOf(value);
    if (orders.length === 1) votes[orders[0] as DateOrder]++;
    else if (orders.length > 1) open = true;
  }
  const best = (Object.keys(votes) as DateOrder[]).reduce((a, b) => (votes[b] > votes[a] ? b : a));
  return { order: votes[best] === 0 ? undefined : best, open };
}

/**
 * The calendar that nearly all years of the column are of, where it is not the Gregorian one: Buddhist by the years alone;
 * years of the 1300s are solar where a month before the seventh has a 31st day, which no lunar month has.
 */
export function calendarOf(given: ColumnValues): Calendar | undefined {
  const years = given.values.map((value) => /(?<!\d)\d{4}(?!\d)/.exec(digitsToAscii(value))?.[0]);
  const share = (from: number, to: number) =>
    years.filter((year) => year !== undefined && Number(year) >= from && Number(year) <= to).length /
    years.length;
  if (share(2400, 2600) >= 0.8) return 'buddhist';
  if (share(1250, 1450) < 0.8) return undefined;
  const isSolar = given.values.some((value) =>
    /^(?:\d{4}[./-]0?[1-6][./-]31|31[./-]0?[1-6][./-]\d{4})$/.test(digitsToAscii(value)),
  );
  return isSolar ? 'solar-hijri' : undefined;
}

/**
 * The country of the national numbers in a column: the first of the candidates under which most are valid, undefined
 * when all are international or none fits.
 */
export function phoneCountryOf(given: ColumnValues, candidates: readonly string[]): string | undefined {
  const national = given.distinct
    .filter((value) => !/^\s*(?:\+|00)/.test(value) && /\d/.test(value))
    .slice(0, 100);
  let best: string | undefined;
  let bestCount = 0;
  for (const country of candidates) {
    const valid = national.filter((value) => isPhoneOf(value, country)).length;
    if (valid > bestCount) {
      best = country;
      bestCount = valid;
    }
  }
  return best;
}
