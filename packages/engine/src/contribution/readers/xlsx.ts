import { Refusal } from '@clew/model/refusal.ts';
import { headerIndex, uniqueColumns } from '../columns.ts';
import type { Batch, Reader, ReadOptions, ReadRow, Source, UnreadRow } from '../reader.ts';
import { isBlank } from '../record-content.ts';
import { openWorkbook } from '../xlsx/open-workbook.ts';
import { type SheetRow, SheetRows } from '../xlsx/sheet-rows.ts';
import { readXml } from '../xlsx/xml-reader.ts';

/** In how many of the first rows the header is looked for. */
const headerSearch = 20;

export const xlsx: Reader = {
  id: 'xlsx',
  title: 'Excel workbook (XLSX)',
  recognises(_fileName, head) {
    return Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PK\x03\x04' ? 1 : 0;
  },
  read,
};

async function* read(source: Source, options: ReadOptions): AsyncGenerator<Batch> {
  const workbook = await openWorkbook(source, options.sheet);
  const form = { encoding: null, separator: null, sheet: workbook.sheet.title };
  const rows = new SheetRows(workbook);
  let start: SheetRow[] | undefined = [];
  let columns: readonly string[] = [];
  let count = 0;
  const rest = (found: readonly SheetRow[]): Batch => ({
    form,
    rows: found.map((cells) => rowOf(cells, ++count, columns)),
  });
  const begin = (found: readonly SheetRow[]): Batch => {
    const header = headerIndex(found);
    columns = headerOf(found[header] ?? []);
    start = undefined;
    return rest(found.slice(header + 1));
  };
  for await (const _ of readXml(workbook.package.read(workbook.sheet.part), rows)) {
    const found = rows.take();
    if (start === undefined) {
      yield rest(found);
      continue;
    }
    start.push(...found);
    if (start.length >= headerSearch) yield begin(start);
  }
  if (start !== undefined && start.length > 0) yield begin(start);
}

function headerOf(cells: SheetRow): readonly string[] {
  if (cells !== null) return uniqueColumns(cells);
  throw new Refusal(
    'file-unreadable',
    'The first row of the sheet, which should be the header, has more columns than a sheet can have.',
    'Open the workbook in a spreadsheet program and save it as a new file, or as CSV.',
  );
}

function rowOf(cells: SheetRow, row: number, columns: readonly string[]): ReadRow | UnreadRow {
  if (cells === null)
    return { row, code: 'row-shape', field: null, value: 'more cells than a sheet can have' };
  const extra = cells.slice(columns.length).filter((cell) => !isBlank(cell)).length;
  if (extra === 0) return { row, columns, cells: cells.slice(0, columns.length) };
  const value = `${cells.length} cells instead of ${columns.length}`;
  return { row, code: 'row-shape', field: null, value };
}
