import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { loadTable } from '../lake/table-writer.ts';
import { subjectTable } from '../statements/tables.ts';
import { connect } from './connect.ts';
import { findEntities } from './find-entities.ts';
import { GraphFixture } from './graph-fixture.ts';
import { spellingTable, termTable } from './tables.ts';

let folder: string;
let lake: Lake;

const police = { owner: 'police', category: 'suspect' } as const;
const given = new GraphFixture()
  .subject('petrov', 'person', police, {
    name: ['ivan petrov', 'ПЕТРОВ Иван'],
    phone: '+385915550101',
    plate: 'ab123cd',
  })
  .subject('petrova', 'person', police, { name: 'maria petrova' })
  .subject('other', 'person', police, { name: 'ivan horvat' })
  .subject(
    'hidden',
    'person',
    { owner: 'ngo', category: 'victim' },
    { name: 'anna petrov', phone: '+4930555' },
  )
  .subject('firm', 'organization', { owner: 'police' }, { name: 'petrov transport' });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-find-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
  await given.load(lake);
  await loadTable(lake, subjectTable, [
    {
      subject: given.subjectId('other'),
      contribution: 'police',
      row: 3,
      name: 'person',
      type: 'person',
      key: 'X-17',
    },
  ]);
  await connect(lake, { folder: join(folder, 'graph') });
});

afterAll(async () => {
  await lake?.close();
  await rm(folder, { recursive: true, force: true });
});

async function find(text: string, more: { readonly type?: string; readonly limit?: number } = {}) {
  const found = await findEntities(lake, { text, limit: 10, ...more });
  return found.map(({ entity, type }) => {
    const name = ['petrov', 'petrova', 'other', 'hidden', 'firm'].find(
      (each) => given.entity(each) === entity,
    );
    return name ?? type;
  });
}

test.each<[string, readonly string[]]>([
  ['Ivan Petrov', ['petrov']],
  ['PETROV, Ivan', ['petrov']],
  ['Петров', ['firm', 'petrov', 'petrova']],
  ['+385 91 555 0101', ['petrov', 'phone']],
  ['00385 91 555 01 01', ['petrov', 'phone']],
  ['AB 123-CD', ['petrov', 'vehicle']],
  ['x-17', ['other']],
])('%s is found whatever its script, spacing and order of words', async (text, names) => {
  expect((await find(text)).toSorted()).toEqual(names.toSorted());
});

test.each<[string, string]>([
  ['Petrof', 'petrov'],
  ['Petov', 'petrov'],
  ['Pertov', 'petrov'],
  ['Pettrov Ivan', 'petrov'],
  ['Horv', 'other'],
  ['Ivann Horwat', 'other'],
])('%s is near enough to find %s', async (text, name) => {
  expect(await find(text)).toContain(name);
});

test('an id finds its own; that of a protected person finds nothing', async () => {
  const id = (name: string) => `person-${given.entity(name).toString(16).padStart(16, '0')}`;
  expect(await find(id('petrov'))).toEqual(['petrov']);
  expect(await find(id('hidden'))).toEqual([]);
});

test('what is as it was written comes before what is near it', async () => {
  expect(await find('Petrova')).toEqual(['petrova', expect.anything(), expect.anything()]);
  expect(await find('Petrov', { type: 'person' })).toEqual(['petrov', 'petrova']);
  expect(await find('Petrov', { type: 'person', limit: 1 })).toEqual(['petrov']);
});

test('nothing that is said of a protected person is in the index', async () => {
  for (const text of ['Anna Petrov', 'anna', '+4930555', 'Anna', 'ana'])
    expect(await find(text)).not.toContain('hidden');
  expect(await find('anna')).toEqual([]);
  const { n } = await lake.row<{ n: number }>(sql`
    select (select count(*) from ${termTable} where contains(term, 'anna') or contains(matched, 'anna')
      or contains(term, '4930555')) + (select count(*) from ${spellingTable} where word = 'anna') as n`);
  expect(n).toBe(0);
});

test('two words that differ by one slip find one another', async () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdev'), minLength: 4, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(letters, fc.nat(7), fc.constantFrom(...'xyz'), async (word, at, letter) => {
      const place = at % word.length;
      const wrong = [
        word.slice(0, place) + letter + word.slice(place + 1),
        word.slice(0, place) + letter + word.slice(place),
        ...(word.length > 4 ? [word.slice(0, place) + word.slice(place + 1)] : []),
      ];
      const forms = (text: string) =>
        new Set([text, ...Array.from(text, (_, index) => text.slice(0, index) + text.slice(index + 1))]);
      for (const one of wrong) {
        const shared = [...forms(one)].some((form) => forms(word).has(form));
        expect(shared).toBe(true);
      }
    }),
  );
});

test('no text makes it fail', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (text) => {
      await findEntities(lake, { text, limit: 5 });
    }),
    { numRuns: 15 },
  );
  expect(await find("'; drop table x; --")).toEqual([]);
  expect(await find('\0')).toEqual([]);
});
