import { expect, test } from 'vitest';
import { displayWidth, fitInto, printable } from './display-width.ts';
import { paintWith } from './paint.ts';
import { count, counted, textTable } from './text-table.ts';

test.each([
  ['', 0],
  ['abc', 3],
  ['Łódź', 4],
  ['Z\u0301o\u0308e', 3],
  ['王小明', 6],
  ['ﾊﾝ', 2],
  ['김철수', 6],
  ['محمد', 4],
  ['مُحَمَّد', 4],
  ['Nguyễn', 6],
  ['🚐', 2],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('cutting keeps whole characters and says that something is missing', () => {
  expect(fitInto('王小明王小明', 7)).toBe('王小明…');
  expect(fitInto('abc', 3)).toBe('abc');
  expect(displayWidth(fitInto('e\u0301'.repeat(30), 10))).toBe(10);
});

test('no file can drive the terminal or turn the writing round', () => {
  expect(printable('a\u001b[31mb\r\nc\u202ed\u2066e')).toBe('a [31mb cde');
});

test('columns stand under each other in any script', () => {
  const rows = [
    { name: '王小明', number: 1200 },
    { name: 'Ann', number: 7 },
  ];
  const columns = [
    { title: 'name', value: (row: { name: string }) => row.name },
    { title: 'number', value: (row: { number: number }) => row.number },
  ];
  const lines = textTable(rows, columns, { paint: paintWith(false), width: 80 });
  expect(lines).toEqual(['name          number', '王小明         1,200', 'Ann                7']);
  const painted = textTable(rows, columns, { paint: paintWith(true), width: 80 });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes are what is taken away
  expect(painted.map((line) => line.replace(/\u001b\[\d+m/g, ''))).toEqual(lines);
});

test('numbers read as people write them', () => {
  expect(count(1234567)).toBe('1,234,567');
  expect(counted(1, 'row')).toBe('1 row');
  expect(counted(2, 'entity', 'entities')).toBe('2 entities');
});
