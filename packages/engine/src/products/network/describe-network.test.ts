import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { networkTable } from '../../findings/tables.ts';
import { connect } from '../../graph/connect.ts';
import { GraphFixture } from '../../graph/graph-fixture.ts';
import { Lake } from '../../lake/lake.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { type DescribedNetwork, describeNetwork } from './describe-network.ts';

let folder: string;
let lake: Lake;
let described: DescribedNetwork;

const police = { owner: 'police', category: 'suspect' } as const;

/** Three drivers of one case, of whom Cleo shares a phone with a second crew of three in a later case. */
const given = new GraphFixture()
  .subject('one', 'case', { owner: 'police' }, { number: 'K1', crimeArea: 'migrant-smuggling' })
  .subject('two', 'case', { owner: 'border' }, { number: 'K2', crimeArea: 'thb-labour' })
  .subject('ada', 'person', { ...police, seen: '2024-01-05' }, { name: 'ada', case: '@one', role: 'leader' })
  .subject('bea', 'person', { ...police, seen: '2024-01-05' }, { name: 'bea', case: '@one' })
  .subject(
    'cleo',
    'person',
    { ...police, seen: '2024-02-01' },
    { name: 'cleo', case: '@one', phone: '+4930555' },
  )
  .subject(
    'dora',
    'person',
    { ...police, seen: '2025-06-01' },
    { name: 'dora', case: '@two', phone: '+4930555' },
  )
  .subject('eva', 'person', { ...police, seen: '2025-06-01' }, { name: 'eva', case: '@two' })
  .subject('fay', 'person', { ...police, seen: '2025-06-01' }, { name: 'fay', case: '@two' })
  .subject(
    'vera',
    'person',
    { owner: 'ngo', category: 'victim' },
    { name: 'vera', case: '@one', phone: '+4930555' },
  );

const names = ['ada', 'bea', 'cleo', 'dora', 'eva', 'fay', 'vera'];
const nameOf = (entity: bigint) => names.find((name) => given.entity(name) === entity) ?? 'somebody else';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-described-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
  await given.load(lake);
  await connect(lake, { folder: join(folder, 'graph') });
  await lake.makeSchema('findings');
  const ids = names.map((name) => given.entity(name)).sort((a, b) => (a < b ? -1 : 1));
  const rows = ids.map((entity) => ({
    network: ids[0] as bigint,
    entity,
    members: ids.length,
    crime_areas: ['thb-labour'],
  }));
  await loadTable(lake, networkTable, rows);
  described = (await describeNetwork(lake, given.entity('eva'))) as DescribedNetwork;
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

test('who is in it, what partners say they do, and who stands between the two crews', () => {
  const between = described.members.slice(0, 2).map(({ entity }) => nameOf(entity));
  expect(between.sort()).toEqual(['cleo', 'dora']);
  expect(described.members).toHaveLength(6);
  const ada = described.members.find(({ entity }) => entity === given.entity('ada'));
  expect(ada).toMatchObject({ stated: ['leader'], standing: { broker: 0, degree: 2 } });
  expect(described.communities).toBe(2);
});

test('whom a statement protects is not in it', () => {
  expect(described.members.map(({ entity }) => nameOf(entity))).not.toContain('vera');
});

test('what binds them, layer by layer', () => {
  expect(described.layers).toEqual([
    { layer: 'case', people: 6, ties: 6, density: 6 / 15 },
    { layer: 'phone', people: 2, ties: 1, density: 1 / 15 },
  ]);
});

test('how it changed: one joins the first crew, then the second crew is there and two of the first are not', () => {
  expect(described.phases.map(({ from, people, joined, left }) => [from, people, joined, left])).toEqual([
    ['2024-01-05', 2, 2, 0],
    ['2024-02-01', 3, 1, 0],
    ['2025-06-01', 4, 3, 2],
  ]);
});

test('who belongs to no network has none', async () => {
  expect(await describeNetwork(lake, given.entity('one'))).toBeUndefined();
});
