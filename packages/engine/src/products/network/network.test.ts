import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../graph/connect.ts';
import { GraphFixture } from '../../graph/graph-fixture.ts';
import { Lake } from '../../lake/lake.ts';
import { commonNeighbours, expandNetwork } from './expand-network.ts';
import { findPaths } from './find-paths.ts';
import type { Network, NetworkFilters } from './network.ts';
import { currentEntities, readNetwork } from './read-network.ts';

let folder: string;
let lake: Lake;
let given: GraphFixture;

const suspect = { owner: 'police', category: 'suspect' } as const;
const victim = { owner: 'ngo', category: 'victim' } as const;

/** A chain of cases from Ada to Dora, a phone that Ada shares with Eva, and a victim in a case and on the phone. */
function story(): GraphFixture {
  const fixture = new GraphFixture();
  const person = (name: string, cases: readonly string[], phone?: string) => {
    const called = (place: number) => (place === 0 ? name : `${name} again`);
    cases.forEach((each, place) => {
      const stated = { name, case: `@${each}`, ...(phone === undefined ? {} : { phone }) };
      fixture.subject(called(place), 'person', name === 'vera' ? victim : suspect, stated);
    });
    if (cases.length > 1) fixture.same(name, called(1));
  };
  person('ada', ['one', 'far'], '+4930555');
  person('bea', ['one', 'two']);
  person('cleo', ['two', 'three']);
  person('dora', ['three']);
  person('eva', ['far'], '+4930555');
  person('vera', ['one', 'three'], '+4930555');
  fixture.subject('one', 'case', { owner: 'police' }, { number: 'K1', crimeArea: 'migrant-smuggling' });
  fixture.subject('two', 'case', { owner: 'border' }, { number: 'K2', crimeArea: 'thb-labour' });
  fixture.subject('three', 'case', { owner: 'police' }, { number: 'K3', crimeArea: 'thb-labour' });
  fixture.subject('far', 'case', { owner: 'police' }, { number: 'K9' });
  return fixture;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-network-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
  given = story();
  await given.load(lake);
  await connect(lake, { folder: join(folder, 'graph') });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const id = (name: string) => (name.startsWith('+') ? given.valueEntity('phone', name) : given.entity(name));
const names = ['ada', 'bea', 'cleo', 'dora', 'eva', 'vera', 'one', 'two', 'three', 'far', '+4930555'];
const nameOf = (entity: bigint) => names.find((name) => id(name) === entity) ?? 'somebody else';
const told = ({ nodes }: Network) => nodes.map(({ entity }) => nameOf(entity)).sort();
const from = (...entities: string[]) => ({
  entities: entities.map(id),
  members: [],
  filters: {} as NetworkFilters,
  limit: 100,
});

describe('what is around a thing', () => {
  test('is told with its links, its crime areas and how much it is linked, and nobody protected', async () => {
    const found = await expandNetwork(lake, from('ada'));
    expect(told(found)).toEqual(['+4930555', 'ada', 'far', 'one']);
    expect(found).toMatchObject({ more: 0, leftOut: 0 });
    expect(found.links.map(({ kind }) => kind).sort()).toEqual(['in case', 'in case', 'uses']);
    const node = (name: string) => found.nodes.find(({ entity }) => entity === id(name));
    expect(node('ada')).toMatchObject({ type: 'person', degree: 3, areas: ['migrant-smuggling'] });
    expect(node('one')).toMatchObject({ degree: 2, areas: ['migrant-smuggling'] });
    expect(found.labels.get(node('one')?.label ?? 0n)).toMatchObject({ owners: ['police'] });
  });

  test('leaves out a protected person and says that it did', async () => {
    const found = await expandNetwork(lake, from('one'));
    expect(told(found)).toEqual(['ada', 'bea', 'one']);
    expect(found.leftOut).toBe(1);
    expect(told(await expandNetwork(lake, from('vera')))).toEqual([]);
  });

  test.each<[string, NetworkFilters, string[]]>([
    ['a type', { withoutTypes: ['phone'] }, ['ada', 'far', 'one']],
    ['a kind of link', { withoutKinds: ['in case'] }, ['+4930555', 'ada']],
    ['a crime area, and what has none', { areas: ['thb-labour'] }, ['+4930555', 'ada', 'far']],
    ['few links', { hubsAbove: 1 }, ['ada']],
    ['a grade', { weakestSource: 'B' }, ['ada']],
  ])('is held to a filter: %s', async (_, filters, expected) => {
    expect(told(await expandNetwork(lake, { ...from('ada'), filters }))).toEqual(expected);
  });

  test('is no more than asked for, of the kinds asked for, and how much more there is is told', async () => {
    const found = await expandNetwork(lake, { ...from('ada'), limit: 1 });
    expect(found.nodes).toHaveLength(2);
    expect(found.more).toBe(2);
    expect(told(await expandNetwork(lake, { ...from('ada'), types: ['phone'] }))).toEqual([
      '+4930555',
      'ada',
    ]);
    expect(told(await expandNetwork(lake, { ...from('ada'), kinds: ['uses'] }))).toEqual(['+4930555', 'ada']);
  });

  test('comes with its links to what is there already', async () => {
    const found = await expandNetwork(lake, { ...from('eva'), members: [id('ada'), id('vera')] });
    expect(told(found)).toEqual(['+4930555', 'eva', 'far']);
    const ends = found.links.filter(({ source }) => source === id('ada')).map(({ target }) => nameOf(target));
    expect(ends.sort()).toEqual(['+4930555', 'far']);
    expect(found.links.some(({ source }) => source === id('vera'))).toBe(false);
  });
});

test('what several have in common is linked to each of them', async () => {
  expect(told(await commonNeighbours(lake, from('ada', 'bea')))).toEqual(['ada', 'bea', 'one']);
  expect(told(await commonNeighbours(lake, from('ada', 'eva')))).toEqual(['+4930555', 'ada', 'eva', 'far']);
  expect(told(await commonNeighbours(lake, from('ada', 'bea', 'cleo')))).toEqual(['ada', 'bea', 'cleo']);
});

describe('the shortest paths', () => {
  const path = (start: string, end: string, filters: NetworkFilters = {}, most = 10) =>
    findPaths(lake, { from: id(start), to: id(end), members: [], filters, most });
  const words = (all: readonly (readonly bigint[])[]) => all.map((one) => one.map(nameOf).join(' '));

  test('lead past protected persons, from one end to the other, with all that is on them', async () => {
    const found = await path('ada', 'dora');
    expect(words(found.paths)).toEqual(['ada one bea two cleo three dora']);
    expect(found.nodes).toHaveLength(7);
    expect(found.links).toHaveLength(6);
  });

  test('are all equally long, those through the least connected first, and no more than asked for', async () => {
    const found = await path('eva', 'ada');
    expect(words(found.paths).sort()).toEqual(['eva +4930555 ada', 'eva far ada']);
    expect((await path('eva', 'ada', {}, 1)).paths).toHaveLength(1);
  });

  test('are held to the filters, but for their ends', async () => {
    expect(words((await path('eva', 'ada', { withoutTypes: ['phone', 'person'] })).paths)).toEqual([
      'eva far ada',
    ]);
    expect((await path('ada', 'dora', { withoutTypes: ['person'] })).paths).toEqual([]);
  });

  test('are none to whom the law protects, to oneself and to what is not there', async () => {
    expect((await path('ada', 'vera')).paths).toEqual([]);
    expect((await path('ada', 'ada')).paths).toEqual([]);
    const nowhere = { from: id('ada'), to: 1n, members: [], filters: {}, most: 1 };
    expect(await findPaths(lake, nowhere)).toMatchObject({ paths: [], searched: true, nodes: [] });
  });
});

test('a record that was merged is found under the id that it has now, a protected one under none', async () => {
  const merged = [given.subjectId('ada'), given.subjectId('ada again'), id('vera'), 1n];
  const current = await currentEntities(lake, merged);
  expect([...current.values()]).toEqual([id('ada'), id('ada')]);
  const network = await readNetwork(lake, { entities: [id('ada'), id('one'), id('vera'), 1n], members: [] });
  expect(told(network)).toEqual(['ada', 'one']);
  expect(network.links).toHaveLength(1);
});
