import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingTable } from '../../findings/tables.ts';
import { connect } from '../../graph/connect.ts';
import { findEntity } from '../../graph/find-entities.ts';
import { GraphFixture } from '../../graph/graph-fixture.ts';
import { keptContributionTable, keptPartnerTable } from '../../kept.ts';
import { Lake } from '../../lake/lake.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { subjectTable } from '../../statements/tables.ts';
import { notificationTable } from '../tables.ts';
import type { Dossier } from './dossier.ts';
import { readDossier, readDossierPart } from './read-dossier.ts';

let folder: string;
let lake: Lake;
let given: GraphFixture;

/** What would tell who or where the victim is. */
const markers = /MARKER|marker|4930555/;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-dossier-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
  given = story();
  await given.load(lake);
  const owners = ['border', 'ngo', 'police'];
  await loadTable(
    lake,
    keptContributionTable,
    owners.map((partner) => ({
      contribution: partner,
      partner,
      file_name: `${partner}.csv`,
      bytes: 1,
      received_at: '2026-01-01T00:00:00Z',
      contact: null,
    })),
  );
  await loadTable(lake, keptPartnerTable, [
    { partner: 'border', title: 'Border Guard', country: null, contact: null },
  ]);
  const stated = { type: 'person', name: 'person', key: null };
  await loadTable(lake, subjectTable, [
    { ...stated, subject: given.subjectId('ivan'), contribution: 'police', row: 1 },
    { ...stated, subject: given.subjectId('iwan'), contribution: 'border', row: 2 },
    { ...stated, subject: given.subjectId('anna'), contribution: 'ngo', row: 3 },
  ]);
  await connect(lake, { folder: join(folder, 'graph') });
  const phone = given.valueEntity('phone', '+4930555');
  await loadTable(lake, findingTable, [
    {
      finding: 7n,
      detector: 'shared-facilitators',
      kind: 'communication',
      subjects: [phone, given.entity('ivan'), given.entity('anna')],
      evidence: [1n, 2n],
      reason: JSON.stringify({ sentences: ['One.'], otherwise: [], figures: {} }),
      chance: 0.001,
      chance_corrected: 0.01,
      label: 1n,
    },
  ]);
  await loadTable(lake, notificationTable, [
    {
      notification: 1n,
      recipient: 'police',
      other: 'border',
      contact: null,
      kind: 'the same person',
      type: 'person',
      own: [given.subjectId('ivan')],
      own_contributions: ['police'],
      own_contribution: 'police',
      own_row: 1,
      entity: given.entity('ivan'),
      others: [],
      other_contributions: ['border'],
    },
  ]);
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

/** A suspect in two files with two dates of birth, and a victim who uses the suspect's phone. */
function story(): GraphFixture {
  const fixture = new GraphFixture();
  fixture.subject(
    'ivan',
    'person',
    { owner: 'police', category: 'suspect' },
    {
      name: ['ivan petrov', 'Иван Петров'],
      birthDate: '1990-03-12',
      sex: 'm',
      phone: '+4930555',
      case: '@file',
    },
  );
  fixture.subject(
    'iwan',
    'person',
    { owner: 'border', category: 'suspect' },
    { name: ['ivan petrov', 'PETROV, Ivan'], birthDate: '1991-03-12', sex: 'm' },
  );
  fixture.subject(
    'anna',
    'person',
    { owner: 'ngo', category: 'victim' },
    {
      name: ['anna marker', 'Anna MARKER'],
      category: ['victim', 'victim'],
      phone: '+4930555',
      address: ['marker street 3', 'Marker Street 3'],
      case: '@file',
      controller: '@ivan',
    },
  );
  fixture.subject('file', 'case', { owner: 'police' }, { number: 'K12', opened: '2024-03-01' });
  fixture.subject(
    'seen',
    'sighting',
    { owner: 'border' },
    { place: ['nickelsdorf', 'Nickelsdorf'], country: 'at', date: '2024-05-06', person: '@iwan' },
  );
  return fixture.same('ivan', 'iwan');
}

function dossierOf(entity: bigint, limit = 10): Promise<Dossier> {
  return readDossier(lake, { entity, limit, sources: 2 });
}

const text = (dossier: Dossier) =>
  JSON.stringify(dossier, (_, value) => (typeof value === 'bigint' ? value.toString(16) : value));

test('a dossier names its sources, its conflicts and all around it', async () => {
  const dossier = await dossierOf(given.entity('ivan'));
  expect(dossier.label).toMatchObject({ categories: ['suspect'], handling: ['H0'] });
  const property = (name: string) => dossier.properties.find((each) => each.property === name);
  const [name] = property('name')?.rows ?? [];
  expect(name).toMatchObject({ value: 'ivan petrov', spellings: 2, owners: ['border', 'police'] });
  expect(name?.sources).toMatchObject({
    total: 2,
    rows: [
      { partner: 'border', file: 'border.csv', row: 2, grade: 'X4', original: 'PETROV, Ivan' },
      { partner: 'police', file: 'police.csv', row: 1, grade: 'X4', original: 'Иван Петров' },
    ],
  });
  expect(name?.corroboration).toEqual({ reports: 2, independent: 2, source: 'X', information: '3' });
  expect(property('phone')?.rows[0]?.corroboration).toMatchObject({ independent: 1, information: '4' });
  expect(dossier.properties.filter(({ conflict }) => conflict).map((each) => each.property)).toEqual([
    'birthDate',
  ]);
  expect(dossier.places.rows).toMatchObject([{ country: 'at', times: 1, lastSeen: '2024-05-06' }]);
  expect(dossier.moments.rows).toMatchObject([
    { date: '2024-05-06', otherType: 'sighting', owners: ['border'] },
  ]);
  expect(dossier.records.rows.map(({ file, row }) => `${file} ${row}`)).toEqual([
    'border.csv 2',
    'police.csv 1',
  ]);
  expect(dossier.findings).toMatchObject({ total: 1, rows: [{ finding: 7n, statements: 2 }] });
  expect(dossier.hits).toMatchObject([{ recipient: 'police', otherTitle: 'Border Guard', hits: 1 }]);
});

test('dates of birth that may be one day are no conflict', async () => {
  const cases: readonly (readonly [births: readonly string[], conflict: boolean])[] = [
    [['1990', '1990-03-12'], false],
    [['1990', '1990-03-12', '--03-12'], false],
    [['1985/1990', '--03-12'], false],
    [['1990-03-12', '--03-13'], true],
    [['1990-04', '--03-12'], true],
    [['--03-12', '--03-13'], true],
  ];
  const fixture = new GraphFixture();
  const suspect = { owner: 'police', category: 'suspect' } as const;
  for (const [person, [births]] of cases.entries()) {
    births.forEach((birthDate, index) => {
      fixture.subject(`${person} ${index}`, 'person', suspect, { name: 'a', birthDate });
      if (index > 0) fixture.same(`${person} 0`, `${person} ${index}`);
    });
  }
  const own = await Lake.open({ folder: join(folder, 'own') });
  await fixture.load(own);
  await loadTable(own, keptContributionTable, []);
  await loadTable(own, keptPartnerTable, []);
  await loadTable(own, findingTable, []);
  await loadTable(own, notificationTable, []);
  await connect(own, { folder: join(folder, 'own-graph') });
  const found = [];
  for (const [person, [births]] of cases.entries()) {
    const entity = fixture.entity(`${person} 0`);
    const [, dates] = (await readDossier(own, { entity, limit: 1, sources: 1 })).properties;
    expect(dates).toMatchObject({ property: 'birthDate', total: births.length, rows: [{}] });
    found.push(dates?.conflict);
  }
  own.close();
  expect(found).toEqual(cases.map(([, conflict]) => conflict));
});

test('of a protected person nothing is told but cases and why the person is protected', async () => {
  const dossier = await dossierOf(given.entity('anna'));
  expect(dossier.protected).toBe(true);
  expect(text(dossier)).not.toMatch(markers);
  expect(dossier.properties.map(({ property }) => property)).toEqual(['category']);
  expect(dossier.links.map(({ kind, total }) => [kind, total])).toEqual([['in case', 1]]);
  expect(dossier.withheld).toMatchObject({ statements: 3, links: 3, findings: 1 });
  expect(dossier.findings.total).toBe(0);
});

test('what a protected person uses does not lead to the person', async () => {
  const phone = await dossierOf(given.valueEntity('phone', '+4930555'));
  expect(phone.properties.flatMap(({ rows }) => rows.map(({ owners }) => owners))).toEqual([['police']]);
  expect(phone.links.flatMap(({ rows }) => rows.map(({ other }) => other))).toEqual([given.entity('ivan')]);
  expect(phone.withheld).toMatchObject({ statements: 1, links: 1 });
  const street = await dossierOf(given.valueEntity('address', 'marker street 3'));
  expect(street.protected).toBe(true);
  expect(text(street)).not.toMatch(markers);
});

test('lists stop at their limit and say how long they are', async () => {
  const dossier = await dossierOf(given.entity('ivan'), 1);
  const dates = dossier.properties.find(({ property }) => property === 'birthDate');
  expect(dates).toMatchObject({ total: 2, conflict: true });
  expect(dates?.rows).toHaveLength(1);
  expect(dossier.records).toMatchObject({ total: 2, rows: [{ partner: 'border' }] });
});

test('each part is read page by page, and withholds what the dossier withholds', async () => {
  const parts = ['links', 'statements', 'records', 'moments', 'places'] as const;
  for (const entity of [given.entity('ivan'), given.entity('anna'), given.valueEntity('phone', '+4930555')]) {
    for (const part of parts) {
      const all = await readDossierPart(lake, { entity, part, limit: 100 });
      const paged: unknown[] = [];
      for (let offset = 0; offset < all.length; offset++) {
        const page = await readDossierPart(lake, { entity, part, limit: 1, offset });
        if (part === 'moments') paged.unshift(...page);
        else paged.push(...page);
      }
      expect(paged).toEqual(all);
    }
  }
  const read = (part: 'links' | 'statements', entity: bigint) =>
    readDossierPart(lake, { entity, part, limit: 100 });
  expect(await read('links', given.entity('anna'))).toMatchObject([{ kind: 'in case', direction: 'out' }]);
  const stated = await read('statements', given.entity('anna'));
  expect(stated).toMatchObject([{ property: 'category', grade: 'X4', partner: 'ngo' }]);
  expect((await read('statements', given.entity('ivan'))).length).toBeGreaterThan(5);
});

test('an entity is found by its own id and by that of each subject', async () => {
  const entity = given.entity('ivan');
  for (const name of ['ivan', 'iwan']) expect(await findEntity(lake, given.subjectId(name))).toBe(entity);
  expect(await findEntity(lake, 12n)).toBeUndefined();
});
