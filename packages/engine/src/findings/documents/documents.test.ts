import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../graph/connect.ts';
import { GraphFixture } from '../../graph/graph-fixture.ts';
import { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { detect } from '../detect.ts';
import { findingTable } from '../tables.ts';

interface Found {
  readonly detector: string;
  readonly kind: string;
  readonly people: number;
  readonly documents: number | null;
  readonly rows: readonly (readonly (string | null)[])[] | null;
  readonly said: readonly string[];
  readonly subjects: number;
}

let folder: string;
let lake: Lake;
let found: readonly Found[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-documents-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
  await town().load(lake);
  await connect(lake, { folder });
  await detect(lake, { folder });
  found = await lake.rows<Found>(sql`
    select detector, kind, (reason::json -> 'figures' ->> 'people')::integer as people,
      (reason::json -> 'figures' ->> 'documents')::integer as documents,
      from_json(reason::json -> 'picture' -> 'rows', '[["varchar"]]') as rows,
      from_json(reason::json -> 'said', '[{"code":"varchar"}]')::json ->> '$[*].code' as said, len(subjects) as subjects
    from ${findingTable} order by detector, kind, people`);
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const of = (detector: string) => found.filter((one) => one.detector === detector);
const suspect = { owner: 'police', category: 'suspect' } as const;
const examiners = { owner: 'examiners' } as const;
const areas = ['migrant-smuggling', 'thb-labour', 'thb-sexual'];
const given = ['adam', 'viktor', 'omar', 'pavel', 'stefan', 'goran', 'ivan', 'lasse', 'bruno', 'kemal'];
const family = [
  'berg',
  'stancu',
  'haddad',
  'novotny',
  'iliev',
  'marku',
  'ferri',
  'olsen',
  'duarte',
  'yilmaz',
];

/** Somebody who is nobody else: `n` below 100. */
const stranger = (n: number) => ({
  name: `${given[n % 10]} ${family[Math.floor(n / 10)]}`,
  birthDate: `${1940 + ((n * 7) % 60)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
});

/**
 * Eighty people with documents of their own, of whom twenty-four are of six networks. One passport in three hands, one birth
 * certificate for four, a workshop with two marks and one series for four networks; and what looks like it.
 */
function town(): GraphFixture {
  const fixture = new GraphFixture();
  for (let n = 0; n < 80; n++) {
    const isMember = n < 24;
    if (isMember && n % 4 === 0)
      fixture.subject(
        `case ${n / 4}`,
        'case',
        { owner: 'police' },
        { number: `C${n}`, crimeArea: areas[(n / 4) % 3] as string },
      );
    fixture.subject(`own ${n}`, 'person', suspect, {
      ...stranger(n),
      document: `XA${1_000_000 + n * 7_919}`,
      ...(isMember ? { case: `@case ${Math.floor(n / 4)}` } : { phone: `+4916${n}` }),
    });
    fixture.subject(`paper ${n}`, 'document', examiners, {
      ...{ number: `QB${2_000_000 + n * 6_113}`, basis: `BC${300_000 + n * 91}`, holder: `@own ${n}` },
      ...(n % 5 === 0 ? { address: 'centre 1', sponsor: 'S1000' } : { address: `home ${n}` }),
    });
  }
  shareNumbers(fixture);
  rest(fixture);
  supply(fixture);
  return fixture;
}

function shareNumbers(fixture: GraphFixture): void {
  let row = 0;
  const bear = (document: string, who: { readonly name: string; readonly birthDate: string }) =>
    fixture.subject(`bearer ${row++}`, 'person', suspect, { ...who, document });
  for (const n of [81, 92]) bear('XA7654321', stranger(n));
  const { name, birthDate } = stranger(73);
  fixture.subject(`bearer ${row++}`, 'person', suspect, {
    ...{ name, birthDate: [[birthDate], ['--02-28']], document: 'XA7654321' },
  });
  fixture.subject(
    'victim',
    'person',
    { owner: 'ngo', category: 'victim' },
    { ...stranger(66), document: 'XA7654321' },
  );
  // One person in two spellings; twins; a mother and her grown-up child; births that are hardly known; a short number.
  bear('XA7111111', { name: 'anton gruber', birthDate: '1980-03-04' });
  bear('XA7111111', { name: 'anton grubber', birthDate: '1980-04-03' });
  bear('XA7222222', { name: 'lena horn', birthDate: '1980-03-04' });
  bear('XA7222222', { name: 'dora horn', birthDate: '1980-03-04' });
  bear('XA7333333', { name: 'rosa lund', birthDate: '1960-03-04' });
  bear('XA7333333', { name: 'egon lund', birthDate: '1985-08-09' });
  bear('XA7444444', { name: 'otto wolf', birthDate: '1980-03-04' });
  bear('XA7444444', { name: 'hugo katz', birthDate: '1979/1995' });
  bear('XA7666666', { name: 'otto stark', birthDate: '1980-03-04' });
  bear('XA7666666', { name: 'hugo moor', birthDate: '--08-09' });
  bear('X21', { name: 'otto fuchs', birthDate: '1980-03-04' });
  bear('X21', { name: 'hugo dachs', birthDate: '1995-05-05' });
  // Somebody with a number of another by a slip, and else with the own one.
  bear('XA7555551', { name: 'alba sommer', birthDate: '1970-02-02' });
  fixture.subject('slip', 'person', suspect, {
    ...{ name: 'nora winter', birthDate: '1991-09-09' },
    document: [['XA7555551'], ['XA7555557']],
  });
  // The same where resolution has not joined the two.
  bear('XA7888881', { name: 'carla sommer', birthDate: '1971-02-02' });
  bear('XA7888881', { name: 'nora lenz', birthDate: '1992-09-09' });
  bear('XA7888887', { name: 'nora lentz', birthDate: '1993-09-09' });
}

function rest(fixture: GraphFixture): void {
  for (let n = 0; n < 4; n++)
    fixture.subject(`bred ${n}`, 'document', examiners, {
      ...{ number: `QC${5_000_000 + n * 4_001}`, basis: 'BC999111', holder: `@own ${38 + n * 11}` },
    });
  // A family's extract.
  for (const [n, name] of ['ana', 'ben', 'cleo'].entries()) {
    fixture.subject(`kin ${n}`, 'person', suspect, {
      name: `${name} kinsey`,
      birthDate: `19${50 + n * 15}-01-0${n + 2}`,
    });
    fixture.subject(`kin paper ${n}`, 'document', examiners, {
      ...{ number: `QD${6_000_000 + n * 4_001}`, basis: 'BC888222', holder: `@kin ${n}` },
    });
  }
}

function supply(fixture: GraphFixture): void {
  for (let n = 0; n < 8; n++)
    fixture.subject(`sold ${n}`, 'document', examiners, {
      ...{
        number: `ZZ${420_001 + n}`,
        fraud: 'counterfeit',
        holder: `@own ${n * 2}`,
      },
      ...(n < 3 ? { source: 'PS1' } : n < 6 ? { source: 'PS2' } : {}),
    });
  // One who serves two networks of one crime area.
  for (const [n, own] of [0, 1, 2, 3, 12, 13, 14, 15].entries())
    fixture.subject(`smuggled ${n}`, 'document', examiners, {
      ...{ number: `WW${610_001 + n}`, fraud: 'counterfeit', source: 'PS3', holder: `@own ${own}` },
    });
  // An examiner's word for whatever is not known.
  for (let n = 0; n < 10; n++)
    fixture.subject(`odd ${n}`, 'document', examiners, {
      ...{
        number: `YY${300_000 + n * 3_333}`,
        fraud: 'counterfeit',
        source: 'UNKNOWN',
        holder: `@own ${20 + n * 5}`,
      },
    });
  // A mark of a machine that every counter has, on documents of people of no network.
  for (let n = 0; n < 40; n++)
    fixture.subject(`stamped ${n}`, 'document', examiners, {
      ...{ number: `VV${800_000 + n * 2_777}`, source: 'STAMP', holder: `@own ${30 + n}` },
    });
}

test('one passport in three hands is reported, and nothing that only looks like it', () => {
  expect(of('shared-documents')).toMatchObject([{ kind: 'bearers', people: 3, subjects: 4 }]);
  expect(of('shared-documents')[0]?.rows).toHaveLength(3);
});

test('a victim who bears it too is counted apart, and is in no picture', () => {
  expect(of('shared-documents')[0]?.said).toContain('documents.protected');
});

test('four people on one birth certificate are reported, and no family, no centre, no sponsor of many', () => {
  expect(of('breeder-documents')).toMatchObject([{ kind: 'basis', people: 4, documents: 4 }]);
});

test('two marks of a printer in one series are one supplier of several networks; crime areas tell which bridge', () => {
  expect(of('document-suppliers')).toMatchObject([
    { kind: 'customers', people: 8, documents: 8 },
    { kind: 'of-networks', people: 8, documents: 8 },
  ]);
});
