import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mapping, mappingSchema } from '@clew/model/mapping.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordTable } from '../contribution/tables.ts';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { writeTable } from '../lake/table-writer.ts';
import { type Stated, state } from './state.ts';
import { statementTable, subjectTable, valueProblemTable } from './tables.ts';

let folder: string;
let lake: Lake;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-state-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
});

afterEach(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const people: Mapping = mappingSchema.parse({
  clew: 1,
  seen: { column: 'seen', order: 'dmy' },
  subjects: {
    person: {
      type: 'person',
      properties: {
        firstName: { columns: ['first'] },
        lastName: { columns: ['last'] },
        alias: { columns: ['alias'], split: ';' },
        birthDate: { columns: ['born'], order: 'dmy' },
        category: { columns: ['category'], values: { B: 'suspect', O: 'victim' } },
        role: { columns: ['role'] },
        phone: { columns: ['phone'], alternatives: ['phone 2'], country: 'DE' },
        address: { columns: ['street', 'city'] },
        case: { ref: 'case' },
      },
    },
    case: { type: 'case', key: ['case'], properties: { number: { columns: ['case'] } } },
  },
});

async function stateRows(
  rows: readonly Readonly<Record<string, unknown>>[],
  given: { readonly mapping?: Mapping; readonly category?: string; readonly receivedAt?: string } = {},
): Promise<Stated> {
  await writeTable(lake, { folder, table: recordTable }, async (writer) => {
    for (const [index, row] of rows.entries()) {
      await writer.add({ contribution: 'c1', row: index + 1, content: JSON.stringify(row) });
    }
  });
  const terms = termsSchema.parse({ category: given.category });
  const { mapping = people, receivedAt } = given;
  return state(lake, { contribution: 'c1', partner: 'p1', terms, mapping, folder, receivedAt });
}

const told = () =>
  lake.rows<{ line: string }>(sql`
    select concat_ws(' ', row, type, property, value, '<' || original || '>', first_seen) as line
    from ${statementTable} order by row, type desc, property, value`);

const labels = async () =>
  (
    await lake.rows<{ line: string }>(sql`
      select distinct concat_ws(' ', s.row, s.type, l.matchable, l.protected, l.content::json->7, l.content::json->9) as line
      from ${statementTable} s join statements.label l using (label) order by line`)
  ).map(({ line }) => line);

test('a row becomes statements of its subjects, with the name joined and the reference filled in', async () => {
  const outcome = await stateRows([
    {
      first: 'Jürgen',
      last: 'Groß',
      alias: 'Der Lange; Jogi',
      born: '03.02.1980',
      category: 'B',
      phone: '0151 23456789',
      'phone 2': '+4915123456789',
      street: 'Hauptstr. 1',
      city: 'Köln',
      case: ' A-1/24 ',
      seen: '05.03.2024',
    },
  ]);
  expect((await told()).map(({ line }) => line)).toMatchInlineSnapshot(`
    [
      "1 person address hauptstrasse 1 koln <Hauptstr. 1 Köln> 2024-03-05",
      "1 person alias der lange <Der Lange> 2024-03-05",
      "1 person alias jogi <Jogi> 2024-03-05",
      "1 person birthDate 1980-02-03 <03.02.1980> 2024-03-05",
      "1 person case 676bc2715d6a3f2e 2024-03-05",
      "1 person category suspect <B> 2024-03-05",
      "1 person firstName jurgen <Jürgen> 2024-03-05",
      "1 person lastName gross <Groß> 2024-03-05",
      "1 person name jurgen gross <Jürgen Groß> 2024-03-05",
      "1 person phone +4915123456789 <0151 23456789> 2024-03-05",
      "1 case number A124 <A-1/24> 2024-03-05",
    ]
  `);
  expect(outcome).toEqual({ records: 1, stated: 1, refused: 0, problems: 0, statements: 11 });
});

test('what cannot be read is a problem at its cell, and the row is stated all the same', async () => {
  const outcome = await stateRows([
    { first: 'Anna', born: '31.02.1985', phone: '12', category: 'zzz', seen: '05.03.2024' },
    { first: ' - ', last: 'unbekannt' },
    { other: 'x' },
    { born: 'unbekannt' },
  ]);
  expect(outcome).toMatchObject({ records: 4, stated: 1, refused: 3 });
  expect(
    await lake.rows(
      sql`select row, field, code, value, refused from ${valueProblemTable} order by row, field`,
    ),
  ).toEqual([
    { row: 1, field: 'born', code: 'date-impossible', value: '31.02.1985', refused: false },
    { row: 1, field: 'category', code: 'category-unknown', value: 'zzz', refused: false },
    { row: 1, field: 'phone', code: 'phone-unreadable', value: '12', refused: false },
    { row: 2, field: null, code: 'row-empty', value: null, refused: true },
    { row: 3, field: null, code: 'row-empty', value: null, refused: true },
    { row: 4, field: 'born', code: 'date-unreadable', value: 'unbekannt', refused: true },
    { row: 4, field: null, code: 'row-empty', value: null, refused: true },
  ]);
});

test('of a birth in a year that cannot be the day stays, with the problem and as it was written', async () => {
  await stateRows([{ first: 'Anna', born: '27.06.1060', seen: '05.03.2024' }]);
  expect(
    await lake.rows(sql`select value, original from ${statementTable} where property = 'birthDate'`),
  ).toEqual([{ value: '--06-27', original: '27.06.1060' }]);
  expect(await lake.rows(sql`select field, code, value from ${valueProblemTable}`)).toEqual([
    { field: 'born', code: 'date-impossible', value: '27.06.1060' },
  ]);
});

test('a column that two subjects read has its problem once, and both are left without a category', async () => {
  const person = (name: string) => ({
    type: 'person',
    properties: { name: { columns: [name] }, category: { columns: ['category'] } },
  });
  const mapping = mappingSchema.parse({ clew: 1, subjects: { payer: person('from'), payee: person('to') } });
  const rows = [{ from: 'Ann', to: 'Bo', category: '??' }];
  expect(await stateRows(rows, { mapping, category: 'suspect' })).toMatchObject({ stated: 1, problems: 1 });
  expect(await labels()).toEqual(['1 person false false [] false']);
});

test('a cell with endless values is cut, with a problem', async () => {
  const alias = Array.from({ length: 200_000 }, (_, index) => `a${index}`).join(';');
  expect(await stateRows([{ first: 'Ann', alias }])).toMatchObject({
    stated: 1,
    problems: 1,
    statements: 502,
  });
});

test('labels: the category of the row, else of the terms; minors and victims are protected', async () => {
  await stateRows(
    [
      { first: 'Adult', category: 'B', born: '01.01.1980', seen: '05.03.2024', case: 'A' },
      { first: 'Child', category: 'B', born: '01.01.2010', seen: '05.03.2024' },
      { first: 'Victim', category: 'O' },
      { first: 'Terms' },
      { first: 'Unreadable', category: 'zzz' },
      { first: 'Role', role: 'victim' },
      { first: 'Word', category: 'minor victim' },
      { first: 'Turns 18 that year', category: 'B', born: '2006', seen: '05.03.2024' },
    ],
    { category: 'suspect' },
  );
  expect(await labels()).toEqual([
    '1 case true false [] false',
    '1 person true false ["suspect"] false',
    '2 person false true ["suspect"] true',
    '3 person false true ["victim"] false',
    '4 person true false ["suspect"] false',
    '5 person false false [] false',
    '6 person false true ["victim"] false',
    '7 person false true ["victim"] true',
    '8 person false true ["suspect"] true',
  ]);
});

test('a row that bears no date is as old as the file: a child in it is a minor', async () => {
  const rows = [
    { first: 'Adult', category: 'B', born: '01.01.1980' },
    { first: 'Child', category: 'B', born: '01.01.2010' },
    { first: 'Grown since', category: 'B', born: '01.01.2010', seen: '05.03.2029' },
  ];
  await stateRows(rows, { receivedAt: '2024-03-05T10:00:00.000Z' });
  expect(await labels()).toEqual([
    '1 person true false ["suspect"] false',
    '2 person false true ["suspect"] true',
    '3 person true false ["suspect"] false',
  ]);
});

test('a keyed subject is one over all rows of its owner; others are one per row', async () => {
  await stateRows([
    { first: 'A', case: 'X 1' },
    { first: 'A', case: 'X  1' },
    { first: 'B', case: 'X 2' },
  ]);
  const subjects = await lake.rows(
    sql`select type, count(*) as rows, count(distinct subject) as subjects from ${subjectTable} group by all order by all`,
  );
  expect(subjects).toEqual([
    { type: 'case', rows: 3, subjects: 2 },
    { type: 'person', rows: 3, subjects: 3 },
  ]);
});

test('references: dropped where the other subject is not in the row, kept where it has a key', async () => {
  const mapping = mappingSchema.parse({
    clew: 1,
    subjects: {
      person: {
        type: 'person',
        properties: { name: { columns: ['name'] }, vehicle: { ref: 'vehicle' }, controller: { ref: 'boss' } },
      },
      vehicle: { type: 'vehicle', properties: { plate: { columns: ['plate'] } } },
      boss: { type: 'person', key: ['boss'], properties: {} },
      ghost: { type: 'sighting', properties: { person: { ref: 'person' } } },
    },
  });
  await stateRows([{ name: 'Anna' }, { name: 'Ben', plate: 'B-1' }, { name: 'Cem', boss: '7' }], { mapping });
  const rows = await lake.rows<{ line: string }>(
    sql`select concat_ws(' ', row, type, property) as line from ${statementTable} where type <> 'vehicle' order by line`,
  );
  expect(rows.map(({ line }) => line)).toEqual([
    '1 person name',
    '2 person name',
    '2 person vehicle',
    '3 person controller',
    '3 person name',
  ]);
});

test('rows are split over subjects by the values of a column', async () => {
  const mapping = mappingSchema.parse({
    clew: 1,
    subjects: {
      person: {
        type: 'person',
        when: { column: 'kind', in: ['P'] },
        properties: { name: { columns: ['name'] } },
      },
      organization: {
        type: 'organization',
        when: { column: 'kind', in: ['O'] },
        properties: { name: { columns: ['name'] } },
      },
    },
  });
  const outcome = await stateRows(
    [
      { kind: 'P', name: 'Jones, Kaylee' },
      { kind: 'O', name: 'Exports, USA' },
      { kind: '?', name: 'X' },
    ],
    { mapping },
  );
  expect(outcome).toMatchObject({ stated: 2, refused: 1 });
  expect((await told()).map(({ line }) => line)).toEqual([
    '1 person name kaylee jones <Jones, Kaylee>',
    '2 organization name exports usa <Exports, USA>',
  ]);
});

test('a mapping that names what is not there is refused', async () => {
  const mapping = mappingSchema.parse({ clew: 1, subjects: { person: { type: 'persn', properties: {} } } });
  await expect(stateRows([{}], { mapping })).rejects.toMatchObject({ code: 'mapping-invalid' });
});

test('whatever is in the cells, rows in = rows stated + rows refused, and twice gives the same', async () => {
  const columns = [
    'first',
    'last',
    'alias',
    'born',
    'category',
    'phone',
    'street',
    'case',
    'seen',
    '__proto__',
  ];
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('1.1.2000', 'B', '-', 'NA'),
  );
  const rowOf = fc.dictionary(fc.constantFrom(...columns), cell, { maxKeys: 9 });
  await fc.assert(
    fc.asyncProperty(fc.array(rowOf, { maxLength: 20 }), async (rows) => {
      const outcome = await stateRows(rows);
      const first = await told();
      expect(outcome.records).toBe(rows.length);
      expect(outcome.stated + outcome.refused).toBe(rows.length);
      expect(await stateRows(rows)).toEqual(outcome);
      expect(await told()).toEqual(first);
    }),
    { numRuns: 15 },
  );
});

test('what the legal profile lets nobody keep is a problem without the value', async () => {
  await writeTable(lake, { folder, table: recordTable }, async (writer) => {
    await writer.add({
      contribution: 'c1',
      row: 1,
      content: JSON.stringify({ first: 'Anna', alias: 'creed' }),
    });
  });
  await state(lake, {
    ...{ contribution: 'c1', partner: 'p1', terms: termsSchema.parse({}), mapping: people, folder },
    refused: (type, property) => type === 'person' && property === 'alias',
  });
  expect(await lake.rows(sql`select field, code, value from ${valueProblemTable}`)).toEqual([
    { field: 'alias', code: 'property-refused', value: null },
  ]);
  expect(JSON.stringify(await told())).not.toContain('creed');
});
