import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { ParseOptions } from '@clew/model/values/parsed.ts';
import { readRows } from '../contribution/read-rows.ts';
import { isRead, type ReadRow, type Source } from '../contribution/reader.ts';
import { type ColumnValues, dateOrderOf } from '../statements/proposal/column-values.ts';
import { type Clock, clockOf, momentOf } from './moment.ts';

const rememberedTimes = 200_000;

/** Cells of a row by the name of their column. */
class CellsByName {
  #columns: readonly string[] = [];
  #cells: readonly string[] = [];
  readonly #places = new Map<string, number>();

  enter({ columns, cells }: ReadRow): void {
    if (columns !== this.#columns) {
      this.#columns = columns;
      this.#places.clear();
      columns.forEach((column, index) => {
        this.#places.set(column, index);
      });
    }
    this.#cells = cells;
  }

  of(column: string): string {
    const place = this.#places.get(column);
    return place === undefined ? '' : (this.#cells[place] ?? '').trim();
  }
}

/**
 * Goes through the rows of a file and returns how many there are, and how many of them cannot be read. Refuses a file
 * of more rows than are allowed.
 */
export async function eachRow(
  source: Source,
  of: { readonly most: number; readonly unit: string; readonly instead: string },
  watch: Watch,
  take: (cells: CellsByName, row: number) => void,
): Promise<{ rows: number; unreadable: number }> {
  const cells = new CellsByName();
  let [rows, unreadable] = [0, 0];
  for await (const batch of readRows(source, {})) {
    watch.signal?.throwIfAborted();
    for (const row of batch.rows) {
      rows++;
      if (isRead(row)) {
        cells.enter(row);
        take(cells, row.row);
      } else unreadable++;
    }
    if (rows > of.most)
      throw new Refusal('file-too-large', `The file has more than ${of.most} rows.`, of.instead);
    watch.onProgress?.({ step: 'reading', done: rows, total: 0, unit: of.unit });
  }
  return { rows, unreadable };
}

export interface Times {
  (text: string): number | undefined;
  readonly unit: 'day' | 'step';
}

/** Reads the times of a column; the same text is read once. */
export function timesOf(values: ColumnValues): Times {
  const clock: Clock = clockOf(values.values);
  const options: ParseOptions = { order: dateOrderOf(values).order ?? 'dmy' };
  const known = new Map<string, number | undefined>();
  const read = (text: string): number | undefined => {
    if (text === '') return undefined;
    if (clock !== 'date') return momentOf(text, clock, options);
    if (known.has(text)) return known.get(text);
    const moment = momentOf(text, clock, options);
    if (known.size < rememberedTimes) known.set(text, moment);
    return moment;
  };
  return Object.assign(read, { unit: clock === 'number' ? ('step' as const) : ('day' as const) });
}
