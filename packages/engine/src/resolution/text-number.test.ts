import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textNumber, textNumberOrNull } from './text-number.ts';

test('a text is a whole number that an engine can hold, and the same one each time', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(Number.isSafeInteger(textNumber(text))).toBe(true);
      expect(textNumber(text)).toBeGreaterThanOrEqual(0);
      expect(textNumber(text)).toBe(textNumber(`${text}`));
    }),
  );
  expect(textNumberOrNull(null)).toBeNull();
});

test('of a hundred thousand like texts no two share a number, and both halves move', () => {
  const texts = Array.from({ length: 100_000 }, (_, index) => `novak ${index.toString(36)} a`);
  const numbers = texts.map(textNumber);
  expect(new Set(numbers).size).toBe(texts.length);
  const bits = (of: (value: number) => number) => new Set(numbers.map((value) => of(value) % 1024)).size;
  expect(bits((value) => value)).toBe(1024);
  expect(bits((value) => Math.floor(value / 2 ** 43))).toBe(1024);
});
