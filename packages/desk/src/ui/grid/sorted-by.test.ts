import { expect, test } from 'vitest';
import { sortedBy } from './sorted-by.ts';

const order = (values: readonly (string | number | null)[], isDescending: boolean) =>
  sortedBy(values, { by: (value) => value, isDescending, locale: 'de' });

test('figures by size, words as the language has them, and what has no value last, whichever way', () => {
  expect(order([10, null, 9], false)).toEqual([9, 10, null]);
  expect(order([10, null, 9], true)).toEqual([10, 9, null]);
  expect(order(['Zoe', 'Äbtissin', 'Bar 10', 'Bar 9'], false)).toEqual([
    'Äbtissin',
    'Bar 9',
    'Bar 10',
    'Zoe',
  ]);
});
