import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tilesOf } from './tiles.ts';

test('every pair lies in exactly one tile', () => {
  const counts = fc.integer({ min: 2, max: 12_000_000 });
  const cases = fc.record({
    subjects: counts,
    pairs: fc.integer({ min: 0, max: 400_000_000 }),
    seeds: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 20, maxLength: 20 }),
  });
  fc.assert(
    fc.property(cases, ({ subjects, pairs, seeds }) => {
      const { tiles, slices } = tilesOf(subjects, pairs);
      for (const [x, y] of [...seeds, [0, 1], [subjects - 2, subjects - 1]]) {
        const [one, other] = [1 + ((x ?? 0) % subjects), 1 + ((y ?? 0) % subjects)];
        if (one === other) continue;
        const [a, b] = [Math.min(one, other), Math.max(one, other)];
        const found = tiles.filter(
          (tile) => a >= tile.a.from && a < tile.a.to && b >= tile.b.from && b < tile.b.to,
        );
        expect(found).toHaveLength(1);
        const [left, right] = found[0]?.slices.map((index) => slices[index]) ?? [];
        expect(left?.from).toBeLessThanOrEqual(a);
        expect(left?.to).toBeGreaterThan(a);
        expect(right).toEqual(found[0]?.b);
      }
    }),
  );
});

test('few pairs are one tile, however many subjects there are; many are parted on both sides', () => {
  expect(tilesOf(9_000_000, 50_000).tiles).toHaveLength(1);
  const { tiles } = tilesOf(9_000_000, 300_000_000);
  expect(tiles.length).toBeLessThan(120);
  for (const { a, b } of tiles) {
    expect(a.to - a.from).toBeLessThanOrEqual(1_000_001);
    expect(b.to - b.from).toBeLessThanOrEqual(1_000_001);
  }
});
