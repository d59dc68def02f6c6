import { expect, test } from 'vitest';
import { isRead } from '../reader.ts';
import { xlsx } from '../readers/xlsx.ts';
import { sourceOf } from '../source-fixture.ts';
import { formatOf, isoFromSerial } from './cell-formats.ts';
import { openPackage } from './open-package.ts';
import { type Bend, inlineRows, partsOf, type WorkbookParts, zipOf } from './workbook-fixture.ts';

async function read(bytes: Buffer, sheet?: string) {
  const rows = [];
  for await (const batch of xlsx.read(sourceOf('book.xlsx', bytes), { sheet })) rows.push(...batch.rows);
  return rows.map((row) => (isRead(row) ? [...row.cells] : row.code));
}

const readBook = (workbook: WorkbookParts) => read(zipOf(partsOf(workbook)));

const header = inlineRows([['a', 'b', 'c', 'd']]);

test('every kind of cell', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/><numFmt numFmtId="165" formatCode="00000"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
  const strings = '<si><t>shared</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>phonetic</t></rPh></si>';
  const rows =
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="str"><f>A1</f><v>formula</v></c></row>' +
    '<row><c><v>4.4712345678E11</v></c><c><v>0.1</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>' +
    '<row><c s="1"><v>45292</v></c><c s="2"><v>45292.75</v></c><c s="3"><v>123</v></c><c t="inlineStr"><is><t>x_x000A_y</t></is></c></row>' +
    '<row r="5"/><row><c r="A6" s="1"/></row>';
  expect(await readBook({ sheets: { One: header + rows }, styles, strings })).toEqual([
    ['shared', 'rich', '', 'formula'],
    ['447123456780', '0.1', 'true', '#N/A'],
    ['2024-01-01', '2024-01-01T18:00:00', '00123', 'x\ny'],
  ]);
});

test('the sheet that is named, else the first; a name that is not there gets the names that are', async () => {
  const book = zipOf(
    partsOf({ sheets: { One: inlineRows([['a'], ['1']]), Two: inlineRows([['a'], ['2']]) } }),
  );
  expect(await read(book)).toEqual([['1']]);
  expect(await read(book, 'Two')).toEqual([['2']]);
  await expect(read(book, 'Three')).rejects.toMatchObject({
    code: 'file-unreadable',
    advice: expect.stringContaining('"One", "Two"'),
  });
});

test('a title above the header is no row', async () => {
  const rows = inlineRows([
    ['Report of the year'],
    ['as of May'],
    ['name', 'born', 'place'],
    ['A', '1990', 'Ruse'],
  ]);
  expect(await readBook({ sheets: { One: rows } })).toEqual([['A', '1990', 'Ruse']]);
});

test('a cell beyond the header is a problem of its row', async () => {
  const rows = inlineRows([['a', 'b'], ['1', '2', '3'], ['1', '2', '', ' '], ['1']]);
  expect(await readBook({ sheets: { One: rows } })).toEqual(['row-shape', ['1', '2'], ['1']]);
  const wide = `${inlineRows([['a']])}<row><c r="ZZZZZZZ2"><v>1</v></c></row>`;
  expect(await readBook({ sheets: { One: wide } })).toEqual(['row-shape']);
});

test.each([
  [0, 'plain'],
  [14, 'date'],
  [49, 'plain'],
])('built-in format %i', (id, kind) => {
  expect(formatOf(id, undefined)).toBe(kind);
});

test.each([
  ['yyyy\\-mm\\-dd', 'date'],
  ['[$-407]d. mmmm yyyy;@', 'date'],
  ['[Red]0.00', 'plain'],
  ['"days" 0', 'plain'],
  ['[h]:mm', 'plain'],
  ['General', 'plain'],
  ['h:mm AM/PM', 'date'],
])('format %s', (code, kind) => {
  expect(formatOf(164, code)).toBe(kind);
});

test.each([
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [61, false, '1900-03-01'],
  [0, true, '1904-01-01'],
  [0.5, false, '12:00:00'],
  [36526.999999, false, '2000-01-02'],
  [2958465, false, '9999-12-31'],
  [2958466, false, undefined],
])('day %d is %s', (serial, isFrom1904, text) => {
  expect(isoFromSerial(serial, isFrom1904)).toBe(text);
});

const small = partsOf({ sheets: { One: inlineRows([['a'], ['1']]) } });

test.each<[title: string, bytes: Buffer, code: string, sentence: RegExp]>([
  ['a plain archive', zipOf({ 'a.csv': 'a,b' }), 'file-unknown-format', /ZIP archive/],
  ['a Word document', zipOf({ 'word/document.xml': '<a/>' }), 'file-unknown-format', /Word/],
  ['an archive cut short', zipOf(small).subarray(0, 300), 'file-unreadable', /damaged/],
  ['a wrong checksum', zipOf(small, { crc: 1 }), 'file-unreadable', /damaged/],
  ['a wrong size', zipOf(small, { size: 5 } satisfies Bend), 'file-unreadable', /damaged/],
  ['a password', zipOf(small, { flags: 1 }), 'file-unreadable', /password/],
  [
    'a bomb',
    zipOf({ ...small, 'xl/big.xml': Buffer.alloc(40 * 1024 * 1024) }),
    'file-too-large',
    /unpacks to/,
  ],
  [
    'entities',
    zipOf({ ...small, 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
    'file-unreadable',
    /document type/,
  ],
  [
    'XML that is none',
    zipOf({ ...small, 'xl/worksheets/sheet1.xml': '<a><b></a>' }),
    'file-unreadable',
    /well-formed/,
  ],
  [
    'a sheet that is not there',
    zipOf({ ...small, 'xl/_rels/workbook.xml.rels': '<a/>' }),
    'file-unreadable',
    /lacks/,
  ],
])('%s is refused', async (_title, bytes, code, sentence) => {
  await expect(read(bytes)).rejects.toMatchObject({ code, message: expect.stringMatching(sentence) });
});

test('a part that unpacks to more than it declares is stopped at the declared size', async () => {
  const book = zipOf({ 'xl/a.xml': Buffer.alloc(20 * 1024 * 1024) }, { size: 1000 });
  const content = await openPackage(sourceOf('bomb.xlsx', book));
  let length = 0;
  const readAll = async () => {
    for await (const piece of content.read('xl/a.xml')) length += piece.length;
  };
  await expect(readAll()).rejects.toMatchObject({ code: 'file-unreadable' });
  expect(length).toBeLessThan(100_000);
});

test('the limits hold', async () => {
  const limits = { packed: 10_000, unpacked: 10_000, ratio: 200, ratioFrom: 1e9, entries: 10 };
  const open = (bytes: Buffer) => openPackage(sourceOf('book.xlsx', bytes), limits);
  const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`a${index}`, '']));
  await expect(open(zipOf(many))).rejects.toMatchObject({ code: 'file-too-large' });
  await expect(open(zipOf({ a: Buffer.alloc(10_001) }))).rejects.toMatchObject({ code: 'file-too-large' });
  await expect(open(Buffer.alloc(10_001))).rejects.toMatchObject({ code: 'file-too-large' });
});
