import type { Mapping } from '@clew/model/mapping.ts';
import type { ProblemCode } from '@clew/model/problem.ts';

/** A row longer than this many characters is refused without being held in memory. */
export const rowLimit = 16 * 1024 * 1024;

/** More columns than any spreadsheet can have: such a file is not a table. */
export const columnLimit = 16_384;

/** What is put between several values of one cell, where a format has lists (JSON, FollowTheMoney). */
export const valueSeparator = '; ';

/** A file as it was handed in. `open` can be called again and starts at the first byte each time. */
export interface Source {
  readonly fileName: string;
  readonly bytes: number;
  open(): AsyncIterable<Uint8Array>;
}

/** What the mapping says of the form of the file; what it does not say is recognised. */
export interface ReadOptions {
  readonly encoding?: string | undefined;
  readonly separator?: string | undefined;
  readonly sheet?: string | undefined;
}

/** A data row as it came, cells beside the names of their columns. */
export interface ReadRow {
  /** Counted from 1 over the data rows. */
  readonly row: number;
  readonly columns: readonly string[];
  readonly cells: readonly string[];
}

/** A data row that cannot be read; it counts as a row all the same. */
export interface UnreadRow {
  readonly row: number;
  readonly code: ProblemCode;
  readonly field: string | null;
  /** What was found, where that can be told without the content of the row. */
  readonly value: string | null;
}

/** How the file is written, as far as it matters for its format. */
export interface Form {
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly sheet: string | null;
}

/** Rows in the order of the file, each number once and none left out. */
export interface Batch {
  readonly form: Form;
  readonly rows: readonly (ReadRow | UnreadRow)[];
}

/** The names that a mapping has for formats. */
export type ReaderId = NonNullable<Mapping['reader']>;

/**
 * Reads one format. `read` yields bounded batches and may be left early; it throws a Refusal where the whole file
 * cannot be read, and never puts the content of a cell into its message.
 */
export interface Reader {
  readonly id: ReaderId;
  readonly title: string;
  /** How sure it is that the file is of this format, 0 to 1, from its name and its first bytes. */
  recognises(fileName: string, head: Uint8Array): number;
  read(source: Source, options: ReadOptions): AsyncGenerator<Batch>;
}

export function isRead(row: ReadRow | UnreadRow): row is ReadRow {
  return 'cells' in row;
}
