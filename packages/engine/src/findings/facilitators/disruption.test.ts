import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entityTable, linkTable } from '../../graph/tables.ts';
import { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementTable } from '../../statements/tables.ts';
import { involvementTable, usableLabelTable } from '../involvement.ts';
import { networkTable } from '../tables.ts';
import { type Disruption, weighDisruption } from './disruption.ts';
import { useTable } from './uses.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-disruption-'));
  lake = await Lake.open({ folder, threads: 1 });
  for (const { schema } of [entityTable, clusterTable, statementTable, networkTable, useTable])
    await lake.makeSchema(schema);
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

type Uses = readonly (readonly [provider: number, type: string, person: number])[];

/** People 100 to 109 are of network 1, 200 to 209 of network 2; both have one case. `found` are the leads. */
async function weigh(given: {
  readonly uses: Uses;
  readonly found: readonly number[];
  readonly roles?: Readonly<Record<number, string>>;
}): Promise<ReadonlyMap<bigint, Disruption>> {
  const people = [100, 101, 102, 200, 201, 202];
  const types = new Map<number, string>(given.uses.map(([provider, type]) => [provider, type]));
  for (const person of people) types.set(person, 'person');
  const network = (person: number) => BigInt(Math.floor(person / 100));
  const seen = { first_seen: null, last_seen: null, label: 1n };
  const plain = { ...seen, caption: '', statements: 1, subjects: 1, owners: [], protected: false };
  await loadTable(
    lake,
    entityTable,
    [...types].map(([entity, type]) => ({ ...plain, entity: BigInt(entity), type })),
  );
  await loadTable(
    lake,
    clusterTable,
    [...types].map(([id, type]) => ({
      subject: BigInt(id),
      entity: BigInt(id),
      component: BigInt(id),
      type,
    })),
  );
  await loadTable(
    lake,
    statementTable,
    Object.entries(given.roles ?? {}).map(([person, value], row) => ({
      ...{ ...seen, contribution: 'c', row, original: null, type: 'person', property: 'role' },
      ...{ subject: BigInt(person), value },
    })),
  );
  await loadTable(lake, linkTable, []);
  await loadTable(lake, usableLabelTable, [{ label: 1n, protected: false }]);
  await loadTable(
    lake,
    networkTable,
    people.map((person) => ({
      network: network(person),
      entity: BigInt(person),
      members: 3,
      crime_areas: [],
    })),
  );
  await loadTable(
    lake,
    involvementTable,
    people.map((person) => ({ person: BigInt(person), case: network(person) })),
  );
  await loadTable(
    lake,
    useTable,
    given.uses.map(([provider, layer, person]) => ({
      ...{ layer, provider: BigInt(provider), person: BigInt(person) },
      ...{ network: network(person), area: null },
    })),
  );
  const found = given.found.map(BigInt);
  return weighDisruption(lake, sql`select provider, person from ${useTable} where provider in ${found}`);
}

const van: Uses = [100, 101, 200].map((person) => [1, 'vehicle', person] as const);

test('whom no other shared provider of the kind reaches is without one; a thing of one person is none', async () => {
  const uses: Uses = [
    ...van,
    [2, 'vehicle', 100],
    [2, 'vehicle', 102],
    [3, 'vehicle', 200],
    [4, 'phone', 101],
    [4, 'phone', 102],
  ];
  const told = (await weigh({ uses, found: [1] })).get(1n);
  expect(told?.networks.get('1')).toEqual({ reached: 2, unserved: 1, others: 1 });
  expect(told?.networks.get('2')).toEqual({ reached: 1, unserved: 1, others: 0 });
  expect(told?.pairsApart).toBe(1);
});

test("somebody in the network's own case who does it takes its place", async () => {
  const told = (await weigh({ uses: van, found: [1], roles: { 202: 'transporter', 102: 'recruiter' } })).get(
    1n,
  );
  expect(told?.networks.get('1')).toMatchObject({ unserved: 2, others: 0 });
  expect(told?.networks.get('2')).toEqual({ reached: 1, unserved: 0, others: 1 });
});

test('networks that another lead joins do not fall apart', async () => {
  const phone: Uses = [102, 201].map((person) => [5, 'phone', person] as const);
  const told = await weigh({ uses: [...van, ...phone], found: [1, 5] });
  expect([told.get(1n)?.pairsApart, told.get(5n)?.pairsApart]).toEqual([0, 0]);
  const alone = await weigh({ uses: [...van, ...phone], found: [5] });
  expect(alone.get(5n)?.pairsApart).toBe(1);
});
