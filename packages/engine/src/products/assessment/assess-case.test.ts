import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../graph/connect.ts';
import { GraphFixture } from '../../graph/graph-fixture.ts';
import { Lake } from '../../lake/lake.ts';
import { assessCase } from './assess-case.ts';

let folder: string;
let lake: Lake;

const given = new GraphFixture()
  .subject('farm', 'case', { owner: 'police' }, { number: 'A-1', crimeArea: 'thb-labour' })
  .subject('other', 'case', { owner: 'police' }, { number: 'A-2' })
  // An adult: exploited and held, of whom two partners say that the documents were taken.
  .subject(
    'maria',
    'person',
    { owner: 'ngo', category: 'victim' },
    {
      name: 'maria',
      birthDate: '1990-01-01',
      case: '@farm',
      indicator: [['excessive-hours'], ['low-pay'], ['documents-taken'], ['deceived-wages']],
    },
  )
  .subject(
    'maria2',
    'person',
    { owner: 'police', category: 'victim' },
    {
      name: 'maria',
      case: '@farm',
      indicator: [['documents-taken'], ['debt-bondage'], ['deceived-job']],
    },
  )
  .same('maria', 'maria2')
  // A child with two facts of exploitation.
  .subject(
    'tom',
    'person',
    { owner: 'ngo', category: 'victim', minor: true },
    {
      name: 'tom',
      case: '@farm',
      indicator: [['excessive-hours'], ['no-education']],
    },
  )
  // Nobody knows how old: the birthday tells no year.
  .subject(
    'li',
    'person',
    { owner: 'ngo', category: 'victim' },
    {
      name: 'li',
      birthDate: '--06-27',
      case: '@farm',
      indicator: [['excessive-hours'], ['working-conditions']],
    },
  )
  .subject('sergei', 'person', { owner: 'police', category: 'suspect' }, { name: 'sergei', case: '@farm' })
  // A case of sexual exploitation: a child, and an adult of whom it is said where but nothing that was done.
  .subject('flat', 'case', { owner: 'police' }, { number: 'A-3', crimeArea: 'thb-sexual' })
  .subject(
    'ana',
    'person',
    { owner: 'ngo', category: 'victim', minor: true },
    { name: 'ana', case: '@flat', indicator: [['prostitution']] },
  )
  .subject(
    'ioana',
    'person',
    { owner: 'ngo', category: 'victim' },
    { name: 'ioana', birthDate: '1991-02-02', case: '@flat', indicator: [['prostitution']] },
  )
  .subject(
    'irina',
    'person',
    { owner: 'ngo', category: 'victim' },
    {
      name: 'irina',
      birthDate: '1992-02-02',
      case: '@flat',
      indicator: [
        ['excessive-hours'],
        ['low-pay'],
        ['wages-withheld'],
        ['living-conditions'],
        ['forced-tasks'],
      ],
    },
  )
  // Another case's facts are not this one's.
  .subject(
    'vera',
    'person',
    { owner: 'ngo', category: 'victim' },
    {
      name: 'vera',
      case: '@other',
      indicator: [['violence'], ['isolation']],
    },
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-assessment-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
  await given.load(lake);
  await connect(lake, { folder: join(folder, 'graph') });
});

afterAll(async () => {
  await lake?.close();
  await rm(folder, { recursive: true, force: true });
});

test('a case is assessed person by person, from the records that name it', async () => {
  const assessed = await assessCase(lake, { entity: given.entity('farm'), limit: 10 });
  expect(assessed).toMatchObject({ people: 4, recorded: 3 });
  const of = (name: string) => assessed.rows.find(({ entity }) => entity === given.entity(name));
  expect(of('maria')?.assessments.map(({ age, outcome }) => [age, outcome])).toEqual([
    ['adult', 'trafficking'],
  ]);
  expect(of('maria')?.recorded.find(({ indicator }) => indicator === 'documents-taken')).toEqual({
    indicator: 'documents-taken',
    records: 2,
    owners: ['ngo', 'police'],
  });
  expect(of('tom')?.assessments.map(({ age, outcome }) => [age, outcome])).toEqual([
    ['child', 'trafficking'],
  ]);
  expect(of('li')?.assessments.map(({ age, outcome }) => [age, outcome])).toEqual([
    ['adult', 'exploitation'],
    ['child', 'trafficking'],
  ]);
  expect(assessed.outcomes).toEqual({ trafficking: 3, exploitation: 1 });
});

test('sexual exploitation is assessed by its own lists, and what hangs on an unchecked weight is told apart', async () => {
  const assessed = await assessCase(lake, { entity: given.entity('flat'), limit: 10 });
  const of = (name: string) =>
    assessed.rows
      .find(({ entity }) => entity === given.entity(name))
      ?.assessments.map(({ form, age, outcome, isSettled }) => [form, age, outcome, isSettled]);
  expect(of('ana')).toEqual([['sexual', 'child', 'trafficking', true]]);
  expect(of('ioana')).toEqual([['sexual', 'adult', 'none', true]]);
  expect(of('irina')).toEqual([['sexual', 'adult', 'coerced-exploitation', false]]);
  expect(assessed.outcomes).toEqual({ trafficking: 1, none: 1 });
  expect(assessed.toCheck).toEqual({ 'coerced-exploitation': 1 });
});

test('people have pseudonyms, come in the order of their ids, and page by page', async () => {
  const whole = await assessCase(lake, { entity: given.entity('farm'), limit: 10 });
  expect(JSON.stringify(whole.rows.map(({ caption }) => caption))).not.toMatch(/maria|tom|li\b/);
  const paged = [
    ...(await assessCase(lake, { entity: given.entity('farm'), limit: 2 })).rows,
    ...(await assessCase(lake, { entity: given.entity('farm'), limit: 2, offset: 2 })).rows,
  ];
  expect(paged).toEqual(whole.rows);
  const ids = whole.rows.map(({ entity }) => entity);
  expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
});

test('a case of which nothing is recorded comes to nothing', async () => {
  const assessed = await assessCase(lake, { entity: given.entity('sergei'), limit: 10 });
  expect(assessed).toMatchObject({ people: 0, recorded: 0, outcomes: {}, rows: [] });
});
