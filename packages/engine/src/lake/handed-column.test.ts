import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from './lake.ts';
import { withOneThread } from './one-thread.ts';
import { sql } from './sql.ts';
import { defineTable, type Row } from './table.ts';
import { loadTable } from './table-writer.ts';

const table = defineTable('trial', 'handed', {
  place: 'INTEGER',
  text: 'VARCHAR',
  whole: 'BIGINT',
  id: 'UBIGINT',
  share: 'DOUBLE',
  is: 'BOOLEAN',
  day: 'DATE',
  ids: 'UBIGINT[]',
  words: 'VARCHAR[]',
  shares: 'DOUBLE[]',
});

let folder: string;
let lake: Lake;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-handed-'));
  lake = await Lake.open({ folder, threads: 2 });
});
afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

async function back(rows: readonly Row<typeof table>[]): Promise<readonly Row<typeof table>[]> {
  await loadTable(lake, table, rows);
  return lake.rows(sql`select * from ${table} order by place`);
}

const id = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const share = fc.double({ noNaN: true });
// Around the length up to which the engine keeps a text in its place, in one byte a letter and in several.
const words = fc.oneof(
  fc.string({ maxLength: 16 }),
  fc.string({ unit: 'grapheme', maxLength: 16 }),
  fc.constantFrom('', 'twelve chars', 'thirteen char', 'Николай', 'Zoë'),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const row = fc.record({
  text: maybe(words),
  whole: maybe(fc.maxSafeInteger()),
  id: maybe(id),
  share: maybe(share),
  is: maybe(fc.boolean()),
  day: maybe(fc.constantFrom('1969-12-31', '1970-01-01', '2024-02-29', '0001-01-01')),
  ids: maybe(fc.array(id, { maxLength: 3 })),
  words: maybe(fc.array(words, { maxLength: 3 })),
  shares: maybe(fc.array(share, { maxLength: 3 })),
});

test('values come out as they went in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 80 }), async (made) => {
      const rows = made.map((one, place) => ({ ...one, place }));
      expect(await back(rows)).toEqual(rows);
    }),
    { numRuns: 25 },
  );
});

test('more rows than the engine takes at once, with lists longer than that', async () => {
  const rows = Array.from({ length: 2100 }, (_, place) => ({
    ...{
      place,
      text: place % 3 === 0 ? null : `name ${place}`,
      whole: place,
      id: BigInt(place),
      share: place / 2,
    },
    ...{ is: place % 2 === 0, day: place % 7 === 0 ? null : '2024-02-29', ids: [BigInt(place), 1n] },
    words: place % 5 === 0 ? null : ['a', `a word of some length ${place}`, 'b'],
    shares: place === 2099 ? Array.from({ length: 3000 }, (_, index) => index / 4) : [place],
  }));
  expect(await back(rows)).toEqual(rows);
});

test('what is no whole number of 32 bits is refused', async () => {
  const nothing = { text: null, whole: null, id: null, share: null, is: null, day: null };
  const lists = { ids: null, words: null, shares: null };
  for (const place of [0.5, 2 ** 31, Number.NaN]) {
    await expect(back([{ place, ...nothing, ...lists }])).rejects.toThrow('32 bits');
  }
});

test('work with one thread leaves the lake its threads, whether it ends well or not', async () => {
  const threads = async () => (await lake.row<{ n: number }>(sql`select current_setting('threads') as n`)).n;
  expect(await withOneThread(lake, () => withOneThread(lake, threads))).toBe(1);
  expect(await threads()).toBe(2);
  await expect(withOneThread(lake, () => Promise.reject(new Error('halfway')))).rejects.toThrow('halfway');
  expect(await threads()).toBe(2);
});
