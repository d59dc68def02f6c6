import type { ReadRow } from './reader.ts';

const unusable = /[\0\ufffd]|\p{Surrogate}/u;

/** What comes before each value: `{"name":"` for the first of a row, `","name":"` for the others. */
interface Openings {
  readonly columns: readonly string[];
  readonly first: readonly string[];
  readonly other: readonly string[];
}

let openings: Openings = { columns: [], first: [], other: [] };

/**
 * The row as the text of a JSON object, column to text. Cells that hold nothing but spaces are left out.
 * Few and short concatenations: this takes most of the time of reading a large file.
 */
export function recordContent(row: ReadRow): string {
  if (row.columns !== openings.columns) openings = openingsOf(row.columns);
  const { first, other } = openings;
  const cells = row.cells;
  let content = '';
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] as string;
    if (isBlank(cell)) continue;
    content += content === '' ? first[index] : other[index];
    content += needsEscape(cell) ? JSON.stringify(cell).slice(1, -1) : cell;
  }
  return content === '' ? '{}' : `${content}"}`;
}

/** False when what `recordContent` made has certainly nothing that `unsoundColumn` looks for. */
export function mayBeUnsound(content: string): boolean {
  return content.includes('\ufffd') || content.includes('\\u0000') || content.includes('\\ud');
}

/**
 * The first column whose cell has a character that no text holds: one that the encoding of the file does not have,
 * half of a pair, or NUL. Undefined when all are sound.
 */
export function unsoundColumn(row: ReadRow): string | undefined {
  const index = row.cells.findIndex((cell) => unusable.test(cell));
  return index < 0 ? undefined : row.columns[index];
}

export function isBlank(cell: string): boolean {
  if (cell === '') return true;
  const first = cell.charCodeAt(0);
  return (first <= 32 || first >= 160) && cell.trim() === '';
}

/** A loop and not a regular expression, which takes four times as long on short cells. */
function needsEscape(cell: string): boolean {
  for (let index = 0; index < cell.length; index++) {
    const code = cell.charCodeAt(index);
    if (code < 32 || code === 34 || code === 92 || (code >= 0xd800 && code < 0xe000)) return true;
  }
  return false;
}

function openingsOf(columns: readonly string[]): Openings {
  const keys = columns.map((column) => JSON.stringify(column));
  return { columns, first: keys.map((key) => `{${key}:"`), other: keys.map((key) => `",${key}:"`) };
}
