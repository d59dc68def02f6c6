// The two stores of the lake: whoever is protected, or in no category, changes nothing of what is compared, blocked,
// clustered and told. Held over the whole line, against the same hub without those people.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mappingSchema } from '@clew/model/mapping.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from './lake/lake.ts';
import { sql } from './lake/sql.ts';
import { computeSnapshot, takeIn } from './pipeline.ts';
import { alertTable, notificationTable } from './products/tables.ts';
import { blockingTable, candidateTable, clusterTable } from './resolution/tables.ts';
import { countQuarantined } from './statements/count-quarantined.ts';
import { labelTable, statementTable, subjectTable } from './statements/tables.ts';

interface PersonRow {
  readonly owner: string;
  readonly no: string;
  readonly name: string;
  readonly born: string;
  readonly category: string;
  readonly passport: string;
  readonly phone: string;
  readonly plate?: string;
}

const mapping = mappingSchema.parse({
  clew: 1,
  seen: { column: 'seen', order: 'ymd' },
  subjects: {
    person: {
      type: 'person',
      key: ['no'],
      properties: {
        name: { columns: ['name'] },
        birthDate: { columns: ['born'], order: 'ymd' },
        category: { columns: ['category'] },
        phone: { columns: ['phone'] },
        travelDocument: { ref: 'passport' },
        vehicle: { ref: 'car' },
      },
    },
    passport: { type: 'document', key: ['no'], properties: { number: { columns: ['passport'] } } },
    car: { type: 'vehicle', key: ['no'], properties: { plate: { columns: ['plate'] } } },
  },
});

const owners = ['north', 'south'];
const row = fc.record({
  owner: fc.constantFrom(...owners),
  no: fc.constantFrom('1', '2', '3', '4', '5'),
  name: fc.constantFrom('Ivan Petrov', 'Ana Costa', 'Eva Zorn'),
  born: fc.constantFrom('1980-04-05', '1990-01-02', '2012-06-07'),
  category: fc.constantFrom(
    'suspect',
    'suspect',
    'suspect',
    'convicted',
    'victim',
    'witness',
    'informant',
    '',
    '?',
  ),
  passport: fc.constantFrom('A1234567', 'B7654321', ''),
  phone: fc.constantFrom('+49301234567', '+40211234567', ''),
});

let folder: string;
let lake: Lake;
let runs = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-stores-'));
  lake = await Lake.open({ folder, threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(rows: readonly PersonRow[]): Promise<void> {
  const place = join(folder, `run-${++runs}`);
  const folders: string[] = [];
  const given = owners.filter((owner) => rows.some((each) => each.owner === owner));
  for (const owner of given) {
    const lines = rows
      .filter((each) => each.owner === owner)
      .map(({ no, name, born, category, passport, phone, plate = '' }) =>
        [no, name, born, category, passport, phone, plate, '2026-01-01'].join(','),
      );
    const text = `no,name,born,category,passport,phone,plate,seen\n${lines.join('\n')}\n`;
    await takeIn(lake, {
      ...{ contribution: owner, partner: owner, fileName: `${owner}.csv`, bytes: text.length },
      open: async function* () {
        yield Buffer.from(text);
      },
      ...{ mapping, terms: termsSchema.parse({}), folder: join(place, owner) },
    });
    folders.push(join(place, owner));
  }
  await computeSnapshot(lake, {
    ...{ folder: join(place, 'snapshot'), contributionFolders: folders, indicators: false },
    kept: {
      partners: given.map((partner) => ({ partner, title: partner, country: null, contact: 'desk' })),
      contributions: given.map((owner) => ({
        ...{ contribution: owner, partner: owner, file_name: `${owner}.csv`, bytes: 1 },
        ...{ received_at: '2026-01-01T00:00:00Z', contact: null },
      })),
      judgements: [],
    },
  });
}

/** Everything that matching leaves behind. */
async function matched(): Promise<readonly unknown[]> {
  return [
    await lake.rows(
      sql`select type, a, b, round(weight, 6) as weight, linked from ${candidateTable} order by all`,
    ),
    await lake.rows(sql`select * from ${blockingTable} order by all`),
    await lake.rows(sql`select entity, list_sort(list(subject)) as subjects from ${clusterTable}
      group by entity having count(*) > 1 order by entity`),
    await lake.rows(sql`select recipient, other, type, own, others from ${notificationTable} order by all`),
  ];
}

const isOpen = ({ category, born }: PersonRow) =>
  (category === 'suspect' || category === 'convicted') && born !== '2012-06-07';

test('protected persons, and those in no category, leave no trace in matching', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 4, maxLength: 14 }), async (rows) => {
      const keptOut = new Set(rows.filter((each) => !isOpen(each)).map(({ owner, no }) => `${owner} ${no}`));
      const open = rows.filter(({ owner, no }) => !keptOut.has(`${owner} ${no}`));
      await run(rows);
      const withAll = await matched();
      const quarantined = (await countQuarantined(lake)).reduce((sum, { persons }) => sum + persons, 0);
      const nowhere = rows.filter(({ category }) => category === '' || category === '?');
      expect(quarantined).toBe(new Set(nowhere.map(({ owner, no }) => `${owner} ${no}`)).size);
      const hidden = await lake.rows<{ subject: bigint }>(sql`
        select distinct subject from ${subjectTable}
        where contribution || ' ' || key in ${['', ...keptOut]} order by subject`);
      const named = await lake.rows<{ subject: bigint }>(sql`
        select a as subject from ${candidateTable} union select b from ${candidateTable}
        union select unnest(own) from ${notificationTable} union select unnest(others) from ${notificationTable}`);
      const seen = new Set(named.map(({ subject }) => subject));
      for (const { subject } of hidden) expect(seen.has(subject)).toBe(false);
      if (open.length === 0) return;
      await run(open);
      expect(withAll).toEqual(await matched());
    }),
    { numRuns: 4, seed: 20261122, endOnFailure: true },
  );
}, 120_000);

const petrov = { name: 'Ivan Petrov', born: '1980-04-05', passport: 'A1234567', phone: '+49301234567' };

test("a victim's passport and phone are matched by nobody, whatever another row of hers says", async () => {
  await run([
    { ...petrov, owner: 'north', no: '1', category: 'suspect' },
    { ...petrov, owner: 'south', no: '1', category: 'suspect' },
  ]);
  expect((await lake.rows(sql`select * from ${notificationTable} where type = 'person'`)).length).toBe(2);
  await run([
    { ...petrov, owner: 'north', no: '1', category: 'victim', passport: '' },
    { ...petrov, owner: 'north', no: '1', category: 'suspect' },
    { ...petrov, owner: 'south', no: '1', category: 'suspect' },
  ]);
  expect(await lake.rows(sql`select * from ${notificationTable}`)).toEqual([]);
  expect(await lake.rows(sql`select * from ${candidateTable}`)).toEqual([]);
});

test('a thing of a person takes the standing of that person; what a person only drives does not', async () => {
  await run([
    { ...petrov, owner: 'north', no: '1', category: 'victim', born: '2012-06-07', plate: 'B AB 123' },
  ]);
  const standing = await lake.rows(sql`
    select distinct s.type, l.matchable, l.content::json ->> 7 as categories, l.content::json ->> 9 as minor
    from ${statementTable} s join ${labelTable} l using (label) order by s.type`);
  expect(standing).toEqual([
    { type: 'document', matchable: false, categories: '["victim"]', minor: 'true' },
    { type: 'person', matchable: false, categories: '["victim"]', minor: 'true' },
    { type: 'vehicle', matchable: true, categories: '[]', minor: 'false' },
  ]);
});

test('only a person on both sides raises the alert', async () => {
  await run([
    { ...petrov, owner: 'north', no: '1', category: 'victim' },
    { ...petrov, owner: 'north', no: '1', category: 'convicted' },
    { ...petrov, owner: 'north', no: '2', category: 'victim' },
    { ...petrov, owner: 'north', no: '3', category: 'suspect' },
    { ...petrov, owner: 'south', no: '1', category: 'suspect' },
    { ...petrov, owner: 'south', no: '4', category: 'witness' },
    { ...petrov, owner: 'south', no: '4', category: 'suspect' },
  ]);
  const alerts = await lake.rows(sql`
    select a.kind, a.owners, a.contributions, len(a.subjects) as n, s.key from ${alertTable} a
    join (select distinct subject, key, type from ${subjectTable}) s on s.subject = a.subjects[1]`);
  expect(alerts).toEqual([
    { kind: 'non-punishment', owners: ['north'], contributions: ['north'], n: 1, key: '1' },
  ]);
});
