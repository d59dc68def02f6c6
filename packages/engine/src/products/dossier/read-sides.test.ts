import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entityTable } from '../../graph/tables.ts';
import { Lake } from '../../lake/lake.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { labelTable, statementTable } from '../../statements/tables.ts';
import { readNames, readSides } from './read-sides.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-sides-'));
  lake = await Lake.open({ folder, threads: 1 });
  await loadTable(lake, labelTable, [
    { label: 1n, owner: 'north', matchable: true, protected: false, content: '' },
    { label: 2n, owner: 'north', matchable: false, protected: true, content: '' },
  ]);
  const stated = (subject: bigint, property: string, [value, original]: readonly [string, string]) => ({
    ...{ contribution: 'one', row: 1, subject, type: 'person', property, value, original },
    ...{ first_seen: null, last_seen: null, label: subject === 3n ? 2n : 1n },
  });
  await loadTable(lake, statementTable, [
    stated(1n, 'name', ['ana ruiz', 'Ana Ruiz']),
    stated(1n, 'name', ['ana ruiz', 'RUIZ Ana']),
    stated(1n, 'nationality', ['ng', 'Nigeria']),
    stated(1n, 'birthDate', ['1990-01-02', '02.01.1990']),
    stated(2n, 'name', ['anna ruiz', 'Anna Ruiz']),
    stated(2n, 'nationality', ['ng', 'Nigéria']),
    stated(3n, 'name', ['lea noor', 'Lea Noor']),
  ]);
  const entities = [1n, 2n, 3n].map((entity) => ({
    ...{ entity, type: 'person', caption: '', statements: 1, subjects: 1, owners: ['north'], label: 1n },
    ...{ first_seen: null, last_seen: null, protected: entity === 3n },
  }));
  await loadTable(lake, entityTable, entities);
  await loadTable(
    lake,
    clusterTable,
    entities.map(({ entity, type }) => ({ subject: entity, type, entity, component: entity })),
  );
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

test('what both mean is the same, however it is written; what one lacks or says otherwise is not', async () => {
  const sides = await readSides(lake, { type: 'person', a: 1n, b: 2n });
  const told = Object.fromEntries(sides.map(({ property, a, b, same }) => [property, { a, b, same }]));
  expect(told).toEqual({
    name: { a: ['Ana Ruiz', 'RUIZ Ana'], b: ['Anna Ruiz'], same: false },
    nationality: { a: ['Nigeria'], b: ['Nigéria'], same: true },
    birthDate: { a: ['02.01.1990'], b: [], same: false },
  });
});

test('a pair is listed by names, but not by that of a protected person', async () => {
  expect(await readNames(lake, [1n, 2n, 3n])).toEqual(
    new Map([
      [1n, 'Ana Ruiz'],
      [2n, 'Anna Ruiz'],
    ]),
  );
  expect(await readNames(lake, [])).toEqual(new Map());
});
