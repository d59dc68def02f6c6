// In: tables of a folder that never changes, mounted. Out: the same under the same names, from the engine's memory as
// far as they fit. Who looks up a few rows by id has them in a tenth of the time that unpacking Parquet takes.
// Invariant: what is read is the same, held or not, and at every moment between.

import { stat } from 'node:fs/promises';
import type { Lake } from './lake.ts';
import { identifier, joinSql, sql } from './sql.ts';
import { parquetFiles, rowsOf, tableFolder } from './store.ts';
import { defineTable, type Table } from './table.ts';

/** A table, and the columns that single rows of it are looked up by, beyond the order that it is in. */
export interface HeldTable {
  readonly table: Table;
  readonly lookedUpBy: readonly string[];
}

/** Bytes that tables take on the disk. In memory it is six times as much, and again a third for each such column. */
export interface HeldBytes {
  /** A smaller table is as quick from the disk. */
  readonly least: number;
  /** All of them together. */
  readonly most: number;
}

/** Takes tables into memory, each that still fits when its turn comes, while others read. */
export function holdTables(
  lake: Lake,
  tables: readonly HeldTable[],
  { folder, least, most }: HeldBytes & { readonly folder: string },
): Promise<void> {
  return lake.beside(async (run) => {
    await run(sql`create schema if not exists held`);
    let left = most;
    for (const { table, lookedUpBy } of tables) {
      const files = await parquetFiles(tableFolder(folder, table));
      const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
      const size = sizes.reduce((sum, bytes) => sum + bytes, 0);
      if (size < least || size > left) continue;
      left -= size;
      const held = defineTable('held', `${table.schema}_${table.name}`, table.columns);
      await run(sql`create table ${held} as ${rowsOf(table, files)}`);
      for (const column of lookedUpBy)
        await run(
          sql`create index ${identifier(`${held.name}_${column}`)} on ${held} (${identifier(column)})`,
        );
      const columns = joinSql(Object.keys(table.columns).map(identifier), ', ');
      await run(sql`create or replace view ${table} as select ${columns} from ${held}`);
    }
  });
}
