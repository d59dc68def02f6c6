import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnionFind } from './union-find.ts';

test('sets are those of a naive search, and the smallest member stands for each', () => {
  const edges = fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 40 });
  fc.assert(
    fc.property(edges, (list) => {
      const sets = new UnionFind(30);
      for (const [a, b] of list) sets.union(a, b);
      const naive = Array.from({ length: 30 }, (_, index) => index);
      for (let changed = true; changed; ) {
        changed = false;
        for (const [a, b] of list) {
          const least = Math.min(naive[a] as number, naive[b] as number);
          if (naive[a] !== least || naive[b] !== least) changed = true;
          naive[a] = least;
          naive[b] = least;
        }
      }
      expect(naive.map((_, index) => sets.find(index))).toEqual(naive);
    }),
  );
});
