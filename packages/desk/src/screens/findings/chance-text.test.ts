import { expect, test } from 'vitest';
import { chanceText } from './chance-text.ts';

const inEnglish = (value: number, options?: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat('en', options).format(value);

test.each([
  [0.0314, '0.031'],
  [1, '1'],
  [0.00002, '2 × 10⁻⁵'],
  [0.000219, '2.2 × 10⁻⁴'],
  [0.0000000012, '1.2 × 10⁻⁹'],
  [1e-30, '< 10⁻⁹'],
  [0, '< 10⁻⁹'],
])('a chance of %d reads %s', (chance, text) => {
  expect(chanceText(chance, inEnglish)).toBe(text);
});
