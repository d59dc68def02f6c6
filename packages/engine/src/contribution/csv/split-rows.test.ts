import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDialect } from './find-dialect.ts';
import { type CsvFault, type CsvRow, CsvSplitter } from './split-rows.ts';

function rowsOf(text: string, options: { separator?: string; limit?: number; pieces?: number } = {}) {
  const lineEnd = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const splitter = new CsvSplitter({ separator: options.separator ?? ',', lineEnd, limit: options.limit });
  const rows: (CsvRow | CsvFault)[] = [];
  const size = options.pieces ?? text.length + 1;
  for (let at = 0; at <= text.length; at += size) {
    splitter.push(text.slice(at, at + size), at + size > text.length);
    for (let row = splitter.next(); row !== undefined; row = splitter.next()) rows.push(row);
  }
  return rows.map((row) => ('cells' in row ? row.cells : row.fault));
}

test.each<[title: string, text: string, rows: unknown]>([
  [
    'plain',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'Windows line ends',
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'old Macintosh line ends',
    'a,"b"\rc,d\r',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'quotes',
    '"a,1","b ""x"" c"\r\n"",d',
    [
      ['a,1', 'b "x" c'],
      ['', 'd'],
    ],
  ],
  [
    'a line end inside quotes',
    '"a\nb",c\nd,e',
    [
      ['a\nb', 'c'],
      ['d', 'e'],
    ],
  ],
  ['spaces around quotes', 'x, "a, b" ,c', [['x', 'a, b', 'c']]],
  [
    'a quote inside an unquoted cell',
    '5" pipe,6\n"x",y',
    [
      ['5" pipe', '6'],
      ['x', 'y'],
    ],
  ],
  [
    'blank lines',
    'a,b\n\n\r\nc,d\n\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'empty cells',
    ',\n,,',
    [
      ['', ''],
      ['', '', ''],
    ],
  ],
  ['a quote never closed', 'a,b\n"c,d\ne,f\ng,h', [['a', 'b'], 'unclosed', ['e', 'f'], ['g', 'h']]],
  ['a quote closed too early', '"a" b,c\nd,e', ['stray-quote', ['d', 'e']]],
])('%s', (_title, text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
  expect(rowsOf(text, { pieces: 1 })).toEqual(rows);
  expect(rowsOf(text, { pieces: 3 })).toEqual(rows);
});

test('a row over the limit is skipped, whether it has a line end inside or not', () => {
  const long = 'x'.repeat(50);
  const after = ['too-long', ['c', 'd']];
  for (const pieces of [1, 7, 1000]) {
    expect(rowsOf(`a,b\n${long},y\nc,d`, { limit: 20, pieces })).toEqual([['a', 'b'], ...after]);
    expect(rowsOf(`"${long}",y\nc,d`, { limit: 20, pieces })).toEqual(after);
  }
});

test('an unclosed quote costs one row even where the end of the file is far away', () => {
  const lines = Array.from({ length: 50 }, (_, index) => `${index},x`).join('\n');
  const rows = rowsOf(`"1,y\n${lines}`, { limit: 100, pieces: 10 });
  expect(rows).toHaveLength(51);
  expect(rows.filter((row) => row === 'unclosed')).toHaveLength(1);
});

const separators = fc.constantFrom(',', ';', '\t', '|');
const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '|', '\n', '\r', ' ', 'Ж'),
  maxLength: 8,
});
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

test('any table written with quotes where they are needed comes back, however it is cut into pieces', () => {
  fc.assert(
    fc.property(
      table,
      separators,
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 20 }),
      (rows, separator, end, pieces) => {
        const needsQuotes = (text: string) => /["\r\n]|^ | $|^$/.test(text) || text.includes(separator);
        const written = rows.map((cells) =>
          cells.map((text) => (needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(separator),
        );
        expect(rowsOf(`${written.join(end)}${end}`, { separator, pieces })).toEqual(rows);
      },
    ),
  );
});

test('the separator of a table written with quotes everywhere is found', () => {
  const wide = table.filter((rows) => (rows[0]?.length ?? 0) > 1);
  fc.assert(
    fc.property(wide, separators, (rows, separator) => {
      const written = rows.map((cells) =>
        cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator),
      );
      expect(findDialect(`${written.join('\r\n')}\r\n`).separator).toBe(separator);
    }),
  );
});

test.each([
  ['decimal commas', 'id;amount\n1;2,50\n2;3,75\n', ';'],
  ['commas in names', 'name\tplace\nSmith, John\tParis, France\nDoe, Jane\tRome, Italy\n', '\t'],
  ['one column', 'name\nSmith\nDoe\n', ','],
  ['the hint of a spreadsheet', 'sep=|\nname|a,b\nx|1,2\n', '|'],
])('separator: %s', (_title, text, separator) => {
  expect(findDialect(text).separator).toBe(separator);
});
