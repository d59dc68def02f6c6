import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isProved, type ProofRecord, type ProvedBatch, sumOf, withBatch } from './proof-record.ts';

const empty: ProofRecord = {
  settings: { seed: 1, recompute: false, weights: 'usual', cells: 2, variants: 2 },
  routes: [],
  ranges: [],
};

function batch(index: number, commit: string): ProvedBatch {
  const figures = { hubs: 4, observers: index + 1, views: 1, answers: 100, hits: index % 3 };
  const proof = { ...figures, routes: [`route${index % 2}`], differences: [] };
  return { index, commit, cpuSeconds: 0.5, proof };
}

const commits = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 20 });

test('the order in which batches end changes nothing, and a range is as long as it can be', () => {
  const inAnyOrder = commits.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray(
        all.map((_, index) => index),
        { minLength: 0 },
      ),
    ),
  );
  fc.assert(
    fc.property(inAnyOrder, ([all, order]) => {
      const add = (record: ProofRecord, index: number) =>
        withBatch(record, batch(index, all[index] as string));
      const record = order.reduce(add, empty);
      expect(record).toEqual(order.toSorted((a, b) => a - b).reduce(add, empty));
      expect(all.map((_, index) => isProved(record, index))).toEqual(
        all.map((_, index) => order.includes(index)),
      );
      expect(sumOf(record)).toMatchObject({ hubs: 4 * order.length, cpuSeconds: order.length / 2 });
      for (const [at, { to, commit }] of record.ranges.entries()) {
        const next = record.ranges[at + 1];
        expect(next === undefined || next.from > to + 1 || next.commit !== commit).toBe(true);
      }
    }),
  );
});

test('a batch is not counted twice, and what differs stays with its range', () => {
  const told = { seed: '1/1', number: 1, observer: 'o', request: 'GET /', base: 'a', variant: 'b' };
  const second = batch(1, 'a');
  const record = withBatch(withBatch(empty, batch(0, 'a')), {
    ...second,
    proof: { ...second.proof, differences: [told] },
  });
  expect(record.ranges).toMatchObject([{ from: 0, to: 1, commit: 'a', differences: [told] }]);
  expect(record.routes).toEqual(['route0', 'route1']);
  expect(() => withBatch(record, batch(1, 'b'))).toThrow('already');
});
