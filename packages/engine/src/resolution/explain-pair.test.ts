import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { labelTable } from '../statements/tables.ts';
import { readCalibration } from './calibration.ts';
import { explainPair } from './explain-pair.ts';
import { typeModels } from './models/type-models.ts';
import { readModel } from './read-model.ts';
import { type GivenSubject, loadSubjects } from './resolution-fixture.ts';
import { resolve } from './resolve.ts';
import { traitProperties } from './trait-properties.ts';
import { workSchema } from './work.ts';

let folder: string;
let lake: Lake;

const person = (subject: number, values: readonly [string, string][], matchable = true): GivenSubject => ({
  subject: BigInt(subject),
  matchable,
  values,
});

const subjects: readonly GivenSubject[] = [
  person(1, [
    ['firstName', 'Jean Paul'],
    ['lastName', "O'Malley"],
    ['birthDate', '1981-04-03'],
    ['phone', '+33612345678'],
  ]),
  person(2, [
    ['name', "O'MALLEY Jean-Paul"],
    ['birthDate', '1981-04-03'],
    ['sex', 'm'],
  ]),
  person(3, [
    ['name', 'Vera Zhou'],
    ['birthDate', '1990-07-06'],
  ]),
  person(
    4,
    [
      ['name', "Jean Paul O'Malley"],
      ['birthDate', '1981-04-03'],
    ],
    false,
  ),
  ...Array.from({ length: 60 }, (_, index) =>
    person(100 + index, [
      [
        'name',
        `${['Adam', 'Berta', 'Cemal', 'Dora'][index % 4]} ${index % 3 === 0 ? 'Novak' : `Lind${index}`}`,
      ],
      ['birthDate', `${1950 + ((index * 13) % 50)}-0${1 + (index % 9)}-${10 + ((index * 11) % 17)}`],
    ]),
  ),
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-explain-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
  await loadSubjects(lake, subjects, [{ a: 1n, b: 3n, verdict: 'different' }]);
  await resolve(lake, { folder });
}, 30_000);

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

test('a pair tells what each side says, as it was written, and adds up to its weight', async () => {
  const found = await explainPair(lake, 2n, 1n);
  expect(found).toMatchObject({ sameEntity: true, neverCompared: null });
  const [pair] = found?.chain ?? [];
  const name = pair?.parts.find(({ comparison }) => comparison === 'name');
  expect(name?.says).toEqual([["Jean Paul O'Malley"], ["O'MALLEY Jean-Paul"]]);
  expect(name?.likelier).toBeCloseTo(2 ** (name?.weight ?? 0), 6);
  expect(name?.common).toMatchObject({ oneIn: null, fewerThan: 12, of: 63 });
  const sum = pair?.parts.reduce((total, { weight }) => total + weight, pair.prior ?? 0) ?? 0;
  expect(sum).toBeCloseTo(pair?.weight ?? Number.NaN, 3);
  expect(pair?.oneSided.map(({ comparison }) => comparison)).toEqual(['phone', 'sex']);
  expect(pair?.threshold).toBeCloseTo(4.25, 2);
});

test('who takes no part in matching is told as that, and nothing of what they nearly share', async () => {
  const found = await explainPair(lake, 1n, 4n);
  expect(found).toMatchObject({
    sameEntity: false,
    neverCompared: { because: 'left-out', rules: [], weight: null },
  });
});

test('two that no rule brings together: rule by rule, and no working table stays behind', async () => {
  const found = await explainPair(lake, 3n, 100n);
  expect(found?.neverCompared?.because).toBe('rules');
  expect(found?.neverCompared?.rules.map(({ rule }) => rule).sort()).toEqual(
    typeModels
      .find(({ type }) => type === 'person')
      ?.rules.map(({ id }) => id)
      .sort(),
  );
  const number = found?.neverCompared?.rules.find(({ rule }) => rule === 'number');
  expect(number).toMatchObject({ outcome: 'missing', missing: ['a', 'b'] });
  expect(found?.neverCompared?.weight).toBeLessThan(found?.neverCompared?.floor ?? 0);
  const left = await lake.rows(
    sql`select 1 from information_schema.schemata where schema_name = ${workSchema}`,
  );
  expect(left).toEqual([]);
});

test('what a protected person says is not told', async () => {
  await lake.run(sql`update ${labelTable} set protected = true where label = 1`);
  const found = await explainPair(lake, 1n, 2n);
  await lake.run(sql`update ${labelTable} set protected = false where label = 1`);
  expect(found?.chain[0]).toMatchObject({ withheld: true, oneSided: [] });
  expect(found?.chain[0]?.parts.every(({ says }) => says === null)).toBe(true);
  expect(JSON.stringify(found, (_, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toMatch(
    /malley/i,
  );
});

test('the model: every level, every rule, the log of training, and what people judged', async () => {
  const model = await readModel(lake, 'person');
  const given = typeModels.find(({ type }) => type === 'person');
  expect(model?.subjects).toBe(63);
  expect(model?.comparisons.map(({ id }) => id)).toEqual(given?.comparisons.map(({ id }) => id));
  for (const { levels } of model?.comparisons ?? []) {
    expect(levels.reduce((sum, { m }) => sum + (m ?? 0), 0)).toBeCloseTo(1, 6);
    expect(levels.at(-1)?.level).toBe(0);
  }
  expect(model?.training.steps.length).toBeGreaterThan(1);
  expect(model?.training.steps.at(-1)?.change).toBeLessThan(1e-6);
  expect(model?.training.randomPairs).toBe((63 * 62) / 2);
  const bins = await readCalibration(lake, 'person');
  expect(bins[0]).toMatchObject({ from: -8, judged: { same: 0, all: 1, share: 0 } });
  expect(bins.reduce((sum, { linked }) => sum + linked, 0)).toBe(1);
});

test('every comparison of every type looks at properties that there are', () => {
  for (const model of typeModels) {
    for (const comparison of model.comparisons) {
      expect(traitProperties(model, comparison), `${model.type} ${comparison.id}`).not.toEqual([]);
    }
  }
  const person = typeModels.find(({ type }) => type === 'person');
  const of = (id: string) => person?.comparisons.find((one) => one.id === id);
  if (person === undefined) throw new Error('No model of people');
  const [phone, birthDate] = [of('phone'), of('birthDate')];
  expect(phone && traitProperties(person, phone)).toEqual(['phone']);
  expect(birthDate && traitProperties(person, birthDate)).toEqual(['birthDate']);
});
