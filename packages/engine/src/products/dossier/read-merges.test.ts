import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptContributionTable } from '../../kept.ts';
import { Lake } from '../../lake/lake.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { candidateTable, clusterTable } from '../../resolution/tables.ts';
import { subjectTable } from '../../statements/tables.ts';
import { readMerges } from './read-merges.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-merges-'));
  lake = await Lake.open({ folder, threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

test('records come in the order in which they were received, each with its strongest link to an earlier one', async () => {
  const type = 'person';
  await loadTable(
    lake,
    keptContributionTable,
    ['first', 'second'].map((contribution, index) => ({
      ...{ contribution, partner: contribution, file_name: `${contribution}.csv`, bytes: 1, contact: null },
      received_at: `2026-0${index + 1}-01T00:00:00.000Z`,
    })),
  );
  const stated = (subject: bigint, contribution: string, row: number) => ({
    ...{ subject, contribution, row, name: 'person', type, key: null },
  });
  await loadTable(lake, subjectTable, [
    stated(5n, 'second', 1),
    stated(7n, 'first', 1),
    stated(2n, 'second', 2),
    stated(7n, 'second', 3),
    stated(9n, 'second', 4),
    stated(11n, 'first', 2),
  ]);
  await loadTable(
    lake,
    clusterTable,
    [2n, 5n, 7n, 9n, 11n].map((subject) => ({
      ...{ subject, type, entity: subject === 11n ? 11n : 2n, component: 2n },
    })),
  );
  const pair = (a: bigint, b: bigint, weight: number, judged: string | null = null) => ({
    ...{
      type,
      a,
      b,
      weight,
      probability: 1 / (1 + 2 ** -weight),
      parts: '[]',
      linked: true,
      judged,
      duplicate: null,
    },
  });
  await loadTable(lake, candidateTable, [
    pair(5n, 7n, 6),
    pair(2n, 7n, 4),
    pair(2n, 5n, 9, 'same'),
    { ...pair(7n, 11n, 20), linked: false },
  ]);
  const merges = await readMerges(lake, 2n);
  expect(merges.map(({ subject, to, judged }) => [subject, to, judged])).toEqual([
    [7n, null, false],
    [5n, 7n, false],
    [2n, 5n, true],
    [9n, null, false],
  ]);
  expect(merges[0]).toMatchObject({
    at: '2026-01-01T00:00:00.000Z',
    partner: 'first',
    file: 'first.csv',
    row: 1,
  });
  expect((await readMerges(lake, 11n)).map(({ to }) => to)).toEqual([null]);
  expect(await readMerges(lake, 3n)).toEqual([]);
});
