// In: tables of a folder that never changes, mounted. Out: the same under the same names, from a working file of the lake
// that is laid out for looking up, as far as they fit. Who looks up a few rows by id has them in a tenth of the time that
// unpacking Parquet takes. Invariant: what is read is the same, held or not, and at every moment between. The memory that
// the file takes is the engine's own, within its limit: what is asked for seldom is let go of and read again.

import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lake } from './lake.ts';
import { identifier, joinSql, type Query, sql } from './sql.ts';
import { parquetFiles, rowsOf, tableFolder } from './store.ts';
import { defineTable, type Table } from './table.ts';

/** A table, and the columns that single rows of it are looked up by, beyond the order that it is in. */
export interface HeldTable {
  readonly table: Table;
  readonly lookedUpBy: readonly string[];
  /** Of a table that is not in the folder but made of others: what a row of it takes as Parquet, in bytes. */
  readonly rowBytes?: number | undefined;
}

/** Bytes that tables take as Parquet. In the working file it is five times as much, indexes included. */
export interface HeldBytes {
  /** A smaller table is as quick from the disk. */
  readonly least: number;
  /** All of them together. */
  readonly most: number;
}

/** Rows that are read together: a word is found among few others, and so many need one mark of where they begin and end. */
const together = 8192;

/** Of so many ids each is looked up in the index; of more, all rows are gone through, which then costs less. */
const mostIds = 2000;

/** Rows that looking up may give; where it is more, all are gone through. */
const mostRows = 20_000;

/** Takes tables into the working file, each that still fits when its turn comes, while others read. */
export function holdTables(
  lake: Lake,
  tables: readonly HeldTable[],
  { folder, least, most }: HeldBytes & { readonly folder: string },
): Promise<void> {
  return lake.beside(async (run) => {
    await mkdir(lake.spill, { recursive: true });
    // A row that was packed takes three times as long to fetch, and packing twice as long to write.
    await run(sql`set global force_compression = 'uncompressed'`);
    await run(sql`set global dynamic_or_filter_threshold = ${mostIds}`);
    await run(sql`set global index_scan_max_count = ${mostRows}`);
    const file = join(lake.spill, 'looked-up.duckdb');
    await run(sql`attach if not exists ${file} as looked_up (row_group_size ${together})`);
    let left = most;
    for (const { table, lookedUpBy, rowBytes } of tables) {
      const { rows, size } =
        rowBytes === undefined ? await inFolder(table, folder) : await inView(lake, table, rowBytes);
      if (size < least || size > left) continue;
      left -= size;
      const held = defineTable('looked_up', `${table.schema}_${table.name}`, table.columns);
      await run(sql`create table ${held} as ${rows}`);
      for (const column of lookedUpBy)
        await run(
          sql`create index ${identifier(`${held.name}_${column}`)} on ${held} (${identifier(column)})`,
        );
      // What was made is on the disk from here on, so that memory can let go of it.
      await run(sql`checkpoint looked_up`);
      await run(sql`create or replace view ${table} as select ${columnsOf(table)} from ${held}`);
    }
  });
}

interface Rows {
  readonly rows: Query;
  /** As Parquet, in bytes. */
  readonly size: number;
}

async function inFolder(table: Table, folder: string): Promise<Rows> {
  const files = await parquetFiles(tableFolder(folder, table));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return { rows: rowsOf(table, files), size: sizes.reduce((sum, bytes) => sum + bytes, 0) };
}

async function inView(lake: Lake, table: Table, rowBytes: number): Promise<Rows> {
  let count = 0;
  for await (const { columns } of lake.stream(sql`select count(*) from ${table}`))
    count = columns[0]?.[0] as number;
  return { rows: sql`select ${columnsOf(table)} from ${table}`, size: count * rowBytes };
}

function columnsOf(table: Table): Query {
  return joinSql(Object.keys(table.columns).map(identifier), ', ');
}
