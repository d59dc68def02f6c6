import type { ProblemCode } from '../problem.ts';
import type { Calendar } from './calendar.ts';

/**
 * What came of a text. `value` is the compare key, null when the text gave none. `problem` says what is wrong; with a
 * value beside it the value is still worth stating (a cut text, a wrong check digit, a date known to the year only).
 */
export interface Parsed {
  readonly value: string | null;
  readonly problem: ProblemCode | null;
}

export interface ParseOptions {
  /** Order of day, month and year where the text alone does not tell. */
  readonly order?: 'dmy' | 'mdy' | 'ymd' | undefined;
  readonly calendar?: Calendar | undefined;
  /** A date of which only the day and the month can be is worth something: a birthday. */
  readonly yearless?: boolean | undefined;
  /** Country of numbers written without one, ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  /** The decimal mark of amounts. */
  readonly decimal?: '.' | ',' | undefined;
  /** `person`: "Family, Given" is turned round. Names of organisations keep their commas' order. */
  readonly bearer?: 'person' | 'other' | undefined;
}

/** Nothing was given: neither a value nor a problem. */
export const nothing: Parsed = { value: null, problem: null };

/** A value without fault; nothing when it is empty. */
export function parsed(value: string): Parsed {
  return value === '' ? nothing : { value, problem: null };
}

/** A value that is stated with a warning. */
export function parsedWith(value: string, problem: ProblemCode): Parsed {
  return { value, problem };
}

export function failed(problem: ProblemCode): Parsed {
  return { value: null, problem };
}
