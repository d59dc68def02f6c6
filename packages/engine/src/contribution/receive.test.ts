import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mapping, mappingSchema } from '@clew/model/mapping.ts';
import type { Progress } from '@clew/model/progress.ts';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import type { Row } from '../lake/table.ts';
import { receive } from './receive.ts';
import { sampleFile } from './sample.ts';
import { sourceOf } from './source-fixture.ts';
import { recordTable, unreadTable } from './tables.ts';
import { inlineRows, partsOf, zipOf } from './xlsx/workbook-fixture.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-receive-'));
  lake = await Lake.open({ folder, threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const mappingOf = (form: Partial<Mapping> = {}) => mappingSchema.parse({ clew: 1, subjects: {}, ...form });

async function receiveFile(fileName: string, content: string | Uint8Array, form: Partial<Mapping> = {}) {
  const source = sourceOf(fileName, content);
  const received = await receive(lake, { ...source, contribution: 'c1', mapping: mappingOf(form), folder });
  const records = await lake.rows<Row<typeof recordTable>>(sql`select * from ${recordTable}`);
  const problems = await lake.rows<Row<typeof unreadTable>>(sql`select * from ${unreadTable}`);
  expect(received.rows).toBe(records.length + problems.length);
  expect(received.refused).toBe(problems.length);
  const numbers = [...records, ...problems].map(({ row }) => row as number).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  return {
    received,
    rows: records.map(({ content }) => JSON.parse(content as string)),
    problems: problems.map(({ row, field, code, value }) => [row, code, field, value]),
    records,
  };
}

test('rows become records in their order, empty cells left out', async () => {
  const { received, records, rows } = await receiveFile(
    'a.csv',
    '\ufeffname;born;\nMüller;1990;\n"O""N";;x\n ; ; \n',
  );
  expect(received).toEqual({ rows: 3, refused: 0, reader: 'csv', columns: ['name', 'born', 'column 3'] });
  expect(rows).toEqual([{ name: 'Müller', born: '1990' }, { name: 'O"N', 'column 3': 'x' }, {}]);
  expect(records.map(({ contribution, row }) => [contribution, row])).toEqual([
    ['c1', 1],
    ['c1', 2],
    ['c1', 3],
  ]);
});

test('every bad row is a problem of its own, and the good ones stay', async () => {
  const { rows, problems } = await receiveFile(
    'a.csv',
    Buffer.concat([
      Buffer.from('a,b\n1,2\n1,2,3\n1\n"x,y\n1,2,\nЖитомирська,2\n'),
      Buffer.from([0x41, 0xff, 0x2c, 0x42, 10, 0, 44, 0x42]),
    ]),
  );
  expect(rows).toEqual([
    { a: '1', b: '2' },
    { a: '1', b: '2' },
    { a: 'Житомирська', b: '2' },
  ]);
  expect(problems).toEqual([
    [2, 'row-shape', null, '3 cells instead of 2'],
    [3, 'row-shape', null, '1 cells instead of 2'],
    [4, 'row-unreadable', null, 'a quote that is never closed'],
    [7, 'row-encoding', 'a', null],
    [8, 'row-encoding', 'a', null],
  ]);
});

test('names of columns that are empty, doubled or dangerous', async () => {
  const { received, rows } = await receiveFile('a.csv', 'name,name,,name 2,__proto__,2\n1,2,3,4,5,6\n');
  expect(received.columns).toEqual(['name', 'name 3', 'column 3', 'name 2', '__proto__', '2']);
  expect(Object.entries(rows[0])).toHaveLength(6);
  expect(Object.getOwnPropertyDescriptor(rows[0], '__proto__')?.value).toBe('5');
});

test('an encoding that shows only after a megabyte of ASCII', async () => {
  const lines = `a,b\n${'x,y\n'.repeat(300_000)}`;
  const bytes = Buffer.concat([
    Buffer.from(lines),
    iconv.encode('Иван,Георгиев\nМария,Стоянова\n', 'windows-1251'),
  ]);
  const { rows, problems } = await receiveFile('a.csv', bytes);
  expect(problems).toEqual([]);
  expect(rows.at(-1)).toEqual({ a: 'Мария', b: 'Стоянова' });
});

test('a file in UTF-8 with rows from another code page loses only those', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`a,b\n${'Жиков,ä\n'.repeat(50)}`),
    iconv.encode('Müller,x\n', 'windows-1252'),
    Buffer.from('é,1\n'),
  ]);
  const { rows, problems } = await receiveFile('a.csv', bytes);
  expect(rows).toHaveLength(51);
  expect(problems).toEqual([[51, 'row-encoding', 'a', null]]);
});

test('a row of more than 16 MiB is skipped', async () => {
  const { rows, problems } = await receiveFile('a.csv', `a,b\n1,2\n${'x'.repeat(17 * 1024 * 1024)},3\n4,5\n`);
  expect(rows).toEqual([
    { a: '1', b: '2' },
    { a: '4', b: '5' },
  ]);
  expect(problems).toEqual([[2, 'row-too-long', null, null]]);
});

test('many rows keep their order and their numbers over many blocks', async () => {
  const lines = Array.from({ length: 200_000 }, (_, index) =>
    index % 50_000 === 7 ? `${index}` : `${index},Ж${index}`,
  );
  const { received, records } = await receiveFile('a.csv', `n,t\n${lines.join('\n')}`);
  expect(received).toMatchObject({ rows: 200_000, refused: 4 });
  const disorder = records.findIndex(
    ({ row, content }, index) =>
      !content?.startsWith(`{"n":"${(row as number) - 1}"`) ||
      (index > 0 && (row as number) <= (records[index - 1]?.row as number)),
  );
  expect(disorder).toBe(-1);
});

test('JSON that is cut keeps the rows before the cut', async () => {
  const { rows, problems } = await receiveFile(
    'a.json',
    '[{"a":1},{"a":"\\ud83d\\ude00"},{"a":"\\ud83d"},{"a":"\\u0000"},5,{"a":',
  );
  expect(rows).toEqual([{ a: '1' }, { a: '😀' }]);
  expect(problems.map(([row, code, field]) => [row, code, field])).toEqual([
    [3, 'row-encoding', 'a'],
    [4, 'row-encoding', 'a'],
    [5, 'row-unreadable', null],
    [6, 'row-unreadable', null],
  ]);
});

test('lines of JSON that are none are problems of their rows', async () => {
  const { rows, problems } = await receiveFile('a.jsonl', '{"a":1}\n{"a":\n\n[1]\n{"a":{"b":2}}\n');
  expect(rows).toEqual([{ a: '1' }, { 'a.b': '2' }]);
  expect(problems.map(([row, code]) => [row, code])).toEqual([
    [2, 'row-unreadable'],
    [3, 'row-unreadable'],
  ]);
});

test.each<[title: string, fileName: string, content: string | Uint8Array, code: string, sentence: RegExp]>([
  ['no bytes', 'a.csv', '', 'file-empty', /no bytes/],
  ['only spaces', 'a.csv', ' \n\r\n\t', 'file-empty', /nothing but spaces/],
  ['only a mark', 'a.csv', '\ufeff', 'file-empty', /nothing but spaces/],
  ['only a header', 'a.csv', 'name,born\n', 'file-empty', /no rows/],
  ['an empty array', 'a.json', '[]', 'file-empty', /no rows/],
  [
    'a workbook with only a header',
    'a.xlsx',
    zipOf(partsOf({ sheets: { S: inlineRows([['a']]) } })),
    'file-empty',
    /no rows/,
  ],
  ['a PDF', 'a.csv', Buffer.from('%PDF-1.7\n%\xe2\xe3', 'latin1'), 'file-unknown-format', /PDF/],
  ['gzip', 'a.csv', Buffer.from('\x1f\x8b\x08\x00abc', 'latin1'), 'file-unknown-format', /gzip/],
  ['a web page', 'a.csv', '\n<!DOCTYPE html><html></html>', 'file-unknown-format', /web page/],
  ['XML', 'a.csv', '\ufeff<?xml version="1.0"?><a/>', 'file-unknown-format', /XML/],
  ['an archive named .csv', 'a.csv', zipOf({ a: 'x' }), 'file-unknown-format', /ZIP/],
  [
    'an old workbook',
    'a.xls',
    Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
    'file-unknown-format',
    /old Office/,
  ],
  [
    'an encrypted workbook',
    'a.xlsx',
    Buffer.concat([Buffer.from('\xd0\xcf\x11\xe0', 'latin1'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'file-unreadable',
    /password/,
  ],
  [
    'any binary',
    'a.csv',
    Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)),
    'file-unknown-format',
    /format/,
  ],
  ['text named .json', 'a.json', 'name,born\nA,1990\n', 'file-unknown-format', /format/],
  ['a header whose quote is not closed', 'a.csv', 'a,"b\n1,2\n', 'file-unreadable', /header/],
])('%s is refused in a sentence', async (_title, fileName, content, code, sentence) => {
  await receiveFile('good.csv', 'a\n1\n');
  await expect(receiveFile(fileName, content)).rejects.toMatchObject({
    name: 'Refusal',
    code,
    message: expect.stringMatching(sentence),
    advice: expect.stringMatching(/\.$/),
  });
  expect(await readdir(join(folder, 'contribution'))).toEqual(['problem', 'record']);
  expect(await lake.rows(sql`select row from ${recordTable}`)).toEqual([{ row: 1 }]);
});

test('what the mapping says of the form of the file counts', async () => {
  const bytes = iconv.encode('name|place\nŁoś|Łódź\n', 'iso-8859-2');
  const { rows } = await receiveFile('a.csv', bytes, { encoding: 'iso-8859-2', separator: '|' });
  expect(rows).toEqual([{ name: 'Łoś', place: 'Łódź' }]);
  await expect(receiveFile('a.csv', bytes, { encoding: 'klingon' })).rejects.toMatchObject({
    code: 'mapping-invalid',
  });
  await expect(receiveFile('a.csv', bytes, { reader: 'xlsx' })).rejects.toMatchObject({
    code: 'file-unknown-format',
  });
});

test('too many different columns are refused', async () => {
  const lines = Array.from({ length: 17_000 }, (_, index) => `{"key${index}":1}`).join('\n');
  await expect(receiveFile('a.jsonl', lines)).rejects.toMatchObject({ code: 'file-unreadable' });
});

test('progress goes to the last byte, and a stop leaves nothing half-written', async () => {
  const source = sourceOf('a.csv', `a,b\n${'x,y\n'.repeat(200_000)}`);
  const steps: Progress[] = [];
  const stop = new AbortController();
  const input = { ...source, contribution: 'c2', mapping: mappingOf(), folder: join(folder, 'stopped') };
  await receive(lake, { ...input, folder: join(folder, 'full') }, { onProgress: (step) => steps.push(step) });
  expect(steps.length).toBeGreaterThan(1);
  expect(steps.at(-1)).toMatchObject({ done: source.bytes, total: source.bytes, unit: 'bytes' });
  const stopped = receive(lake, input, { onProgress: () => stop.abort(), signal: stop.signal });
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  expect(existsSync(join(folder, 'stopped', 'contribution', 'record'))).toBe(false);
  expect(existsSync(join(folder, 'stopped', 'contribution', 'record.partial'))).toBe(false);
});

test('rows in are records and problems together, whatever happens to the bytes', async () => {
  const table = Array.from({ length: 20 }, (_, index) => `${index},"Mü""ller ${index}",Жена,x`).join('\n');
  const bytes = Buffer.from(`id,name,other,last\n${table}\n`);
  const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      const bent = Buffer.from(bytes);
      for (const [at, byte] of changes) bent[at] = byte;
      await receiveFile('a.csv', bent).catch((error: { name?: string }) => {
        if (error.name !== 'Refusal') throw error;
      });
    }),
    { numRuns: 40 },
  );
});

test('a sample is the start of the file, as it is read later', async () => {
  const content = `id;navn\n${Array.from({ length: 500 }, (_, index) => `${index};Ærø`).join('\n')}`;
  const sample = await sampleFile(sourceOf('a.csv', iconv.encode(content, 'windows-1252')), { rows: 3 });
  expect(sample).toEqual({
    reader: 'csv',
    encoding: 'windows-1252',
    separator: ';',
    sheet: null,
    columns: ['id', 'navn'],
    rows: [0, 1, 2].map((id) => ({ id: String(id), navn: 'Ærø' })),
  });
  expect((await sampleFile(sourceOf('a.csv', 'a\n1\n'))).encoding).toBeNull();
});
