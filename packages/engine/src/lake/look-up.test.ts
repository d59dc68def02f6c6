import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from './lake.ts';
import { takeFound, writeLookUp } from './look-up.ts';
import { defineTable } from './table.ts';
import { loadTable } from './table-writer.ts';

const shelf = { numbers: ['other'], text: 'said' } as const;
const rowTable = defineTable('main', 'given', { id: 'UBIGINT', other: 'UBIGINT', said: 'VARCHAR' });
const askedTable = defineTable('main', 'asked', { id: 'UBIGINT' });
const foundTable = defineTable('main', 'found', {});
const ids = { text: 'from asked' };

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-look-up-'));
  lake = await Lake.open({ folder: join(folder, 'work') });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const largest = 2n ** 64n - 1n;
/** Ids spread as hashes are, and ids that lie side by side. */
const id = fc.oneof(
  fc.bigInt({ min: 0n, max: largest }),
  fc.integer({ min: 0, max: 40 }).map((number) => BigInt(number)),
  fc.constant(largest),
);
const row = fc.record({
  id,
  other: fc.bigInt({ min: 0n, max: largest }),
  said: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('', 'twice', 'ß'.repeat(3000)),
  ),
});

async function found(place: string, what: { readonly idsAlone?: boolean } = {}) {
  await takeFound(lake, { ...shelf, folder: join(folder, place), ids, into: foundTable, ...what });
  return lake.rows<{ id: bigint }>({ text: 'select * from found order by all' });
}

test('what is looked up is what a query over all rows gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 60 }),
      fc.array(id, { maxLength: 12 }),
      async (rows, others) => {
        const asked = [
          ...new Set([...others, ...rows.filter((_, index) => index % 3 === 0).map((one) => one.id)]),
        ];
        await loadTable(lake, rowTable, rows);
        await loadTable(
          lake,
          askedTable,
          asked.map((one) => ({ id: one })),
        );
        await writeLookUp(lake, join(folder, 'some'), { ...shelf, select: { text: 'from given' } });
        const expected = await lake.rows<{ id: bigint }>({
          text: 'select * from given where id in (from asked) order by all',
        });
        expect(await found('some')).toEqual(expected);
        expect(await found('some', { idsAlone: true })).toEqual(expected.map((one) => ({ id: one.id })));
      },
    ),
    { numRuns: 20 },
  );
});

test('many rows, of one id or of many, are found in portions', async () => {
  await lake.run({
    text: `create or replace table given as select if(i < 60000, 7, hash(i))::ubigint as id, i::ubigint as other, 'text ' || i % 90 as said
      from range(80000) r(i)`,
  });
  await lake.run({
    text: 'create or replace table asked as select distinct id from given where other % 2 = 0',
  });
  await writeLookUp(lake, join(folder, 'many'), { ...shelf, select: { text: 'from given' } });
  await takeFound(lake, { ...shelf, folder: join(folder, 'many'), ids, into: foundTable });
  const counts = await lake.row<{ found: number; wrong: number }>({
    text: 'select (select count(*) from found) as found, (select count(*) from (from found except from given)) as wrong',
  });
  expect(counts).toEqual({ found: 70_000, wrong: 0 });
});

test('the order of rows is not in the bytes, and a text that comes again is kept once', async () => {
  const bytes: string[] = [];
  for (const order of ['other', 'other desc']) {
    await lake.run({
      text: `create or replace table given as select hash(i)::ubigint as id, i::ubigint as other, 'said ' || i % 3 as said
        from range(5000) r(i) order by ${order}`,
    });
    await writeLookUp(lake, join(folder, 'bytes'), { ...shelf, select: { text: 'from given' } });
    const hash = createHash('sha256');
    for (const name of (await readdir(join(folder, 'bytes'))).sort())
      hash.update(await readFile(join(folder, 'bytes', name)));
    bytes.push(hash.digest('hex'));
    expect((await readFile(join(folder, 'bytes', 'texts'))).length).toBe(3 * 'said 0'.length);
  }
  expect(bytes[0]).toBe(bytes[1]);
});

test('nothing is found where nothing was written', async () => {
  expect(await found('nowhere')).toEqual([]);
});
