import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSeries } from './number-series.ts';

const documents = (numbers: readonly string[]) =>
  numbers.map((number, at) => ({ document: BigInt(at + 1), number }));

test('numbers that follow one another are a run, in the order of the numbers', () => {
  const { tested, series } = findSeries(
    documents(['AB100003', 'AB100001', 'XY500000', 'AB100004', 'AB900000']),
  );
  expect(tested).toBe(5);
  expect(series).toMatchObject([{ documents: [2n, 1n, 4n], span: 4 }]);
  expect(series[0]?.chance).toBeLessThan(1e-9);
});

test.each<[string, readonly string[]]>([
  ['two numbers', ['AB100001', 'AB100002']],
  ['numbers of different forms', ['AB100001', 'AC100002', 'AB1000003']],
  ['numbers far from each other', ['AB100001', 'AB200002', 'AB300003']],
  ['numbers of few digits', ['A1', 'A2', 'A3']],
  ['one number on several documents', ['AB100001', 'AB100001', 'AB100001', 'AB100002']],
])('no run: %s', (_what, numbers) => {
  expect(findSeries(documents(numbers)).series).toEqual([]);
});

test('where numbers lie dense, a run is no wonder', () => {
  const dense = Array.from({ length: 20_000 }, (_, at) => `${10_000 + ((at * 7_919) % 90_000)}`);
  for (const { chance } of findSeries(documents(dense)).series) expect(chance).toBeGreaterThan(1e-9);
});

test('the order of documents changes nothing', () => {
  const number = fc.integer({ min: 100_000, max: 100_400 }).map((one) => `K${one}`);
  fc.assert(
    fc.property(fc.array(number, { maxLength: 60 }), (numbers) => {
      const given = documents(numbers);
      expect(findSeries([...given].reverse())).toEqual(findSeries(given));
    }),
  );
});
