import type { Lake } from '../lake/lake.ts';
import type { Row, Table } from '../lake/table.ts';
import { loadTableInTurn } from '../lake/table-writer.ts';
import { text } from './work.ts';

/** Fills a table with what each row of a query becomes, batch by batch. */
export async function loadForms<T extends Table>(
  lake: Lake,
  table: T,
  select: string,
  make: {
    readonly rows: (values: readonly unknown[]) => readonly Row<T>[];
  },
): Promise<void> {
  async function* batches(): AsyncGenerator<Row<T>[]> {
    for await (const { rowCount, columns } of lake.stream(text(select))) {
      const rows: Row<T>[] = [];
      for (let index = 0; index < rowCount; index++) {
        rows.push(...make.rows(columns.map((column) => column[index] ?? null)));
      }
      yield rows;
    }
  }
  await loadTableInTurn(lake, table, batches());
}
