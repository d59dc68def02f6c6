import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Lake } from './lake.ts';
import { sql } from './sql.ts';
import { mountTable, runStep, tableFolder } from './store.ts';
import { defineTable } from './table.ts';
import { loadTable, writeTable, writeTableFrom } from './table-writer.ts';

const numbers = defineTable('trial', 'numbers', {
  id: 'UBIGINT',
  name: 'VARCHAR',
  count: 'BIGINT',
  on: 'DATE',
  parts: 'UBIGINT[]',
});

let folder: string;
let lake: Lake;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-lake-'));
  lake = await Lake.open({ folder, lockFile: join(folder, 'lock.duckdb') });
});

afterEach(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const row = (index: number) => ({
  id: BigInt(index) + 2n ** 63n,
  name: index % 3 === 0 ? null : `O'Neill ${index}`,
  count: index,
  on: '2024-02-29',
  parts: [1n, BigInt(index)],
});

test('rows made in TypeScript come back as they were, over many chunks', async () => {
  await writeTable(lake, { folder, table: numbers }, async (writer) => {
    for (let index = 0; index < 5000; index++) await writer.add(row(index));
  });
  const rows = await lake.rows(sql`select * from ${numbers} order by id`);
  expect(rows).toHaveLength(5000);
  expect(rows[4999]).toEqual(row(4999));
});

test('an empty table keeps its columns', async () => {
  await writeTable(lake, { folder, table: numbers }, async () => {});
  expect(await lake.rows(sql`select name from ${numbers}`)).toEqual([]);
  await mountTable(lake, numbers, [join(folder, 'nowhere')]);
  expect(await lake.rows(sql`select id from ${numbers}`)).toEqual([]);
});

test('a step gives the same bytes twice, and nothing when it fails', async () => {
  await loadTable(lake, defineTable('trial', 'given', { id: 'UBIGINT', name: 'VARCHAR' }), [
    { id: 2n, name: 'b' },
    { id: 1n, name: 'a' },
  ]);
  const out = defineTable('trial', 'out', { id: 'UBIGINT', name: 'VARCHAR' });
  const given = sql`select id, name from trial.given order by id`;
  const file = join(tableFolder(folder, out), 'part-00000.parquet');
  await runStep(lake, folder, { writes: out, select: given });
  const first = await readFile(file);
  await runStep(lake, folder, { writes: out, select: given });
  expect(await readFile(file)).toEqual(first);
  const broken = sql`select id, error('broken') as name from trial.given`;
  await expect(runStep(lake, folder, { writes: out, select: broken })).rejects.toThrow('broken');
  expect(await readFile(file)).toEqual(first);
  expect(await readdir(join(folder, 'trial'))).toEqual(['out']);
});

test('only one holder of the lock', async () => {
  const code = `import { Lake } from '${new URL('./lake.ts', import.meta.url).href}';
    await Lake.open({ folder: '${join(folder, 'second')}', lockFile: '${join(folder, 'lock.duckdb')}' });`;
  const { execFile } = await import('node:child_process');
  const failure = await new Promise<string>((done) => {
    execFile(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], (_error, _out, err) =>
      done(String(err)),
    );
  });
  expect(failure).toMatch(/works on this hub/);
});

test('a stream goes on while other queries run', async () => {
  let rows = 0;
  for await (const batch of lake.stream(sql`select range from range(20000)`)) {
    rows += batch.rowCount;
    await lake.run(sql`create or replace temp table other as select 1 as one`);
  }
  expect(rows).toBe(20_000);
});

test('rows can be written in short and told in full', async () => {
  const given = defineTable('trial', 'short', { code: 'INTEGER' });
  const told = defineTable('trial', 'told', { word: 'VARCHAR' });
  const select = (rows: { readonly text: string }) =>
    sql`select (['no', 'yes'])[code + 1] as word from ${rows}`;
  await writeTableFrom(lake, { folder, table: told, given, select }, async (writer) => {
    for (const code of [1, 0, 1]) await writer.add({ code });
  });
  expect(await lake.rows(sql`select word from ${told}`)).toEqual([
    { word: 'yes' },
    { word: 'no' },
    { word: 'yes' },
  ]);
});

test('a request to stop refuses what follows', async () => {
  const stop = new AbortController();
  const other = await Lake.open({ folder: join(folder, 'other'), signal: stop.signal });
  const long = other.rows(sql`select sum(a.range * b.range) as s from range(100000) a, range(1000000) b`);
  setTimeout(() => stop.abort(), 50);
  await expect(long).rejects.toMatchObject({ code: 'cancelled' });
  await expect(other.run(sql`select 1`)).rejects.toMatchObject({ code: 'cancelled' });
  other.close();
});

test('a request to stop reaches what runs on a connection of its own', async () => {
  const stop = new AbortController();
  const other = await Lake.open({ folder: join(folder, 'other'), signal: stop.signal });
  const read = other.stream(sql`select sum(a.range * b.range) as s from range(100000) a, range(1000000) b`);
  const first = read.next();
  setTimeout(() => stop.abort(), 20);
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  other.close();
});
