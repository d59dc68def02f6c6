import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entityTable } from '../graph/tables.ts';
import { Lake } from '../lake/lake.ts';
import { loadTable } from '../lake/table-writer.ts';
import { findingKey, findingsByKey } from './finding-key.ts';
import { type FindingsChosen, listFindings } from './list-findings.ts';
import { findingTable } from './tables.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-findings-'));
  lake = await Lake.open({ folder, threads: 1 });
  await loadTable(lake, entityTable, []);
  const finding = {
    detector: 'shared-facilitators',
    kind: 'communication',
    subjects: [],
    label: 1n,
  };
  const reasonOf = (id: bigint) =>
    JSON.stringify({ sentences: [], otherwise: [], figures: id < 3n ? { areas: ['thb-labour'] } : {} });
  // Equal chances, and one that a text does not hold exactly.
  const chances: readonly (readonly [bigint, number, number])[] = [
    [5n, 0.1 + 0.2, 0.01],
    [2n, 0.1 + 0.2, 0.01],
    [18446744073709551615n, 0.1 + 0.2, 0.001],
    [1n, 0.5, 0.001],
    [9n, 1e-300, 1e-301],
  ];
  await loadTable(
    lake,
    findingTable,
    chances.map(([id, corrected, chance]) => ({
      ...finding,
      finding: id,
      reason: reasonOf(id),
      evidence: [id, 1n],
      chance,
      chance_corrected: corrected,
    })),
  );
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

test('pages go on behind the finding named, each finding once, in the order of the list', async () => {
  const all = (await listFindings(lake, { limit: 10 })).map(({ finding }) => finding);
  expect(all).toEqual([9n, 18446744073709551615n, 2n, 5n, 1n]);
  const paged: bigint[] = [];
  for (let after: bigint | undefined; ; after = paged.at(-1)) {
    const page = await listFindings(lake, { after, limit: 2 });
    paged.push(...page.map(({ finding }) => finding));
    if (page.length < 2) break;
  }
  expect(paged).toEqual(all);
  expect(await listFindings(lake, { after: 77n, limit: 10 })).toEqual([]);
});

test('findings are chosen by area, chance and standing, and by what was said of them', async () => {
  const idsOf = async (chosen: FindingsChosen) =>
    (await listFindings(lake, { ...chosen, limit: 10 })).map(({ finding }) => finding);
  expect(await idsOf({ area: 'thb-labour' })).toEqual([2n, 1n]);
  expect(await idsOf({ area: 'corruption' })).toEqual([]);
  expect(await idsOf({ mostChance: 0.3 })).toEqual([9n]);
  expect(await idsOf({ standing: 'untested', area: 'thb-labour' })).toEqual([2n, 1n]);
  expect(await idsOf({ standing: 'validated' })).toEqual([]);
  expect(await idsOf({ only: [5n, 9n] })).toEqual([9n, 5n]);
  expect(await idsOf({ only: [] })).toEqual([]);
  expect(await idsOf({ without: [5n, 9n], area: 'thb-labour' })).toEqual([2n, 1n]);
  const key = findingKey('shared-facilitators', [1n, 9n, 9n]);
  expect(await findingsByKey(lake, [key])).toEqual(new Map([[9n, key]]));
  expect(await findingsByKey(lake, [findingKey('other', [1n, 9n])])).toEqual(new Map());
});
