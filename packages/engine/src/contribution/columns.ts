import { Refusal } from '@clew/model/refusal.ts';
import { columnLimit, isRead, type ReadRow, type UnreadRow } from './reader.ts';
import { isBlank } from './record-content.ts';

/** The columns that any row has, in the order in which they were met. */
export class ColumnSet {
  readonly #names = new Set<string>();
  #last: readonly string[] | undefined;

  addOf(rows: readonly (ReadRow | UnreadRow)[]): void {
    for (const row of rows) {
      if (!isRead(row) || row.columns === this.#last) continue;
      for (const column of row.columns) this.#names.add(column);
      this.#last = row.columns;
    }
    if (this.#names.size <= columnLimit) return;
    throw new Refusal(
      'file-unreadable',
      `The rows have more than ${columnLimit} different columns.`,
      'Names of fields must not be data. Export the file with one field for each kind of value.',
    );
  }

  list(): string[] {
    return [...this.#names];
  }
}

/**
 * Names of columns from a header: spaces collapsed, an empty name becomes `column 5`, a name that was there before
 * becomes `name 2`.
 */
export function uniqueColumns(header: readonly string[]): string[] {
  const given = new Set(header.map(tidy));
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return header.map((cell, index) => {
    const name = tidy(cell) || `column ${index + 1}`;
    let unique = name;
    let count = counts.get(name) ?? 1;
    while (taken.has(unique) || (unique !== name && given.has(unique))) unique = `${name} ${++count}`;
    counts.set(name, count);
    taken.add(unique);
    return unique;
  });
}

function tidy(name: string): string {
  return name.replace(/[\s\0\ufeff]+/g, ' ').trim();
}

/**
 * Which of the first rows of a sheet is the header: the first that fills at least half as many cells as the fullest
 * one. What stands above it is a title.
 */
export function headerIndex(rows: readonly (readonly string[] | null)[]): number {
  const filled = rows.map((cells) => cells?.filter((cell) => !isBlank(cell)).length ?? 0);
  const fullest = Math.max(...filled);
  return filled.findIndex((count) => count * 2 >= fullest);
}
