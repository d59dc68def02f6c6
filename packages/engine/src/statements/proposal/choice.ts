import type { ParseOptions } from '@clew/model/values/parsed.ts';
import type { ColumnValues } from './column-values.ts';
import type { Slot } from './slots.ts';

/** What a column was taken for, and why. */
export interface Choice {
  readonly column: string;
  readonly slot: Slot;
  readonly confidence: number;
  readonly reason: string;
  readonly given: ColumnValues;
  readonly options: ParseOptions;
}

/** How values are read: the order of dates and the country of phones are seen from all columns together. */
export interface Reading {
  optionsFor(slot: Slot, given: ColumnValues): ParseOptions;
}
