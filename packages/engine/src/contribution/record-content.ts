import type { ReadRow } from './reader.ts';

const needsEscape = /["\\\p{Cc}\p{Surrogate}]/u;
const unusable = /[\0\ufffd]|\p{Surrogate}/u;

/** The beginnings of the members, `"name":`, kept as long as the columns stay the same. */
let lastColumns: readonly string[] = [];
let lastKeys: readonly string[] = [];

/** The row as the text of a JSON object, column to text. Cells that hold nothing but spaces are left out. */
export function recordContent(row: ReadRow): string {
  const keys = keysOf(row.columns);
  const cells = row.cells;
  let content = '';
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] as string;
    if (isBlank(cell)) continue;
    const text = needsEscape.test(cell) ? JSON.stringify(cell) : `"${cell}"`;
    content += (content === '' ? '{' : ',') + (keys[index] as string) + text;
  }
  return content === '' ? '{}' : `${content}}`;
}

/**
 * The first column whose cell has a character that no text holds: one that the encoding of the file does not have,
 * half of a pair, or NUL. Undefined when all are sound. `content` is what `recordContent` made of the row.
 */
export function unsoundColumn(row: ReadRow, content: string): string | undefined {
  if (!content.includes('\ufffd') && !content.includes('\\u0000') && !content.includes('\\ud'))
    return undefined;
  const index = row.cells.findIndex((cell) => unusable.test(cell));
  return index < 0 ? undefined : row.columns[index];
}

export function isBlank(cell: string): boolean {
  if (cell === '') return true;
  const first = cell.charCodeAt(0);
  return (first <= 32 || first >= 160) && cell.trim() === '';
}

function keysOf(columns: readonly string[]): readonly string[] {
  if (columns !== lastColumns) {
    lastKeys = columns.map((column) => `${JSON.stringify(column)}:`);
    lastColumns = columns;
  }
  return lastKeys;
}
