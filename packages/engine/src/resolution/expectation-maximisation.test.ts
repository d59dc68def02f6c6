import { expect, test } from 'vitest';
import { maximiseExpectation, type PatternCount, type Shares } from './expectation-maximisation.ts';

const planted = [
  { m: [0.1, 0.9], u: [0.98, 0.02] },
  { m: [0.2, 0.8], u: [0.9, 0.1] },
  { m: [0.05, 0.15, 0.8], u: [0.7, 0.25, 0.05] },
];
const vague: Shares[] = [
  { m: [0.3, 0.7], u: [0.8, 0.2], fixed: false },
  { m: [0.3, 0.7], u: [0.8, 0.2], fixed: false },
  { m: [0.2, 0.3, 0.5], u: [0.6, 0.3, 0.1], fixed: false },
];

/** Exact expected counts of every pattern, for a share of matches among so many pairs. */
function expectedPatterns(pairs: number, matches: number): PatternCount[] {
  const patterns: PatternCount[] = [];
  for (let x = 0; x < 2; x++) {
    for (let y = 0; y < 2; y++) {
      for (let z = 0; z < 3; z++) {
        const levels = [x, y, z];
        const chance = (of: 'm' | 'u') =>
          levels.reduce((product, level, index) => product * (planted[index]?.[of][level] ?? 0), 1);
        patterns.push({ levels, bonus: 0, count: matches * chance('m') + (pairs - matches) * chance('u') });
      }
    }
  }
  return patterns;
}

test('planted m and u are found again without labels', () => {
  const groups = [{ uses: new Set<number>(), patterns: expectedPatterns(200_000, 20_000) }];
  const trained = maximiseExpectation(vague, groups, expectedPatterns(1_000_000, 10));
  planted.forEach(({ m, u }, index) => {
    m.forEach((share, level) => {
      expect(trained.shares[index]?.m[level]).toBeCloseTo(share, 1);
    });
    u.forEach((share, level) => {
      expect(trained.shares[index]?.u[level]).toBeCloseTo(share, 1);
    });
  });
  expect(trained.matchShares[0]).toBeCloseTo(0.1, 1);
});

test('few observations rest on the priors', () => {
  const groups = [{ uses: new Set<number>(), patterns: [{ levels: [1, 1, 2], count: 2, bonus: 0 }] }];
  const trained = maximiseExpectation(vague, groups, []);
  expect(trained.shares[0]?.m[1]).toBeCloseTo(0.7, 1);
  expect(trained.shares[0]?.u).toEqual([0.8, 0.2]);
});

test('what a rule makes agree is not learnt from its blocks, nor is a fixed comparison', () => {
  const patterns = expectedPatterns(100_000, 50_000);
  const priors = vague.map((shares, index) => (index === 1 ? { ...shares, fixed: true } : shares));
  const trained = maximiseExpectation(priors, [{ uses: new Set([0]), patterns }], []);
  expect(trained.shares[0]?.m).toEqual([0.3, 0.7]);
  expect(trained.shares[1]).toEqual(priors[1]);
  expect(trained.shares[2]?.m).not.toEqual(vague[2]?.m);
});

test('a comparison that says nothing changes nothing', () => {
  const silent = [{ uses: new Set<number>(), patterns: [{ levels: [-1, 1, 2], count: 1000, bonus: 0 }] }];
  expect(maximiseExpectation(vague, silent, []).shares[0]?.m).toEqual([0.3, 0.7]);
});
