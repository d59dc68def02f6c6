import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  behindOther,
  clusterPairs,
  conflicts,
  judgedDifferent,
  judgedSame,
  linkComponents,
  mayLink,
  type Pairs,
} from './cluster.ts';

type Given = readonly [a: number, b: number, weight: number, flags?: number];

function pairsOf(given: readonly Given[]): Pairs {
  return {
    size: given.length,
    a: Int32Array.from(given, ([a]) => a),
    b: Int32Array.from(given, ([, b]) => b),
    weight: Float64Array.from(given, ([, , weight]) => weight),
    flags: Uint8Array.from(given, ([, , , flags]) => flags ?? mayLink),
  };
}

const roots = (subjects: number, given: readonly Given[], threshold = 4) => [
  ...clusterPairs(subjects, pairsOf(given), threshold).roots,
];

describe('the guard', () => {
  test('pairs below the threshold, or that may not link, do not', () => {
    expect(
      roots(3, [
        [0, 1, 3.9],
        [1, 2, 20, 0],
      ]),
    ).toEqual([0, 1, 2]);
  });

  test('a conflict between two members keeps their clusters apart', () => {
    expect(
      roots(4, [
        [0, 1, 20],
        [2, 3, 18],
        [1, 2, 10],
        [0, 3, -8, conflicts],
      ]),
    ).toEqual([0, 0, 2, 2]);
  });

  test('who fits two conflicting sides alike joins neither', () => {
    expect(
      roots(3, [
        [0, 2, 8],
        [1, 2, 7.5],
        [0, 1, -9, conflicts],
      ]),
    ).toEqual([0, 1, 2]);
  });

  test('who clearly fits one of them stays there', () => {
    expect(
      roots(3, [
        [0, 2, 16],
        [1, 2, 7.5],
        [0, 1, -9, conflicts],
      ]),
    ).toEqual([0, 1, 0]);
  });

  test('one weak link does not chain two large clusters', () => {
    const clique = (from: number): Given[] => {
      const list: Given[] = [];
      for (let a = from; a < from + 8; a++) for (let b = a + 1; b < from + 8; b++) list.push([a, b, 20]);
      return list;
    };
    const found = clusterPairs(16, pairsOf([...clique(0), ...clique(8), [7, 8, 5]]), 4);
    expect(new Set(found.roots)).toEqual(new Set([0, 8]));
    expect(found.cut).toBe(1);
    expect(found.linked.at(-1)).toBe(0);
  });
});

describe('judgements', () => {
  test('the same forces, whatever the weight and the conflicts', () => {
    expect(roots(2, [[0, 1, -12, conflicts | judgedSame]])).toEqual([0, 0]);
  });

  test('the same joins what evidence had joined, whole', () => {
    expect(
      roots(4, [
        [0, 1, 20],
        [2, 3, 20],
        [1, 2, -9, judgedSame],
        [0, 3, -9],
        [0, 2, -9, conflicts],
      ]),
    ).toEqual([0, 0, 0, 0]);
  });

  test('merged and parted at any size', () => {
    const around = Array.from({ length: 78_000 }, (_, index): Given => [0, index + 1, -3, judgedSame]);
    expect(new Set(roots(78_001, around)).size).toBe(1);
    const parted = new Set(roots(78_001, [...around.slice(1), [0, 1, 20, mayLink | judgedDifferent]]));
    expect(parted).toEqual(new Set([0, 1]));
  });

  test('who says only what another says counts neither for nor against anything', () => {
    const [one, other] = [0, 3001];
    const around = (head: number, flags: number) =>
      Array.from({ length: 3000 }, (_, index): Given => [head, head + 1 + index, 8, flags]);
    const rootsWith = (flags: number, between: number, further: Given[] = []) =>
      new Set(
        roots(6004, [...around(one, flags), ...around(other, flags), [one, other, 5, between], ...further]),
      );
    const behind = mayLink | behindOther.b;
    expect(rootsWith(behind, mayLink)).toEqual(new Set([one, 6002, 6003]));
    expect(rootsWith(mayLink, mayLink).size).toBeGreaterThan(4);
    expect(rootsWith(behind, mayLink | judgedDifferent)).toEqual(new Set([one, other, 6002, 6003]));
    // Who stands for others and is in doubt stays with them.
    const sides: Given[] = [
      [one, 6002, 8],
      [one, 6003, 8],
      [6002, 6003, -9, conflicts],
    ];
    expect(rootsWith(behind, 0, sides)).toEqual(new Set([one, other, 6002, 6003]));
  });

  test('different forbids, across clusters too', () => {
    expect(
      roots(4, [
        [0, 1, 20],
        [2, 3, 20],
        [1, 2, 18],
        [0, 3, 18, mayLink | judgedDifferent],
      ]),
    ).toEqual([0, 0, 2, 2]);
  });
});

const anyPairs = fc
  .uniqueArray(
    fc.tuple(
      fc.nat(11),
      fc.nat(11),
      fc.integer({ min: -10, max: 20 }),
      fc.constantFrom(0, 1, 1, 2, 3, 4, 5, 6, 8, 9, 17, 33),
    ),
    { selector: ([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`, maxLength: 30 },
  )
  .map((list) =>
    list.filter(([a, b]) => a !== b).map(([a, b, w, f]): Given => [Math.min(a, b), Math.max(a, b), w, f]),
  );

test('a component by itself comes out as it does among the others', () => {
  fc.assert(
    fc.property(anyPairs, (given) => {
      const pairs = pairsOf(given);
      const components = linkComponents(12, pairs, 4);
      const whole = roots(12, given);
      for (const component of new Set(components)) {
        const inside = given.filter(([a, b]) => components[a] === component && components[b] === component);
        const alone = roots(12, inside);
        for (const [subject, own] of components.entries()) {
          if (own === component) expect(alone[subject]).toBe(whole[subject]);
        }
      }
    }),
  );
});

test('the order of pairs does not matter', () => {
  fc.assert(
    fc.property(anyPairs, fc.nat(), (given, turn) => {
      const at = given.length === 0 ? 0 : turn % given.length;
      const turned = [...given.slice(at), ...given.slice(0, at)].reverse();
      expect(roots(12, turned)).toEqual(roots(12, given));
    }),
  );
});
