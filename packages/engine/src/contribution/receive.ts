// In: the bytes of one file that a partner handed in, and its mapping.
// Out: contribution.record, a row of the file each, and contribution.problem, a row that could not be read each.
// Invariant: the rows of the file, counted from 1, are the records and the problems together, none twice; both
// tables appear whole or not at all.
import type { Mapping } from '@clew/model/mapping.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Lake } from '../lake/lake.ts';
import { mountTables, tableFolder, writeWhole } from '../lake/store.ts';
import { ColumnSet } from './columns.ts';
import { readRows } from './read-rows.ts';
import type { Source } from './reader.ts';
import { RecordWriter } from './record-writer.ts';
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

/** Reads a file into records and problems. Throws a Refusal where the file as a whole cannot be read. */
export async function receive(lake: Lake, input: ReceiveInput, watch: Watch = {}): Promise<Received> {
  let received: Received | undefined;
  await writeWhole(tableFolder(input.folder, recordTable), async (record) => {
    await writeWhole(tableFolder(input.folder, unreadTable), async (problem) => {
      const writer = new RecordWriter(lake, input.contribution, { record, problem });
      received = await readInto(writer, input, { ...watch, signals: [lake.signal, watch.signal] });
    });
  });
  await mountTables(lake, contributionTables, [input.folder]);
  return received as Received;
}

async function readInto(
  writer: RecordWriter,
  input: ReceiveInput,
  watch: Watch & { readonly signals: readonly (AbortSignal | undefined)[] },
): Promise<Received> {
  const columns = new ColumnSet();
  const counted = countBytes(input);
  let reader = '';
  for await (const batch of readRows(counted.source, input.mapping)) {
    if (watch.signals.some((signal) => signal?.aborted)) {
      throw new Refusal('cancelled', 'Stopped on request.', 'Nothing was half-written.');
    }
    columns.addOf(batch.rows);
    await writer.add(batch.rows);
    reader = batch.reader;
    watch.onProgress?.({ step: 'receive', done: counted.done(), total: input.bytes, unit: 'bytes' });
  }
  await writer.finish();
  return { rows: writer.rowCount, refused: writer.refused, reader, columns: columns.list() };
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
