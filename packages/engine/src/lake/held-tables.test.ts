import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdTables } from './held-tables.ts';
import { Lake } from './lake.ts';
import { sql } from './sql.ts';
import { mountTables, runStep } from './store.ts';
import { defineTable, type Table } from './table.ts';

const names = defineTable('trial', 'name', { id: 'UBIGINT', name: 'VARCHAR', parts: 'UBIGINT[]' });
const numbers = defineTable('trial', 'number', { id: 'UBIGINT', number: 'BIGINT' });
const missing = defineTable('trial', 'missing', { id: 'UBIGINT' });
const held = [
  { table: names, lookedUpBy: ['id', 'name'] },
  { table: missing, lookedUpBy: ['id'] },
  { table: numbers, lookedUpBy: [] },
];

let folder: string;
let lake: Lake;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-held-'));
  lake = await Lake.open({ folder });
  await runStep(lake, folder, {
    writes: names,
    select: sql`select hash(range) as id, 'name ' || range % 700 as name, [hash(range), 1] as parts
      from range(3000) order by id`,
  });
  await runStep(lake, folder, {
    writes: numbers,
    select: sql`select range::ubigint as id, range as number from range(3000) order by id`,
  });
});

afterEach(async () => {
  await lake.endBeside();
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const whole = (table: Table) => lake.rows(sql`select * from ${table} order by id`);

/** Which tables are read from the working file. */
async function taken(): Promise<readonly string[]> {
  const rows = await lake.rows<{ name: string }>(
    sql`select view_name as name from duckdb_views() where schema_name = 'trial' and contains(sql, 'looked_up') order by 1`,
  );
  return rows.map(({ name }) => name);
}

test('what is held reads the same as from the disk, while it is taken in too', async () => {
  const before = [await whole(names), await whole(numbers)];
  const taking = holdTables(lake, held, { folder, least: 1, most: 1e9 });
  const meanwhile = [await whole(names), await whole(numbers)];
  await taking;
  expect(await taken()).toEqual(['name', 'number']);
  expect([await whole(names), await whole(numbers)]).toEqual(before);
  expect(meanwhile).toEqual(before);
  const one = await lake.row<{ id: bigint }>(sql`select id from ${names} order by id limit 1`);
  expect(await lake.rows(sql`select id from ${names} where id in (${one.id})`)).toEqual([one]);
});

test('a table that is made of others is held too, as far as it fits', async () => {
  const own = defineTable('trial', 'even', { id: 'UBIGINT', number: 'BIGINT' });
  await lake.run(sql`create view ${own} as select n.* from ${numbers} n where n.number % 2 = 0`);
  const before = await whole(own);
  const made = { table: own, lookedUpBy: ['id'], rowBytes: 10 };
  await holdTables(lake, [made], { folder, least: 1, most: 14_999 });
  expect(await taken()).toEqual([]);
  await holdTables(lake, [made], { folder, least: 1, most: 15_000 });
  expect(await taken()).toEqual(['even']);
  expect(await whole(own)).toEqual(before);
});

test.each([
  { least: 1, most: 20_000, names: ['number'], why: 'the first does not fit, the last does' },
  { least: 1e9, most: 1e9, names: [], why: 'all are small enough for the disk' },
])('no more is held than is told: $why', async ({ least, most, names: expected }) => {
  await holdTables(lake, held, { folder, least, most });
  expect(await taken()).toEqual(expected);
});

test('who closes the lake need not wait: everything is readable still', async () => {
  const before = await whole(names);
  const taking = holdTables(lake, held, { folder, least: 1, most: 1e9 });
  const outcome = expect(taking).rejects.toMatchObject({ code: 'cancelled' });
  await lake.endBeside();
  await outcome;
  expect(await whole(names)).toEqual(before);
});

test('many ids are looked up as well as few, and nothing stays when the lake is closed', async () => {
  const own = await Lake.open({ folder: join(folder, 'own') });
  await mountTables(own, [names], [folder]);
  const asked = (most: number) =>
    own.rows(sql`
    select n.* from ${names} n semi join (select hash(range) as id from range(${most})) a on a.id = n.id order by n.id`);
  const before = [await asked(30), await asked(1000), await asked(2500)];
  await holdTables(own, held, { folder, least: 1, most: 1e9 });
  expect([await asked(30), await asked(1000), await asked(2500)]).toEqual(before);
  expect(existsSync(join(own.spill, 'looked-up.duckdb'))).toBe(true);
  own.close();
  expect(existsSync(own.spill)).toBe(false);
});
