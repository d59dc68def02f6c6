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
  const blocked = { patterns: expectedPatterns(200_000, 20_000), pairs: 200_000 };
  const trained = maximiseExpectation(vague, blocked, expectedPatterns(1_000_000, 10));
  planted.forEach(({ m, u }, index) => {
    m.forEach((share, level) => {
      expect(trained.shares[index]?.m[level]).toBeCloseTo(share, 1);
    });
    u.forEach((share, level) => {
      expect(trained.shares[index]?.u[level]).toBeCloseTo(share, 1);
    });
  });
  expect(trained.matchShare).toBeCloseTo(0.1, 1);
});

test('agreement that is explained is no chance', () => {
  const random = expectedPatterns(1_000_000, 10);
  const issuedTwice: PatternCount = { levels: [1, -1, -1], bonus: -20, count: 100_000 };
  const uOf = (explained: number) =>
    maximiseExpectation(vague, { patterns: [], pairs: 1_000_000 }, [...random, { ...issuedTwice, explained }])
      .shares[0]?.u[1] ?? 0;
  expect(uOf(0)).toBeGreaterThan(0.1);
  expect(uOf(1)).toBeLessThan(0.03);
});

test('few observations rest on the priors', () => {
  const blocked = { patterns: [{ levels: [1, 1, 2], count: 2, bonus: 0 }], pairs: 1000 };
  const trained = maximiseExpectation(vague, blocked, []);
  expect(trained.shares[0]?.m[1]).toBeCloseTo(0.7, 1);
  expect(trained.shares[0]?.u).toEqual([0.8, 0.2]);
});

test('what blocks make agree is not taken for what matches have in common', () => {
  // Blocking on the first comparison shows 2,000 of 1,000,000 pairs, half of them matches; the rest never agrees there.
  const agreeing = expectedPatterns(1_000_000, 1000).filter(({ levels }) => levels[0] === 1);
  const trained = maximiseExpectation(
    vague,
    { patterns: agreeing, pairs: 1_000_000 },
    expectedPatterns(1_000_000, 1000),
  );
  for (const index of [1, 2]) {
    const { m = [] } = trained.shares[index] ?? {};
    expect(Math.abs((m.at(-1) ?? 0) - 0.8), `m of ${index}`).toBeLessThan(0.1);
  }
  expect(trained.matchShare * 1_000_000).toBeGreaterThan(700);
  expect(trained.matchShare * 1_000_000).toBeLessThan(1300);
});

test('a fixed comparison is not learnt', () => {
  const priors = vague.map((shares, index) => (index === 1 ? { ...shares, fixed: true } : shares));
  const blocked = { patterns: expectedPatterns(100_000, 50_000), pairs: 100_000 };
  const trained = maximiseExpectation(priors, blocked, []);
  expect(trained.shares[1]).toEqual(priors[1]);
  expect(trained.shares[2]?.m).not.toEqual(vague[2]?.m);
});

test('a comparison that says nothing changes nothing', () => {
  const silent = { patterns: [{ levels: [-1, 1, 2], count: 1000, bonus: 0 }], pairs: 2000 };
  expect(maximiseExpectation(vague, silent, []).shares[0]?.m).toEqual([0.3, 0.7]);
});

test('the history tells of every iteration: the likelihood rises while the shares settle', () => {
  const blocked = { patterns: expectedPatterns(200_000, 20_000), pairs: 200_000 };
  const { history, iterations } = maximiseExpectation(vague, blocked, expectedPatterns(1_000_000, 10));
  expect(history.length).toBeGreaterThan(3);
  expect(history.length).toBe(iterations + 1);
  expect(history.at(-1)?.change).toBeLessThan(1e-6);
  // u is learnt from other pairs and both from priors: the likelihood may dip a little where they pull.
  history.slice(1).forEach((step, index) => {
    const before = history[index]?.logLikelihood ?? 0;
    expect(step.logLikelihood).toBeGreaterThan(before - Math.abs(before) * 1e-5);
  });
  expect(history.at(-1)?.logLikelihood).toBeGreaterThan(history[0]?.logLikelihood ?? 0);
});

test('the likelihood of one pattern is what the mixture says, however strong the evidence', () => {
  const shares: Shares[] = [{ m: [1e-9, 1 - 1e-9], u: [1 - 1e-300, 1e-300], fixed: true }];
  const patterns = [{ levels: [1], count: 2, bonus: 0 }];
  const { history } = maximiseExpectation(shares, { patterns, pairs: 2 }, []);
  expect(history[0]?.logLikelihood).toBeCloseTo(2 * Math.log(0.1), 6);
});
