import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feasible, type Hidden, possibleValues, smallestShown, suppress, suppressEach } from './suppress.ts';

const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 });
const hiddenSum = (values: readonly number[], cells: readonly (Hidden | undefined)[]) =>
  values.reduce((sum, value, index) => (cells[index] === undefined ? sum : sum + value), 0);

/** Every way in which the hidden cells can be filled so that they obey the rule and the sum, by trying them all. */
function possible(cells: readonly (Hidden | undefined)[], sum: number): number[][] {
  const [first, ...rest] = cells;
  if (cells.length === 0) return sum === 0 ? [[]] : [];
  if (first === undefined) return possible(rest, sum).map((tail) => [0, ...tail]);
  const from = first === 'small' ? 1 : smallestShown;
  const to = first === 'small' ? Math.min(smallestShown - 1, sum) : sum;
  const all: number[][] = [];
  for (let value = from; value <= to; value++) {
    for (const tail of possible(rest, sum - value)) all.push([value, ...tail]);
  }
  return all;
}

test('no small count is ever shown, and only a small one is called small', () => {
  fc.assert(
    fc.property(counts, (values) => {
      const { cells, total } = suppress(values);
      values.forEach((value, index) => {
        if (value > 0 && value < smallestShown) expect(cells[index]).not.toBe(undefined);
        if (cells[index] === 'small') expect(value > 0 && value < smallestShown).toBe(true);
      });
      const sum = values.reduce((a, b) => a + b, 0);
      expect(total === 'small').toBe(sum > 0 && sum < smallestShown);
      if (cells.includes('withheld')) expect(new Set(cells)).toEqual(new Set(['withheld']));
    }),
  );
});

test('with a total shown, every small cell keeps several possible values, counted by trying all of them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }), (values) => {
      const { cells, total } = suppress(values);
      if (total !== undefined || cells.includes('withheld')) return;
      const all = possible(cells, hiddenSum(values, cells));
      const intervals = feasible(values, cells);
      cells.forEach((cell, index) => {
        if (cell === undefined) return;
        const seen = new Set(all.map((one) => one[index] as number));
        expect(Math.min(...seen)).toBe(intervals[index]?.least);
        expect(Math.max(...seen)).toBe(intervals[index]?.most);
        if (cell === 'small') expect(seen.size).toBeGreaterThanOrEqual(possibleValues);
      });
    }),
  );
});

test('nothing is hidden where nothing is small', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: smallestShown, max: 99 })), (values) => {
      expect(suppress(values)).toEqual({ cells: values.map(() => undefined), total: undefined });
    }),
  );
});

test('a lone small cell takes the next smallest with it', () => {
  expect(suppress([2, 40, 9, 17]).cells).toEqual(['small', undefined, 'protecting', undefined]);
});

test('two ones are not safe behind a total of theirs and a large cell', () => {
  expect(suppress([1, 1, 30])).toEqual({ cells: ['small', 'small', 'protecting'], total: undefined });
});

test('where no other cell can protect, the table is withheld, with its zeros', () => {
  expect(suppress([4, 4, 0])).toEqual({ cells: ['withheld', 'withheld', 'withheld'], total: undefined });
  expect(suppress([3, 0])).toEqual({ cells: ['withheld', 'withheld'], total: 'small' });
});

test('without a total only the threshold counts', () => {
  expect(suppressEach([0, 1, 4, 5])).toEqual([undefined, 'small', 'small', undefined]);
});
