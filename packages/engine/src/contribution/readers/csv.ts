import { Refusal } from '@clew/model/refusal.ts';
import { uniqueColumns } from '../columns.ts';
import { findDialect } from '../csv/find-dialect.ts';
import { type CsvFault, type CsvRow, CsvSplitter, type Fault } from '../csv/split-rows.ts';
import { decodeText } from '../decode/decode-text.ts';
import { textOf } from '../decode/text-of.ts';
import {
  type Batch,
  columnLimit,
  type Reader,
  type ReadOptions,
  type ReadRow,
  type Source,
  type UnreadRow,
} from '../reader.ts';
import { isBlank } from '../record-content.ts';

export const csv: Reader = {
  id: 'csv',
  title: 'Text with separators (CSV, TSV)',
  recognises(fileName, head) {
    if (textOf(head) === undefined || /\.(jsonl?|ndjson|xls[xmb]?|ods|xml|html?)$/i.test(fileName)) return 0;
    return /\.(csv|tsv|tab|psv|txt)$/i.test(fileName) ? 0.8 : 0.3;
  },
  read,
};

async function* read(source: Source, options: ReadOptions): AsyncGenerator<Batch> {
  const text = decodeText(source.open(), options.encoding);
  let table: CsvTable | undefined;
  let waiting: string[] = [];
  let length = 0;
  const batch = (rows: Batch['rows']): Batch => ({
    form: { encoding: text.encoding(), separator: table?.separator ?? null, sheet: null },
    rows,
  });
  for await (const piece of text.pieces) {
    if (table === undefined) {
      const dialect = findDialect(piece, options.separator);
      table = new CsvTable(new CsvSplitter(dialect), dialect.separator);
      waiting.push(piece.slice(dialect.skip));
    } else waiting.push(piece);
    length += piece.length;
    // A row over many pieces is looked at again only when the text has doubled, so that the work stays linear.
    if (length < table.held) continue;
    yield batch(table.rows(waiting.join(''), false));
    waiting = [];
    length = 0;
  }
  if (table !== undefined) yield batch(table.rows(waiting.join(''), true));
}

const faults: Readonly<Record<Fault, Pick<UnreadRow, 'code' | 'value'>>> = {
  unclosed: { code: 'row-unreadable', value: 'a quote that is never closed' },
  'stray-quote': { code: 'row-unreadable', value: 'text after a closing quote' },
  'too-long': { code: 'row-too-long', value: null },
};

class CsvTable {
  readonly separator: string;
  readonly #splitter: CsvSplitter;
  #columns: readonly string[] | undefined;
  /** Columns up to here have a name in the header; a row may end after them. */
  #named = 0;
  #count = 0;

  constructor(splitter: CsvSplitter, separator: string) {
    this.#splitter = splitter;
    this.separator = separator;
  }

  get held(): number {
    return this.#splitter.held;
  }

  rows(piece: string, isLast: boolean): (ReadRow | UnreadRow)[] {
    const splitter = this.#splitter;
    splitter.push(piece, isLast);
    const rows: (ReadRow | UnreadRow)[] = [];
    for (let row = splitter.next(); row !== undefined; row = splitter.next()) {
      if (this.#columns === undefined) this.#columns = this.#header(row);
      else rows.push(this.#row(row, this.#columns));
    }
    return rows;
  }

  #header(row: CsvRow | CsvFault): readonly string[] {
    if (!('cells' in row)) {
      throw new Refusal(
        'file-unreadable',
        row.fault === 'too-long'
          ? 'The first line, which should be the header, is longer than 16 MiB.'
          : 'The first line, which should be the header, has a quote that is not closed properly.',
        'Check the line ends and the quotes of the first line.',
      );
    }
    if (row.cells.length > columnLimit) {
      throw new Refusal(
        'file-unreadable',
        `The first line, which should be the header, has ${row.cells.length} columns.`,
        `At most ${columnLimit} are read. Check the separator and the line ends of the file.`,
      );
    }
    this.#named = row.cells.findLastIndex((cell) => !isBlank(cell)) + 1;
    return uniqueColumns(row.cells);
  }

  #row(found: CsvRow | CsvFault, columns: readonly string[]): ReadRow | UnreadRow {
    const row = ++this.#count;
    if (!('cells' in found)) return { row, field: null, ...faults[found.fault] };
    const { cells } = found;
    if (cells.length === columns.length) return { row, columns, cells };
    if (cells.length < columns.length && cells.length >= this.#named) return { row, columns, cells };
    if (cells.length > columns.length && cells.slice(columns.length).every(isBlank)) {
      return { row, columns, cells: cells.slice(0, columns.length) };
    }
    if (found.lines > 0) {
      this.#splitter.retryAfterFirstLine();
      return { row, code: 'row-unreadable', field: null, value: 'a quoted cell over several lines' };
    }
    const value = `${cells.length} cells instead of ${columns.length}`;
    return { row, code: 'row-shape', field: null, value };
  }
}
