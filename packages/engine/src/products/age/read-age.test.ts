import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../graph/connect.ts';
import { GraphFixture } from '../../graph/graph-fixture.ts';
import { entityTable } from '../../graph/tables.ts';
import { keptContributionTable } from '../../kept.ts';
import { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { matchableSubjects } from '../../statements/matchable-subjects.ts';
import { readAge } from './read-age.ts';

let folder: string;
let lake: Lake;

const suspect = { owner: 'police', category: 'suspect' } as const;
const given = new GraphFixture()
  // Two rows of one file: the birth in one, an earlier day in the other. Neither says that it is a child's.
  .subject('ion', 'person', { ...suspect, seen: '2023-02-01' }, { name: 'ion' })
  .subject('ion', 'person', { ...suspect, seen: '2026-02-01' }, { birthDate: '2007-06-01' })
  .subject('adult', 'person', { ...suspect, seen: '2026-02-01' }, { name: 'adult', birthDate: '1980-01-01' })
  .subject('day', 'person', { ...suspect, seen: '2026-02-01' }, { name: 'day', birthDate: '--06-27' })
  .subject(
    'pass',
    'document',
    { ...suspect, seen: '2026-02-01' },
    { number: 'X1', holderBirthDate: '1999-01-01' },
  )
  .subject(
    'eva',
    'person',
    { owner: 'police', category: 'victim', seen: '2026-02-01' },
    { name: 'eva', travelDocument: '@pass', assessedAge: ['15/17', '15 to 17'] },
  )
  .subject(
    'eva2',
    'person',
    { owner: 'ngo', category: 'victim', minor: true, seen: '2026-01-05' },
    { name: 'eva' },
  )
  .same('eva', 'eva2');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-age-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
  await given.load(lake);
  await loadTable(lake, keptContributionTable, []);
  await connect(lake, { folder: join(folder, 'graph') });
});

afterAll(async () => {
  await lake?.close();
  await rm(folder, { recursive: true, force: true });
});

test('who may be a child by different rows together is protected, and not matched', async () => {
  const age = await readAge(lake, { entity: given.entity('ion'), limit: 10 });
  expect(age).toMatchObject({ first: 'child', last: 'adult', flagged: false, raised: true, protected: true });
  expect(age.caption).toMatch(/^minor /);
  const open = await lake.rows<{ subject: bigint }>(
    sql`select subject from (${matchableSubjects}) where matchable and type = 'person'`,
  );
  const matched = ['adult', 'day'].map((name) => given.subjectId(name));
  expect(new Set(open.map(({ subject }) => subject))).toEqual(new Set(matched));
  const known = await readAge(lake, { entity: given.entity('adult'), limit: 10 });
  expect(known).toMatchObject({ last: 'adult', raised: false, protected: false });
  expect(known.rows).toMatchObject([{ source: 'birth', original: '1980-01-01', partner: 'police' }]);
});

test('sources that contradict one another are told beside each other, and of a protected person no date', async () => {
  const age = await readAge(lake, { entity: given.entity('eva'), limit: 10 });
  expect(age).toMatchObject({ last: 'presumed-child', conflict: true, flagged: true, raised: false });
  expect(age.rows).toMatchObject([
    { source: 'document', last: 'adult', against: 2 },
    { source: 'assessed', last: 'child', against: 1 },
    { source: 'flag', partner: 'ngo', against: 1 },
  ]);
  expect(JSON.stringify(age.rows)).not.toMatch(/1999|15/);
  const { total, rows } = await readAge(lake, { entity: given.entity('eva'), limit: 1 });
  expect([total, rows.length]).toEqual([3, 1]);
});

test('a birth of no known year is no evidence of an age', async () => {
  expect(await readAge(lake, { entity: given.entity('day'), limit: 10 })).toMatchObject({
    first: 'unknown',
    last: 'unknown',
    protected: false,
    total: 0,
  });
});

test('nobody in the graph without a date is held for a child', async () => {
  const { n } = await lake.row<{ n: number }>(
    sql`select count(*) as n from ${entityTable} where protected and type = 'person'`,
  );
  expect(n).toBe(2);
});
