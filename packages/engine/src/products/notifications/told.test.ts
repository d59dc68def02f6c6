import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { notificationTable } from '../tables.ts';
import { keepTold, takeNews } from './told.ts';

let folder: string;
let lake: Lake;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-told-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
});

afterEach(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

/** Mounts notifications on entities, each with the others' subjects. */
async function found(told: Readonly<Record<number, { entity: number; others: readonly number[] }>>) {
  const side = { own: [1n], own_contributions: ['c1'], own_contribution: 'c1', own_row: 1 };
  await loadTable(
    lake,
    notificationTable,
    Object.entries(told).map(([id, { entity, others }]) => ({
      ...{
        notification: BigInt(id),
        recipient: 'north',
        other: 'south',
        contact: null,
        kind: 'the same phone',
      },
      ...{
        type: 'phone',
        ...side,
        entity: BigInt(entity),
        others: others.map(BigInt),
        other_contributions: ['c2'],
      },
    })),
  );
}

const base = () => join(folder, 'base');
const turn = (number: number) => join(folder, `turn-${number}`);

async function newsOf(number: number, entities: readonly number[]) {
  await lake.run(
    sql`create or replace table touched as select unnest(${sql`[${{ text: entities.join(', ') }}]`})::ubigint as entity`,
  );
  const news = { text: 'news' };
  const held: [string, ...string[]] = [
    base(),
    ...Array.from({ length: number - 1 }, (_, index) => turn(index + 1)),
  ];
  const given = { entities: { text: 'touched' }, notifications: sql`${notificationTable}`, news };
  const gone = await takeNews(lake, { folder: turn(number), held, ...given });
  const rows = await lake.rows<{ notification: bigint }>(
    sql`select notification from ${news} order by notification`,
  );
  return { news: rows.map(({ notification }) => Number(notification)), gone: gone.map(Number) };
}

test('only what is new or not as it was is told, what is missing is gone, and what was gone comes back', async () => {
  await found({
    1: { entity: 10, others: [5] },
    2: { entity: 10, others: [6] },
    3: { entity: 20, others: [7] },
    4: { entity: 30, others: [8] },
  });
  await keepTold(lake, base());
  // 1 stands, 2 says something else, 3 is missing, 4 was not looked at, 5 is new; 10 is now called 9.
  await found({
    1: { entity: 9, others: [5] },
    2: { entity: 9, others: [6, 7] },
    5: { entity: 9, others: [5] },
  });
  expect(await newsOf(1, [9, 10, 20])).toEqual({ news: [2, 5], gone: [3] });
  await found({ 3: { entity: 20, others: [7] } });
  expect(await newsOf(2, [20])).toEqual({ news: [3], gone: [] });
  await found({ 2: { entity: 9, others: [6, 7] }, 3: { entity: 20, others: [7] } });
  expect(await newsOf(3, [9, 20])).toEqual({ news: [], gone: [1, 5] });
});
