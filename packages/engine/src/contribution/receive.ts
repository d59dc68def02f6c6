// In: the bytes of one file that a partner handed in, and its mapping.
// Out: contribution.record, a row of the file each, and contribution.problem, a row that could not be read each.
// Invariant: the rows of the file, counted from 1, are the records and the problems together, none twice; both
// tables appear whole or not at all.
import type { Mapping } from '@clew/model/mapping.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Lake } from '../lake/lake.ts';
import { mountTables, tableFolder, writeWhole } from '../lake/store.ts';
import { TableWriter } from '../lake/table-writer.ts';
import { readRows } from './read-rows.ts';
import { columnLimit, isRead, type ReadRow, type Source, type UnreadRow } from './reader.ts';
import { recordContent, unsoundColumn } from './record-content.ts';
import { contributionTables, recordTable, unreadTable } from './tables.ts';

export interface ReceiveInput extends Source {
  readonly contribution: string;
  readonly mapping: Mapping;
  readonly folder: string;
}

export interface Received {
  /** All data rows, the refused ones too. */
  readonly rows: number;
  readonly refused: number;
  readonly reader: string;
  readonly columns: readonly string[];
}

/** Characters of content after which a part is closed, so that memory does not grow with the width of the rows. */
const partLength = 128 * 1024 * 1024;

/** Reads a file into records and problems. Throws a Refusal where the file as a whole cannot be read. */
export async function receive(lake: Lake, input: ReceiveInput, watch: Watch = {}): Promise<Received> {
  let received: Received | undefined;
  await writeWhole(tableFolder(input.folder, recordTable), async (recordTarget) => {
    await writeWhole(tableFolder(input.folder, unreadTable), async (problemTarget) => {
      const records = new TableWriter(lake, recordTable, recordTarget);
      const problems = new TableWriter(lake, unreadTable, problemTarget);
      const tally = new Tally(input.contribution, { records, problems });
      const signals = [lake.signal, watch.signal];
      const counted = countBytes(input);
      for await (const batch of readRows(counted.source, input.mapping)) {
        if (signals.some((signal) => signal?.aborted)) {
          throw new Refusal('cancelled', 'Stopped on request.', 'Nothing was half-written.');
        }
        await tally.add(batch.rows);
        tally.reader = batch.reader;
        watch.onProgress?.({ step: 'receive', done: counted.done(), total: input.bytes, unit: 'bytes' });
      }
      await records.finish();
      await problems.finish();
      received = tally.received();
    });
  });
  await mountTables(lake, contributionTables, [input.folder]);
  return received as Received;
}

class Tally {
  reader = '';
  readonly #contribution: string;
  readonly #records: TableWriter<typeof recordTable>;
  readonly #problems: TableWriter<typeof unreadTable>;
  readonly #columns = new Set<string>();
  #lastColumns: readonly string[] | undefined;
  #length = 0;

  constructor(
    contribution: string,
    writers: { records: TableWriter<typeof recordTable>; problems: TableWriter<typeof unreadTable> },
  ) {
    this.#contribution = contribution;
    this.#records = writers.records;
    this.#problems = writers.problems;
  }

  async add(rows: readonly (ReadRow | UnreadRow)[]): Promise<void> {
    for (const row of rows) {
      const flush = isRead(row) ? this.#record(row) : this.#problem(row);
      if (flush !== undefined) await flush;
      if (this.#length < partLength) continue;
      await this.#records.endPart();
      this.#length = 0;
    }
  }

  received(): Received {
    const refused = this.#problems.rowCount;
    return {
      rows: this.#records.rowCount + refused,
      refused,
      reader: this.reader,
      columns: [...this.#columns],
    };
  }

  #record(row: ReadRow): undefined | Promise<void> {
    if (row.columns !== this.#lastColumns) this.#addColumns(row.columns);
    const content = recordContent(row);
    const unsound = unsoundColumn(row, content);
    if (unsound !== undefined) {
      return this.#problem({ row: row.row, code: 'row-encoding', field: unsound, value: null });
    }
    this.#length += content.length;
    return this.#records.add({ contribution: this.#contribution, row: row.row, content });
  }

  #problem(row: UnreadRow): undefined | Promise<void> {
    return this.#problems.add({ contribution: this.#contribution, ...row, refused: true });
  }

  #addColumns(columns: readonly string[]): void {
    for (const column of columns) this.#columns.add(column);
    this.#lastColumns = columns;
    if (this.#columns.size <= columnLimit) return;
    throw new Refusal(
      'file-unreadable',
      `The rows have more than ${columnLimit} different columns.`,
      'Names of fields must not be data. Export the file with one field for each kind of value.',
    );
  }
}

function countBytes(source: Source): { source: Source; done(): number } {
  let bytes = 0;
  return {
    source: {
      fileName: source.fileName,
      bytes: source.bytes,
      async *open() {
        bytes = 0;
        for await (const piece of source.open()) {
          bytes += piece.length;
          yield piece;
        }
      },
    },
    done: () => bytes,
  };
}
