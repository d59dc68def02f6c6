import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEntityType } from '@clew/model/ontology/ontology.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Lake } from '../../lake/lake.ts';
import { makeBlocks } from '../block.ts';
import { makeFeatures } from '../features.ts';
import { levelOf, type TypeModel } from '../model.ts';
import { levelSql, outcomesOfPairs } from '../outcome.ts';
import { type GivenSubject, loadSubjects } from '../resolution-fixture.ts';
import { listSubjects, takeSubjects } from '../subjects.ts';
import { bonusSql } from '../train.ts';
import { text, workSchema, workTable } from '../work.ts';
import { dateCases } from './date-cases.ts';
import { littleCases } from './little-cases.ts';
import { paymentCases } from './payment-cases.ts';
import { linkModels } from './type-models.ts';

type Values = Readonly<Record<string, string | readonly string[]>>;

type Case = readonly [type: string, comparison: string, one: Values, other: Values, title: string | null];

/** A case: what one and the other say, the comparison, and the title of the level (null: nothing is said). */
const cases: readonly Case[] = [
  ['person', 'name', { name: 'Anna Berg' }, { name: 'Berg, Anna' }, 'the same name'],
  [
    'person',
    'name',
    { firstName: 'Lei Qiang', lastName: 'Feng' },
    { firstName: 'Leiqiang', lastName: 'Feng' },
    'the same name by sound or in another spelling',
  ],
  [
    'person',
    'name',
    { name: 'Mohamed Antoun' },
    { name: 'Muhammad Antoon' },
    'the same name by sound or in another spelling',
  ],
  ['person', 'name', { name: 'Владимир Петров' }, { name: 'Vladimir Petrov' }, 'the same name'],
  [
    'person',
    'name',
    { name: 'Bob Smith' },
    { name: 'Robert Smith' },
    'given name, nickname or initial, and the same family name',
  ],
  [
    'person',
    'name',
    { firstName: 'Maria', lastName: 'Medina Sentosa' },
    { firstName: 'Maria', lastName: 'Sentosa' },
    'all names of the shorter one',
  ],
  [
    'person',
    'name',
    { firstName: 'Michaela', lastName: 'Neumann' },
    { firstName: 'Michafla', lastName: 'Neumann' },
    'the same family name, a like given name',
  ],
  [
    'person',
    'name',
    { name: 'Mark Miller' },
    { name: 'Mark Milner' },
    'the same given name, a like family name',
  ],
  ['person', 'name', { name: 'Daniella Shaw' }, { name: 'Danilka Shawl' }, 'like names'],
  [
    'person',
    'name',
    { lastName: 'Andreason', name: 'Andreason' },
    { name: 'Lars Andreason' },
    'one name the same, the other not known',
  ],
  [
    'person',
    'name',
    { name: 'Amanda Jones' },
    { name: 'Amanda Anderson' },
    'the same given name, another family name',
  ],
  ['person', 'name', { name: 'Jim Muir' }, { name: 'Jane Muir' }, 'the same family name, another given name'],
  ['person', 'name', { name: 'Jim Muir' }, { name: 'Olga Petrova' }, 'another name'],
  [
    'person',
    'name',
    { name: 'Marvo Maleszka' },
    { name: 'Maroc Maleszka' },
    'the same family name, a given name that looks alike',
  ],
  [
    'person',
    'name',
    { name: 'Darletta Anderson' },
    { name: 'Darlene Anderson' },
    'the same family name, another given name',
  ],
  [
    'person',
    'name',
    { lastName: 'Roers' },
    { firstName: 'Erin', lastName: 'Rogers' },
    'one name like, the other not known',
  ],
  ['person', 'email', { email: 'info@print.example' }, { email: 'info@print.example' }, null],
  ['person', 'email', { email: 'buero-2@print.example' }, { email: 'buero-2@print.example' }, null],
  ['person', 'email', { email: 'infante@print.example' }, { email: 'infante@print.example' }, 'the same'],
  ['person', 'name', { name: 'Jim Muir', alias: 'Olga Petrova' }, { name: 'Olga Petrova' }, 'the same name'],
  ['person', 'name', { name: 'Jim Muir' }, { birthDate: '1990-01-02' }, null],
  ['person', 'birthDate', { birthDate: '1990-03-04' }, { birthDate: '1990-03-04' }, 'the same date'],
  ['person', 'birthDate', { birthDate: '1990-03-04' }, { birthDate: '1990-04-03' }, 'day and month swapped'],
  [
    'person',
    'birthDate',
    { birthDate: '1990-03-04' },
    { birthDate: '1980-03-04' },
    'one digit other, or two exchanged',
  ],
  [
    'person',
    'birthDate',
    { birthDate: '1990-03-14' },
    { birthDate: '1990-12-14' },
    'the day or the month other',
  ],
  [
    'person',
    'birthDate',
    { birthDate: '1990-01-01' },
    { birthDate: '1990-01-01' },
    'the same year, and the same day that stands for one not known',
  ],
  [
    'person',
    'birthDate',
    { birthDate: '1990' },
    { birthDate: '1990-04-03' },
    'the same year, and day and month not known or 1 January',
  ],
  ['person', 'birthDate', { birthDate: '1990-03-04' }, { birthDate: '1990-11-25' }, 'the same year'],
  ['person', 'birthDate', { birthDate: '1990-03-04' }, { birthDate: '1991-11-25' }, 'one year apart'],
  [
    'person',
    'birthDate',
    { birthDate: '1990-03-04' },
    { birthDate: '1982-11-25' },
    'another date, less than fifteen years apart or the year not known',
  ],
  [
    'person',
    'birthDate',
    { birthDate: '1990-03-04' },
    { birthDate: '1962-11-25' },
    'fifteen or more years apart',
  ],
  ...littleCases,
  ...dateCases.map(
    ([one, other, title]): Case => ['person', 'birthDate', { birthDate: one }, { birthDate: other }, title],
  ),
  ['person', 'document', { document: ['AB123456', 'X9'] }, { document: 'AB123456' }, 'the same'],
  ['person', 'document', { document: 'AB1234O6' }, { document: 'AB123406' }, 'the same'],
  [
    'person',
    'document',
    { document: 'AB123456' },
    { document: 'AB123466' },
    'one character other, or two swapped',
  ],
  [
    'person',
    'account',
    { account: 'DE89370400440532013000' },
    { account: 'DE89370400440532013001' },
    'one character other, or two swapped',
  ],
  // Both with right check digits: a slip would show.
  [
    'person',
    'account',
    { account: 'DE89370400440532013000' },
    { account: 'DE62370400440532013001' },
    'another',
  ],
  ['person', 'email', { email: 'j.doe@gmail.com' }, { email: 'JDoe+x@googlemail.com' }, 'the same'],
  [
    'person',
    'document',
    { document: 'AB123456' },
    { document: 'AB132456' },
    'one character other, or two swapped',
  ],
  ['person', 'document', { document: 'AB123456' }, { document: 'ZZ999999' }, 'another'],
  ['person', 'phone', { phone: '+4917012345678' }, { phone: '+4917012345678' }, 'the same'],
  [
    'person',
    'phone',
    { phone: '+14812856234' },
    { phone: '+74812856234' },
    'the same but for the country code',
  ],
  ['person', 'email', { email: 'a@b.example' }, { email: 'somebody@else.example' }, 'another'],
  [
    'person',
    'address',
    { address: '1515 Adela Lane, Las Vegas' },
    { address: 'Las Vegas, 1515 Adela Ln' },
    'the same address',
  ],
  [
    'person',
    'address',
    { address: '5 Ringstrasse, Bonn Duisdorf' },
    { address: 'Ringstr. 5 Duisdorf Bonn Nord' },
    'nearly all words and numbers',
  ],
  [
    'person',
    'address',
    { address: '5 Ringstrasse Bonn' },
    { address: '77 Hafenweg Kiel' },
    'another address',
  ],
  ['person', 'sex', { sex: 'f' }, { sex: 'm' }, 'another'],
  ['person', 'generation', { name: 'Robert Smith Sr' }, { name: 'Robert Smith Jr' }, 'senior and junior'],
  ...paymentCases,
  ['organization', 'name', { name: 'Hansa Bau GmbH' }, { name: 'Hansa Bau' }, 'the same name'],
  [
    'organization',
    'name',
    { name: 'Müllenkranz Autowerke' },
    { name: 'Mullenkrants Autowerke' },
    'the same name by sound or in another spelling',
  ],
  [
    'organization',
    'name',
    { name: 'Universal Exports Singapore' },
    { name: 'Universal Exports' },
    'all words of the shorter name',
  ],
  ['organization', 'name', { name: 'Alpha Transport' }, { name: 'Omega Bakery' }, 'another name'],
  ['vehicle', 'plate', { plate: 'HH-AB 123' }, { plate: 'HH AB 123' }, 'the same'],
  ['vehicle', 'plate', { plate: 'АА 1234 ВО' }, { plate: 'AA1234B0' }, 'the same'],
  ['vehicle', 'vin', { vin: '1M8GDM9AXKP042788' }, { vin: '1M8GDM9AXKPO42788' }, 'the same'],
  [
    'address',
    'address',
    { full: '12 Hauptstr., 10115 Berlin Mitte, Wohnung 5' },
    { full: 'Hauptstraße 12, Whg. 7, Mitte, 10115 Berlin' },
    'all words, and each a number that the other has not',
  ],
  [
    'address',
    'address',
    { full: 'вул. Хрещатик, буд. 12 а, кв. 5, Київ' },
    { full: 'Khreshchatyk 12A/5, Kyiv' },
    'nearly all words and numbers',
  ],
  [
    'address',
    'address',
    { full: 'C/ Mayor, 5, 28013 Madrid' },
    { full: 'Calle Mayor 5 Madrid 28013' },
    'the same address',
  ],
  [
    'address',
    'address',
    { full: 'Str. Lungă nr. 5, bl. A2, Iași' },
    { full: 'Iasi, Strada Lunga 5, bloc A2' },
    'the same address',
  ],
  [
    'address',
    'address',
    { full: '5 Ringstrasse, 53123 Bonn Duisdorf' },
    { full: 'Ringstr. 5, Bonn Duisdorf' },
    'nearly all words and numbers',
  ],
  [
    'document',
    'number',
    { number: 'C01X00T47' },
    { number: 'C01X00T48' },
    'one character other, or two swapped',
  ],
  ['address', 'address', { full: '5 Ringstrasse Bonn' }, { full: 'Ringstrasse 5, Bonn' }, 'the same address'],
];

let folder: string;
let lake: Lake;

function valuesOf(values: Values): [string, string][] {
  return Object.entries(values).flatMap(([property, given]) =>
    (typeof given === 'string' ? [given] : given).map((value): [string, string] => [property, value]),
  );
}

/** Level by case, direction and comparison. */
const levels = new Map<string, number | null>();

/** Compares all cases of a type at once, one with other and other with one. */
async function compareCases(model: TypeModel): Promise<void> {
  const subject = workTable('subject', model.type);
  const pairs = `select x.n as a, y.n as b, (least(x.subject, y.subject)::bigint - 1) // 2 as case_number, (x.subject > y.subject)::integer as direction
    from ${subject} x join ${subject} y on x.subject <> y.subject and (x.subject + 1) // 2 = (y.subject + 1) // 2
    where greatest(x.subject, y.subject) <= ${2 * cases.length}`;
  const outcomes = outcomesOfPairs(model, {
    features: workTable('feature', model.type),
    pairs,
    further: ['case_number', 'direction'],
  });
  const columns = model.comparisons.map(({ id }) => `${levelSql(`"${id}"`)} as "${id}"`);
  const rows = await lake.rows<Record<string, number | null>>(
    text(`select case_number, direction, ${columns.join(', ')} from (${outcomes})`),
  );
  for (const { case_number, direction, ...found } of rows) {
    for (const [id, level] of Object.entries(found)) levels.set(`${case_number} ${direction} ${id}`, level);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-models-'));
  lake = await Lake.open({ folder, threads: 1 });
  const subjects = cases.flatMap(([type, , one, other], index): GivenSubject[] => [
    { subject: BigInt(2 * index + 1), type, values: valuesOf(one) },
    { subject: BigInt(2 * index + 2), type, values: valuesOf(other) },
  ]);
  await loadSubjects(lake, subjects);
  await lake.run(text(`create schema ${workSchema}`));
  await listSubjects(lake);
  for (const model of linkModels) {
    const type = findEntityType(model.type);
    const properties = Object.keys(type?.properties ?? {});
    await takeSubjects(lake, { type: model.type, key: type?.key, properties });
    await makeFeatures(lake, model.type, model.features);
    await compareCases(model);
  }
}, 60_000);

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

describe('levels of comparisons', () => {
  test.each(cases.map((given, index) => [index, ...given] as const))(
    'case %i: %s %s',
    (index, type, id, _one, _other, title) => {
      const comparison = linkModels
        .find((each) => each.type === type)
        ?.comparisons.find((each) => each.id === id);
      if (comparison === undefined) throw new Error(`No comparison ${type} ${id}`);
      for (const direction of [0, 1]) {
        const level = levels.get(`${index} ${direction} ${id}`) ?? null;
        expect(level === null ? null : levelOf(comparison, level).title).toBe(title);
      }
    },
  );
});

describe.each(linkModels.map((model) => [model.type, model] as const))('the model of %s', (type, model) => {
  test('every rule, condition and interaction is understood by the engine', async () => {
    const blocks = await makeBlocks(lake, model, { crowdedKnown: false });
    expect(blocks.counts.map((count) => count.rule)).toEqual(model.rules.map((rule) => rule.id));
    const outcomes = outcomesOfPairs(model, {
      features: workTable('feature', type),
      pairs: 'select 1 as a, 2 as b',
    });
    await lake.rows(text(`select ${bonusSql(model)} from (${outcomes})`));
  });

  test('shares of levels are probabilities', () => {
    for (const { levels, id } of model.comparisons) {
      for (const of of ['m', 'u'] as const) {
        const sum = levels.reduce((total, level) => total + level[of], 0);
        expect(Math.abs(sum - 1), `${id} ${of}`).toBeLessThan(0.05);
        for (const level of levels) expect(level[of]).toBeGreaterThan(0);
      }
    }
  });

  test('rules use comparisons that exist', () => {
    const known = new Set(model.comparisons.map((comparison) => comparison.id));
    for (const rule of model.rules) for (const id of rule.uses) expect(known.has(id)).toBe(true);
  });

  test('nationality is not compared', () => {
    expect(JSON.stringify([model.features, model.comparisons.map((one) => one.id)])).not.toContain(
      'nationality',
    );
  });
});
