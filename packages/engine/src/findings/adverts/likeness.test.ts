import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from './likeness.ts';

const keysOf = (most: number) =>
  fc.array(fc.integer({ min: -2, max: 70 }), { maxLength: most }).map((keys) => Int32Array.from(keys));

/** The length of the longest common subsequence by its definition (Wagner and Fischer 1974). */
function longest(one: Int32Array, other: Int32Array): number {
  let above = new Array<number>(other.length + 1).fill(0);
  for (const key of one) {
    const line = [0];
    for (const [at, beside] of other.entries())
      line.push(
        key === beside ? (above[at] as number) + 1 : Math.max(line[at] as number, above[at + 1] as number),
      );
    above = line;
  }
  return above[other.length] as number;
}

test.each([12, 32, 33, 60])(
  'an alignment of up to %i keys is common, in order and as long as can be',
  (most) => {
    fc.assert(
      fc.property(keysOf(most), keysOf(most), (one, other) => {
        const places = new Int32Array(most);
        expect(align(one, other, places)).toBe(longest(one, other));
        const aligned = [...one.keys()].filter((at) => (places[at] as number) >= 0);
        expect(aligned.length).toBe(longest(one, other));
        aligned.forEach((at, nth) => {
          expect(other[places[at] as number]).toBe(one[at]);
          if (nth > 0)
            expect(places[at] as number).toBeGreaterThan(places[aligned[nth - 1] as number] as number);
        });
      }),
    );
  },
);

test('what stands twice is laid beside the first that it can be', () => {
  const places = new Int32Array(4);
  expect(align(Int32Array.of(1, 2, 3), Int32Array.of(9, 2, 2, 8, 3, 7), places)).toBe(2);
  expect([...places.subarray(0, 3)]).toEqual([-1, 1, 4]);
});
