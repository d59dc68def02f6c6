import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from './lake.ts';
import { identifier, sql } from './sql.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-sql-'));
  lake = await Lake.open({ folder, threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const hostile = ["'", "''", "';--", '\\', "\\'", '"', '$$', '$1', '/*', '*/', '\n', '%', '\u2019', '$', '{'];
const text = oneof(
  string({ unit: 'grapheme', maxLength: 30 }),
  string({ unit: constantFrom(...hostile, 'a', ' '), maxLength: 12 }),
).filter((each) => !each.includes('\0'));

test('whatever a value or a name is, it is one value or one name of the query', () =>
  assert(
    asyncProperty(text, text, async (value, name) => {
      const query = sql`select ${value} as ${identifier(`n${name}`)}, ${[value, 'b']}[1] as one, 7 as after`;
      expect(await lake.rows(query)).toEqual([{ [`n${name}`]: value, one: value, after: 7 }]);
    }),
    { numRuns: 200 },
  ));

test('what no literal can hold is refused before it is a query', () => {
  expect(() => sql`select ${'a\0b'}`).toThrow();
  expect(() => identifier('a\0b')).toThrow();
  expect(() => sql`select ${Number.NaN}`).toThrow();
});
