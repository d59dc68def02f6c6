import type { ParseOptions } from '@clew/model/values/parsed.ts';
import type { ReadRow } from '../contribution/reader.ts';
import { type ColumnValues, dateOrderOf } from '../statements/proposal/column-values.ts';
import { type Clock, clockOf, momentOf } from './moment.ts';

const rememberedTimes = 200_000;

/** Cells of a row by the name of their column. */
export class CellsByName {
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
