import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { makeDateFeatures } from './date-features.ts';
import { personModel } from './models/person.ts';
import { type GivenSubject, loadSubjects } from './resolution-fixture.ts';
import { listSubjects, takeSubjects } from './subjects.ts';
import { dateClassSql, dateOf, dateWidthSql, isVagueSql, yearClassSql } from './value-code.ts';
import { text, workSchema } from './work.ts';

let folder: string;
let lake: Lake;

/** 4,000 people whose days of birth are spread over 40 years, of whom each twentieth was put down as born on 1 July. */
const people = Array.from({ length: 4000 }, (_, index): GivenSubject => {
  const year = 1960 + (index % 40);
  const born = new Date(Date.UTC(year, 0, 2 + ((index * 7919) % 363))).toISOString().slice(0, 10);
  return { subject: BigInt(index + 1), values: [['birthDate', index % 20 === 0 ? `${year}-07-01` : born]] };
});
const others: readonly GivenSubject[] = [
  { subject: 5001n, values: [['birthDate', '1980s']] },
  { subject: 5002n, values: [['age', '30']] },
  {
    subject: 5003n,
    values: [
      ['birthDate', '1985'],
      ['age', '30'],
    ],
  },
  { subject: 5004n, values: [['age', 'unknown']] },
  { subject: 5005n, values: [['birthDate', '1985-14-10']] },
  { subject: 5006n, values: [['birthDate', '31.02.1985']] },
  { subject: 5007n, values: [['birthDate', '31.31.1985']] },
  { subject: 5008n, values: [['birthDate', '1060-06-27']] },
  { subject: 5009n, values: [['birthDate', '27.06.1060']] },
  { subject: 5010n, values: [['birthDate', 'XXXX-06-27']] },
  {
    subject: 5011n,
    values: [
      ['birthDate', '--06-27'],
      ['age', '30'],
    ],
  },
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-dates-'));
  lake = await Lake.open({ folder, threads: 1 });
  await loadSubjects(lake, [...people, ...others]);
  await lake.run(
    text(`update statements.statement set first_seen = date '2024-05-01' where property = 'age'`),
  );
  await lake.run(text(`create schema ${workSchema}`));
  await listSubjects(lake);
  await takeSubjects(lake, { type: 'person', key: undefined, properties: ['birthDate', 'age'] });
  if (personModel.features.dates === undefined) throw new Error('Persons have dates');
  await makeDateFeatures(lake, { type: 'person', source: 'counted' }, personModel.features.dates);
}, 60_000);

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

async function birthOf(subject: number) {
  const rows = await lake.rows<Record<string, number | boolean | null>>(
    text(`select ${dateOf('birth')}::integer as date, ${dateWidthSql('birth')}::integer as width, ${isVagueSql('birth')} as vague,
      ${dateClassSql('birth')} as class, ${yearClassSql('birth')} as "yearClass"
      from ${workSchema}.dates_person join ${workSchema}.subject_person using (n) where subject = ${subject}`),
  );
  return rows[0];
}

test('a day of the year on which far too many are born stands for a day that is not known', async () => {
  expect(await birthOf(1)).toMatchObject({ date: 19600701, vague: true });
  expect(await birthOf(2)).toMatchObject({ vague: false });
});

test('an agreement in the year is as common as subjects of the year and partial dates make it', async () => {
  // 100 of a year, of whom about one in twenty leaves the day open: in about 10 of 100 pairs one side does.
  const { yearClass } = (await birthOf(1)) as { yearClass: number };
  expect(2 ** (yearClass / 2)).toBeGreaterThan(6);
  expect(2 ** (yearClass / 2)).toBeLessThan(12);
});

test('a span keeps where it begins and how far it goes', async () => {
  expect(await birthOf(5001)).toMatchObject({ date: 19800000, width: 9, vague: true, yearClass: null });
});

test('an age and the day of the statement give a birth only where none is stated', async () => {
  expect(await birthOf(5002)).toMatchObject({ date: 19930000, width: 1 });
  expect(await birthOf(5003)).toMatchObject({ date: 19850000, width: 0 });
  expect(await birthOf(5004)).toBeUndefined();
});

test('the digits of a date that cannot be are compared as they are written', async () => {
  expect(await birthOf(5005)).toMatchObject({ date: 19851410, width: 0, vague: false });
  expect(await birthOf(5006)).toMatchObject({ date: 19850231, width: 0, vague: false });
  expect(await birthOf(5007)).toMatchObject({ date: 19850000, width: 0, vague: true });
  expect(await birthOf(5008)).toMatchObject({ date: 10600627, width: 0, vague: false });
  expect(await birthOf(5009)).toMatchObject({ date: 10600627, width: 0, vague: false });
});

test('a day of no known year is less than a date, and an age stands beside it', async () => {
  expect(await birthOf(5010)).toMatchObject({ date: 627, width: 0, vague: true, yearClass: null });
  const [row] = await lake.rows<{ births: readonly number[] }>(
    text(`select list_transform(births, lambda code: ${dateOf('code')})::integer[] as births
      from ${workSchema}.dates_person join ${workSchema}.subject_person using (n) where subject = 5011`),
  );
  expect(row?.births).toEqual([627, 19930000]);
});
