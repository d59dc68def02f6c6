import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from './csv-text.ts';

test('quotes what must be quoted, and makes text of what a spreadsheet would compute', () => {
  expect(csvText([['a', 'b,c', 'd"e', null, 3]])).toBe('\uFEFFa,"b,c","d""e",,3\r\n');
  expect(csvText([['=1+1', '@x', '-2.5', '+385 91', '+cmd', '\tx']])).toBe(
    "\uFEFF'=1+1,'@x,-2.5,+385 91,'+cmd,'\tx\r\n",
  );
});

test('whatever stands in the cells, each row has as many cells as it had', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (cells) => {
      const unquoted = csvText([cells]).replaceAll(/"(?:[^"]|"")*"/g, 'x');
      expect(unquoted.split(',')).toHaveLength(cells.length);
    }),
  );
});
