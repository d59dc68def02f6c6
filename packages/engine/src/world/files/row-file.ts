import iconv from 'iconv-lite';
import { type OutputFile, openText } from './output-file.ts';
import type { Cell, RowFile } from './rows.ts';
import { openWorkbook } from './workbook.ts';

export type RowFormat =
  | {
      readonly kind: 'csv';
      readonly separator: string;
      readonly encoding: 'utf8' | 'utf8-bom' | 'windows-1252' | 'utf16le';
    }
  | { readonly kind: 'xlsx'; readonly sheet: string }
  | { readonly kind: 'jsonl' }
  | { readonly kind: 'json' }
  | { readonly kind: 'ftm' };

/** Opens a file of rows under `folder`. `columns` are its headers or, in JSON, its keys. */
export async function openRows(
  folder: string,
  name: string,
  shape: { readonly format: RowFormat; readonly columns: readonly string[] },
): Promise<RowFile> {
  const { format, columns } = shape;
  if (format.kind === 'xlsx') return openWorkbook(folder, name, { sheet: format.sheet, columns });
  const file = await openText(
    `${folder}/${name}`,
    format.kind === 'csv' ? encoderOf(format.encoding) : undefined,
  );
  if (format.kind === 'csv') return delimited(file, name, { separator: format.separator, columns });
  return format.kind === 'json' ? jsonArray(file, name, columns) : jsonLines(file, name, columns);
}

function encoderOf(
  encoding: 'utf8' | 'utf8-bom' | 'windows-1252' | 'utf16le',
): ((text: string) => Buffer) | undefined {
  if (encoding === 'utf8') return undefined;
  if (encoding === 'windows-1252') return (text) => iconv.encode(text, 'windows-1252');
  const inner: BufferEncoding = encoding === 'utf16le' ? 'utf16le' : 'utf8';
  let first = true;
  return (text) => {
    const bytes = Buffer.from(first ? `\ufeff${text}` : text, inner);
    first = false;
    return bytes;
  };
}

function delimited(
  file: OutputFile,
  name: string,
  shape: { readonly separator: string; readonly columns: readonly string[] },
): RowFile {
  const { separator, columns } = shape;
  const special = new RegExp(`["\\r\\n${separator}]`);
  const line = (cells: readonly Cell[]) => {
    let text = '';
    for (let at = 0; at < cells.length; at++) {
      const cell = String(cells[at] ?? '');
      if (at > 0) text += separator;
      text += special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    }
    return `${text}\r\n`;
  };
  file.write(line(columns));
  return counted(file, name, line);
}

function jsonLines(file: OutputFile, name: string, columns: readonly string[]): RowFile {
  const objectText = objectWriter(columns);
  return counted(file, name, (cells) => `${objectText(cells)}\n`);
}

function jsonArray(file: OutputFile, name: string, columns: readonly string[]): RowFile {
  let before = '[\n';
  const objectText = objectWriter(columns);
  const rows = counted(file, name, (cells) => {
    const text = before + objectText(cells);
    before = ',\n';
    return text;
  });
  return {
    ...rows,
    async close() {
      file.write(before === '[\n' ? '[]\n' : '\n]\n');
      await rows.close();
    },
  };
}

/**
 * Writes rows as objects. Empty cells are left out. Columns `p.name` come last and go into an object `properties` as
 * lists, as FollowTheMoney has it.
 */
function objectWriter(columns: readonly string[]): (cells: readonly Cell[]) => string {
  const keys = columns.map((column) => `${JSON.stringify(column.replace(/^p\./, ''))}:`);
  const nestedFrom = columns.findIndex((column) => column.startsWith('p.'));
  const flatEnd = nestedFrom < 0 ? columns.length : nestedFrom;
  return (cells) => {
    let text = '{';
    for (let at = 0; at < flatEnd; at++) {
      if (cells[at] === '' || cells[at] === undefined) continue;
      text += `${text === '{' ? '' : ','}${keys[at]}${JSON.stringify(cells[at])}`;
    }
    if (flatEnd === columns.length) return `${text}}`;
    let nested = '';
    for (let at = flatEnd; at < columns.length; at++) {
      if (cells[at] === '' || cells[at] === undefined) continue;
      nested += `${nested === '' ? '' : ','}${keys[at]}[${JSON.stringify(cells[at])}]`;
    }
    return `${text},"properties":{${nested}}}`;
  };
}

function counted(file: OutputFile, name: string, text: (cells: readonly Cell[]) => string): RowFile {
  let rows = 0;
  return {
    files: [name],
    row(cells) {
      file.write(text(cells));
      rows++;
      return { file: name, row: rows };
    },
    count: () => rows,
    flush: () => file.flush(),
    close: () => file.close(),
  };
}
