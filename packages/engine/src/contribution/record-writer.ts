import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { defineTable } from '../lake/table.ts';
import { TableWriter } from '../lake/table-writer.ts';
import { isRead, type ReadRow, type UnreadRow } from './reader.ts';
import { mayBeUnsound, recordContent, unsoundColumn } from './record-content.ts';
import { unreadTable } from './tables.ts';

/** Records with numbers that follow each other, one a line: a text for each would cost most of the time. */
const recordLines = defineTable('contribution', 'record_lines', { first: 'DOUBLE', lines: 'VARCHAR' });

/** Characters after which a part is closed, so that memory does not grow with the width of the rows. */
const partLength = 32 * 1024 * 1024;

/** Writes the rows of one contribution as records and problems, in the order in which they come. */
export class RecordWriter {
  readonly #contribution: string;
  readonly #records: TableWriter<typeof recordLines>;
  readonly #problems: TableWriter<typeof unreadTable>;
  #length = 0;
  #rows = 0;

  constructor(
    lake: Lake,
    contribution: string,
    targets: { readonly record: string; readonly problem: string },
  ) {
    this.#contribution = contribution;
    const toRecords = (rows: { text: string }) => sql`
      select ${contribution} as contribution,
             first::bigint + generate_subscripts(contents, 1) - 1 as row,
             unnest(contents) as content
      from (select first, string_split(lines, chr(10)) as contents from ${rows})`;
    this.#records = new TableWriter(lake, recordLines, targets.record, toRecords);
    this.#problems = new TableWriter(lake, unreadTable, targets.problem);
  }

  get rowCount(): number {
    return this.#rows + this.refused;
  }

  get refused(): number {
    return this.#problems.rowCount;
  }

  async add(rows: readonly (ReadRow | UnreadRow)[]): Promise<void> {
    let run: ReadRow[] = [];
    for (const row of rows) {
      if (isRead(row)) {
        run.push(row);
        continue;
      }
      await this.#addRun(run);
      run = [];
      await this.#problems.add({ contribution: this.#contribution, ...row, refused: true });
    }
    await this.#addRun(run);
  }

  async finish(): Promise<void> {
    await this.#records.finish();
    await this.#problems.finish();
  }

  async #addRun(rows: readonly ReadRow[]): Promise<void> {
    const first = rows[0];
    if (first === undefined) return;
    let lines = recordContent(first);
    for (let index = 1; index < rows.length; index++) lines += `\n${recordContent(rows[index] as ReadRow)}`;
    if (mayBeUnsound(lines)) {
      const checked = rows.map((row) => problemIn(row) ?? row);
      if (!checked.every(isRead)) return this.add(checked);
    }
    this.#rows += rows.length;
    this.#length += lines.length;
    await this.#records.add({ first: first.row, lines });
    if (this.#length < partLength) return;
    await this.#records.endPart();
    this.#length = 0;
  }
}

function problemIn(row: ReadRow): UnreadRow | undefined {
  const field = unsoundColumn(row);
  return field === undefined ? undefined : { row: row.row, code: 'row-encoding', field, value: null };
}
