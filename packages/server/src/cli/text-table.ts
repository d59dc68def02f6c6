import { displayWidth, fitInto, printable } from './display-width.ts';
import type { Paint } from './paint.ts';
import { wrapText } from './wrap-text.ts';

export interface Column<R> {
  readonly title: string;
  readonly value: (row: R) => string | number | null;
  /** Numbers stand right unless told. */
  readonly align?: 'left' | 'right';
  /** The widest that the column may get; only the last column gives way to a narrow terminal by itself. */
  readonly most?: number;
  /** The last column alone: what does not fit goes on below instead of being cut. */
  readonly wrap?: boolean;
  readonly paint?: (text: string, row: R) => string;
}

export interface Page {
  readonly paint: Paint;
  /** Columns of the terminal; Infinity where output is not a terminal. */
  readonly width: number;
}

/** Rows in aligned columns with a heading, as lines. */
export function textTable<R>(rows: readonly R[], columns: readonly Column<R>[], page: Page): string[] {
  const cells = rows.map((row) =>
    columns.map((column) => fitInto(cellText(column.value(row)), column.most ?? Number.POSITIVE_INFINITY)),
  );
  const widths = columns.map((column, index) =>
    Math.max(displayWidth(column.title), ...cells.map((row) => displayWidth(row[index] ?? ''))),
  );
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0);
  const last = widths.length - 1;
  widths[last] = Math.max(Math.min(widths[last] ?? 0, page.width - before), 12);
  const right = columns.map((column) => isRight(column, rows));
  const line = (texts: readonly string[], paint: (text: string, index: number) => string) =>
    texts
      .map((text, index) => {
        const fitted = fitInto(text, widths[index] ?? 0);
        const gap = ' '.repeat(Math.max((widths[index] ?? 0) - displayWidth(fitted), 0));
        return right[index] ? gap + paint(fitted, index) : paint(fitted, index) + (index === last ? '' : gap);
      })
      .join('  ')
      .trimEnd();
  const heading = line(
    columns.map((column) => column.title),
    (text) => page.paint.dim(text),
  );
  const body = cells.flatMap((row, at) =>
    (columns[last]?.wrap === true ? wrapLast(row, widths[last] ?? 0) : [row]).map((each) =>
      line(each, (text, index) => columns[index]?.paint?.(text, rows[at] as R) ?? text),
    ),
  );
  return [heading, ...body];
}

/** A row as several, of which all but the first hold only what is left of the last cell. */
function wrapLast(row: readonly string[], width: number): string[][] {
  const others = row.slice(0, -1);
  return wrapText(row.at(-1) ?? '', width).map((text, index) => [
    ...(index === 0 ? others : others.map(() => '')),
    text,
  ]);
}

/** A number as people read it: 12,345. */
export function count(value: number): string {
  return value.toLocaleString('en-GB');
}

/** A number and its noun: 1 row, 2 rows. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

function cellText(value: string | number | null): string {
  if (value === null) return '';
  return typeof value === 'number' ? count(value) : printable(value);
}

function isRight<R>(column: Column<R>, rows: readonly R[]): boolean {
  if (column.align !== undefined) return column.align === 'right';
  return rows.length > 0 && rows.every((row) => typeof column.value(row) === 'number');
}
