import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../../lake/lake.ts';
import { joinSql, sql } from '../../lake/sql.ts';
import { type Indicator, measure } from './indicator.ts';
import { smallestShown } from './suppress.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-indicator-'));
  lake = await Lake.open({ folder, threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const names = ['north', 'south', 'east', 'west', 'middle'];

function table(counts: readonly number[], cells: Indicator['cells'], smallCells = true): Indicator {
  const rows = counts.map((count, index) => sql`(${names[index] ?? ''}, ${count})`);
  return {
    id: 'trial',
    title: 'Trial',
    unit: 'people',
    dimension: 'place',
    cells,
    smallCells,
    query: () =>
      sql`select * from (values ${joinSql(rows, ', ')}) v(dimension, value) order by value desc, dimension`,
  };
}

const counts = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: names.length });
const kinds = fc.constantFrom<Indicator['cells']>('disjoint', 'overlapping');

test('no table of people hides one cell alone, whether its cells add up or overlap', async () => {
  await fc.assert(
    fc.asyncProperty(counts, kinds, async (values, cells) => {
      const measured = await measure(lake, table(values, cells), { year: null });
      const hidden = measured.cells.filter((cell) => cell.hidden !== undefined);
      if (values.length > 1) expect(hidden).not.toHaveLength(1);
      for (const cell of measured.cells) {
        expect(cell.value === null).toBe(cell.hidden !== undefined);
        if (cell.value !== null && cell.value > 0) expect(cell.value).toBeGreaterThanOrEqual(smallestShown);
      }
    }),
    { numRuns: 60 },
  );
});

test('the order of hidden cells tells nothing of their counts', async () => {
  const order = async (values: readonly number[]) =>
    (await measure(lake, table(values, 'disjoint'), { year: null })).cells.map((cell) => [
      cell.dimension,
      cell.hidden,
    ]);
  expect(await order([1, 2, 3, 40])).toEqual(await order([3, 2, 1, 40]));
});

test('the total of cells that add up is theirs, and tables of things are shown whole', async () => {
  const measured = await measure(lake, table([1, 2, 40], 'disjoint', false), { year: null });
  expect(measured.cells.map((cell) => cell.value)).toEqual([40, 2, 1]);
  expect(measured.total?.value).toBe(43);
  expect((await measure(lake, table([9, 8], 'overlapping'), { year: null })).total).toBeUndefined();
});
