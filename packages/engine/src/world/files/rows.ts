/** A cell: text, or a date as a serial number where the format has such cells. */
export type Cell = string | number;

/** Where a partner's rows go. `row` answers which file (base name) and which data row, from 1, it became. */
export interface RowFile {
  readonly files: readonly string[];
  row(cells: readonly Cell[]): RowPlace;
  /** Data rows so far. */
  count(): number;
  flush(): Promise<void>;
  close(): Promise<void>;
}

export interface RowPlace {
  readonly file: string;
  readonly row: number;
}
