import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneToOneBits } from './one-to-one.ts';

type Given = readonly [a: number, b: number, bits: number];

function bitsOf(pairs: readonly Given[], sizes: readonly [number, number], prior = -10): number[] {
  return [
    ...oneToOneBits({
      a: Int32Array.from(pairs, ([a]) => a),
      b: Int32Array.from(pairs, ([, b]) => b),
      bits: Float64Array.from(pairs, ([, , bits]) => bits),
      sizes,
      prior,
    }),
  ];
}

const likely = (bits: number) => 1 / (1 + 2 ** -bits);

describe('each goes with one at most', () => {
  test('a pair with nothing beside it weighs as much as before', () => {
    const [bits] = bitsOf([[1, 2, 14]], [1000, 1000]);
    expect(bits).toBeCloseTo(4, 3);
  });

  test('two that fit alike are each as likely as not, at most', () => {
    const [one, other] = bitsOf(
      [
        [1, 2, 30],
        [1, 3, 30],
      ],
      [1000, 1000],
    );
    expect(one).toBeCloseTo(0, 3);
    expect(other).toBeCloseTo(one as number, 9);
  });

  test('whoever has a better half elsewhere leaves the other one free', () => {
    const [, without] = bitsOf(
      [
        [1, 3, 16],
        [2, 3, 16],
      ],
      [1000, 1000],
    );
    const [, , freed] = bitsOf(
      [
        [1, 4, 30],
        [1, 3, 16],
        [2, 3, 16],
      ],
      [1000, 1000],
    );
    expect(freed as number).toBeGreaterThan((without as number) + 2);
  });

  test('where nearly all have found their half, what is left over is likelier to go together', () => {
    const matched = Array.from({ length: 98 }, (_, index): Given => [index, 1000 + index, 40]);
    const weak: Given = [99, 1099, 9];
    const alone = bitsOf([weak], [100, 100]).at(-1) as number;
    expect(bitsOf([...matched, weak], [100, 100]).at(-1) as number).toBeGreaterThan(alone + 5);
    // Of large files most has no half: nothing is left over.
    expect(bitsOf([...matched, weak], [5000, 5000]).at(-1) as number).toBeCloseTo(alone, 1);
  });

  test('whatever the pairs: nobody has more than one half, and the order of pairs does not matter', () => {
    const pair = fc.tuple(
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 10, max: 16 }),
      fc.double({ min: -10, max: 40, noNaN: true }),
    );
    const pairs = fc.uniqueArray(pair, { selector: ([a, b]) => `${a} ${b}`, minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(pairs, (given) => {
        const bits = bitsOf(given, [7, 7]);
        const sums = new Map<number, number>();
        given.forEach(([a, b], index) => {
          for (const end of [a, b]) sums.set(end, (sums.get(end) ?? 0) + likely(bits[index] as number));
        });
        for (const sum of sums.values()) expect(sum).toBeLessThan(1.01);
        const turned = bitsOf([...given].reverse(), [7, 7]).reverse();
        turned.forEach((each, index) => {
          expect(Math.abs(likely(each) - likely(bits[index] as number))).toBeLessThan(1e-3);
        });
      }),
      { numRuns: 60 },
    );
  });
});
