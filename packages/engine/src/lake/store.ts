import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lake } from './lake.ts';
import { joinSql, type Query, sql } from './sql.ts';
import type { Columns, Table } from './table.ts';

/**
 * One SQL text and the one table it fills. The text must end in an `order by` over a key: the same input then
 * gives the same bytes.
 */
export interface Step {
  readonly writes: Table;
  readonly select: Query;
  /** Rows that are read together, at least 2,048; few where a few are looked up by the order that they are in. */
  readonly together?: number;
}

/** The Parquet directory of a table under a folder. */
export function tableFolder(folder: string, table: Table): string {
  return join(folder, table.schema, table.name);
}

/**
 * Runs a step: SQL, then a Parquet directory, then a view. The directory appears whole or not at all, so it is the
 * restart point too.
 */
export async function runStep(lake: Lake, folder: string, step: Step): Promise<void> {
  await writeStep((query) => lake.run(query), folder, step);
  await mountTable(lake, step.writes, [folder]);
}

/** As `runStep`, without the view; `run` may be that of work beside (`Lake.beside`). */
export function writeStep(run: (query: Query) => Promise<void>, folder: string, step: Step): Promise<void> {
  return writeWhole(tableFolder(folder, step.writes), (target) =>
    run(copyTo(step.select, join(target, 'part-00000.parquet'), step.together)),
  );
}

const usuallyTogether = 122_880;

/** `copy (select) to file`, with row groups small enough to skip by. */
export function copyTo(select: Query, file: string, together = usuallyTogether): Query {
  const size = { text: String(together) };
  return sql`copy (${select}) to ${file} (format parquet, compression zstd, row_group_size ${size})`;
}

/** Fills a directory beside its final place and moves it there. What stood there before is replaced. */
export async function writeWhole(folder: string, fill: (target: string) => Promise<void>): Promise<void> {
  const target = `${folder}.partial`;
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  try {
    await fill(target);
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    throw error;
  }
  await rm(folder, { recursive: true, force: true });
  await rename(target, folder);
}

/** Makes a table readable under its name, over the union of what the folders hold of it. */
export async function mountTable(lake: Lake, table: Table, folders: readonly string[]): Promise<void> {
  const files: string[] = [];
  for (const folder of folders) files.push(...(await parquetFiles(tableFolder(folder, table))));
  await lake.makeSchema(table.schema);
  await lake.run(sql`create or replace view ${table} as ${rowsOf(table, files)}`);
}

export async function mountTables(
  lake: Lake,
  tables: readonly Table[],
  folders: readonly string[],
): Promise<void> {
  for (const table of tables) await mountTable(lake, table, folders);
}

/** The Parquet files of a folder in the order of their names. */
export async function parquetFiles(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.parquet'))
    .sort()
    .map((name) => join(folder, name));
}

/** What some Parquet files hold of a table; nothing, under its columns, where there are none. */
export function rowsOf(table: Table, files: readonly string[]): Query {
  if (files.length === 0) return noRows(table.columns);
  const names = Object.keys(table.columns).map((name) => ({ text: `"${name}"` }));
  return sql`select ${joinSql(names, ', ')} from ${parquet(files)}`;
}

/** The rows of some Parquet files, one at least. */
export function parquet(files: readonly string[]): Query {
  return sql`read_parquet([${joinSql(
    files.map((file) => sql`${file}`),
    ', ',
  )}])`;
}

/** The rows of some Parquet files, each with its `turn`: which of the files it came in, counted from 0. */
export function inTurn(columns: Columns, files: readonly string[]): Query {
  if (files.length === 0) return noRows({ ...columns, turn: 'UBIGINT' });
  return sql`select *, file_index as turn from ${parquet(files)}`;
}

/** No row, under its columns. */
export function noRows(columns: Columns): Query {
  const nulls = Object.entries(columns).map(([name, type]) => ({ text: `null::${type} as "${name}"` }));
  return sql`select ${joinSql(nulls, ', ')} where false`;
}
