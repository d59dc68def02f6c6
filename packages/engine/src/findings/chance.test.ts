import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diceFor } from '../dice.ts';
import {
  chanceOfAtLeast,
  chanceOfAtLeastClustered,
  chanceOfAtLeastEvents,
  chanceOfAtLeastTrials,
  chanceOfBoth,
  chanceOfChiSquare,
  chanceOfExactly,
  discreteDiscoveryRates,
  falseDiscoveryRates,
  GroupUrn,
  largestUpTo,
  logFactorial,
} from './chance.ts';

test('factorials meet where the series takes over', () => {
  expect(Math.exp(logFactorial(5))).toBeCloseTo(120, 9);
  expect(logFactorial(10_001) - logFactorial(10_000)).toBeCloseTo(Math.log(10_001), 8);
});

test('chi-square of one degree of freedom, by the usual table', () => {
  expect(chanceOfChiSquare(0)).toBe(1);
  expect(chanceOfChiSquare(0.454936)).toBeCloseTo(0.5, 6);
  expect(chanceOfChiSquare(3.841459)).toBeCloseTo(0.05, 7);
  expect(chanceOfChiSquare(10.827566)).toBeCloseTo(0.001, 8);
});

test('the hypergeometric tail of a small urn, by hand', () => {
  const urn = { balls: 10, marked: 4, draws: 3 };
  expect(chanceOfExactly(urn, 2)).toBeCloseTo((6 * 6) / 120, 12);
  expect(chanceOfAtLeast(urn, 2)).toBeCloseTo((36 + 4) / 120, 12);
  expect(chanceOfAtLeast(urn, 0)).toBe(1);
  expect(chanceOfAtLeast(urn, 4)).toBe(0);
  expect(chanceOfAtLeast({ balls: 5, marked: 4, draws: 3 }, 2)).toBe(1);
});

test('the chance of reaching many groups agrees with drawing a hundred thousand times', () => {
  const groups = [3, 3, 5, 1, 8, 2, 2, 4];
  const urn = new GroupUrn(90, groups);
  const random = mulberry(7);
  for (const asked of [
    { draws: 8, groups: 2, count: 4, without: 0 },
    { draws: 8, groups: 3, count: 3, without: 0 },
    { draws: 12, groups: 4, count: 5, without: 0 },
    { draws: 5, groups: 1, count: 2, without: 8 },
    { draws: 7, groups: 2, count: 2, without: 5 },
    { draws: 30, groups: 6, count: 8, without: 0 },
  ]) {
    const left = asked.without === 0 ? groups : withoutOne(groups, asked.without);
    const drawn = simulate({ balls: 90 - asked.without, groups: left, asked, random });
    const exact = urn.chance(asked);
    const error = 4 * Math.sqrt((exact * (1 - exact)) / 100_000) + 1e-9;
    if (asked.draws <= 12) expect(Math.abs(exact - drawn), JSON.stringify(asked)).toBeLessThan(error);
    else expect(exact).toBeGreaterThan(drawn - error);
  }
});

test('the chance of several of one group agrees with drawing a hundred thousand times', () => {
  const groups = [3, 3, 5, 1, 8, 2, 2, 4];
  const urn = new GroupUrn(200, groups);
  const random = mulberry(11);
  for (const asked of [
    { draws: 4, count: 2, without: 8 },
    { draws: 5, count: 3, without: 0 },
    { draws: 12, count: 3, without: 5 },
  ]) {
    const left = asked.without === 0 ? groups : withoutOne(groups, asked.without);
    const drawn = simulate({ balls: 200 - asked.without, groups: left, asked, random, ofOne: true });
    const bound = urn.chanceOfOneGroup(asked);
    const error = 4 * Math.sqrt((bound * (1 - bound)) / 100_000) + 1e-9;
    expect(bound, JSON.stringify(asked)).toBeGreaterThan(drawn - error);
    expect(bound).toBeLessThan(drawn * 1.15 + error);
  }
});

test('asking for more is never more likely', () => {
  const setting = fc.record({
    groups: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 40 }),
    others: fc.integer({ min: 0, max: 3000 }),
    draws: fc.integer({ min: 2, max: 40 }),
    asked: fc.integer({ min: 1, max: 5 }),
    count: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(setting, ({ groups, others, draws, asked, count }) => {
      const marked = groups.reduce((sum, size) => sum + size, 0);
      const urn = new GroupUrn(marked + others, groups);
      const d = Math.min(draws, marked + others);
      const chance = (g: number, c: number) => urn.chance({ draws: d, groups: g, count: c, without: 0 });
      const base = chance(asked, count);
      expect(base).toBeGreaterThanOrEqual(0);
      expect(base).toBeLessThanOrEqual(1);
      expect(chance(asked + 1, count)).toBeLessThanOrEqual(base + 1e-12);
      expect(chance(asked, count + 1)).toBeLessThanOrEqual(base + 1e-12);
    }),
    { numRuns: 60 },
  );
});

test('a million links in fifty thousand groups stay in range', () => {
  const sizes = Array.from({ length: 50_000 }, (_, index) => 1 + (index % 9));
  const urn = new GroupUrn(5_000_000, sizes);
  const chance = urn.chance({ draws: 10, groups: 4, count: 6, without: 9 });
  expect(chance).toBeGreaterThan(0);
  expect(chance).toBeLessThan(1e-4);
});

test('false discovery rates, with those that were not worth listing counted', () => {
  expect(falseDiscoveryRates([0.01, 0.04, 0.03, 0.005])).toEqual([0.02, 0.04, 0.04, 0.02]);
  expect(falseDiscoveryRates([0.001, 0.5], 100)).toEqual([0.1, 1]);
  expect(falseDiscoveryRates([])).toEqual([]);
});

function simulate(trial: {
  balls: number;
  groups: readonly number[];
  asked: { draws: number; groups?: number; count: number };
  random: () => number;
  /** Counts the draws in which `count` balls are of one group. */
  ofOne?: boolean;
}): number {
  const owner = trial.groups.flatMap((size, group) => new Array<number>(size).fill(group));
  const urn = Array.from({ length: trial.balls }, (_, index) => owner[index] ?? -1);
  let hits = 0;
  for (let turn = 0; turn < 100_000; turn++) {
    const seen = new Map<number, number>();
    let marked = 0;
    for (let draw = 0; draw < trial.asked.draws; draw++) {
      const at = draw + Math.floor(trial.random() * (urn.length - draw));
      const ball = urn[at] as number;
      urn[at] = urn[draw] as number;
      urn[draw] = ball;
      if (ball >= 0) {
        marked++;
        seen.set(ball, (seen.get(ball) ?? 0) + 1);
      }
    }
    if (trial.ofOne) hits += Math.max(0, ...seen.values()) >= trial.asked.count ? 1 : 0;
    else if (seen.size >= (trial.asked.groups ?? 0) && marked >= trial.asked.count) hits++;
  }
  return hits / 100_000;
}

function withoutOne(groups: readonly number[], size: number): readonly number[] {
  const at = groups.indexOf(size);
  return groups.filter((_, index) => index !== at);
}

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test('the Poisson tail, by hand and in the limit of many trials', () => {
  expect(chanceOfAtLeastEvents(2, 0)).toBe(1);
  expect(chanceOfAtLeastEvents(2, 3)).toBeCloseTo(1 - Math.exp(-2) * (1 + 2 + 2), 12);
  expect(chanceOfAtLeastTrials({ trials: 1e6, rate: 2e-6 }, 8)).toBeCloseTo(chanceOfAtLeastEvents(2, 8), 7);
  expect(chanceOfAtLeastEvents(0.001, 4) / (1e-12 / 24)).toBeCloseTo(1, 2);
});

test('a count that is more uneven has a heavier tail, and as even as Poisson the same', () => {
  const tail = (dispersion: number) => chanceOfAtLeastClustered({ expected: 3, dispersion }, 12);
  expect(tail(1)).toBe(chanceOfAtLeastEvents(3, 12));
  expect(tail(1.001) / tail(1)).toBeCloseTo(1, 1);
  expect(tail(2)).toBeGreaterThan(tail(1) * 10);
  // Geometric: shape 1 where the dispersion is one more than what is expected.
  expect(chanceOfAtLeastClustered({ expected: 3, dispersion: 4 }, 5)).toBeCloseTo(0.75 ** 5, 9);
});

test('two chances joined are a chance: uniform where both are', () => {
  expect(chanceOfBoth(1, 1)).toBe(1);
  expect(chanceOfBoth(0.1, 0.1)).toBeCloseTo(0.01 * (1 - Math.log(0.01)), 12);
  const steps = Array.from({ length: 200 }, (_, index) => (index + 0.5) / 200);
  const below = steps
    .flatMap((a) => steps.map((b) => chanceOfBoth(a, b)))
    .filter((one) => one <= 0.05).length;
  expect(below / steps.length ** 2).toBeCloseTo(0.05, 2);
});

test('hypotheses that can hardly be as unlikely as a candidate hardly count', () => {
  const any = { hypotheses: 100, chanceUpTo: (chance: number) => chance };
  const never = { hypotheses: 1_000, chanceUpTo: () => 0 };
  const coarse = {
    hypotheses: 1_000,
    chanceUpTo: (chance: number) => largestUpTo([0.1, 1e-6], chance),
  };
  const [alone] = discreteDiscoveryRates([1e-4], [any], 0.05);
  expect(alone).toBeCloseTo(0.0105, 12);
  expect(discreteDiscoveryRates([1e-4], [any, never], 0.05)).toEqual([alone]);
  expect(discreteDiscoveryRates([1e-4], [any, coarse], 0.05)[0]).toBeCloseTo(0.0105 + 0.001_05, 12);
  expect(discreteDiscoveryRates([0.2], [never], 0.05)).toEqual([1]);
});

test('of what chance makes of counts that are coarse, at most one in twenty reports has anything', () => {
  const dice = diceFor(1, 'coarse', 0);
  let reports = 0;
  for (let run = 0; run < 400; run++) {
    const drawn = Array.from({ length: 60 }, (_, at) => {
      const trials = 3 + (at % 20);
      const falling = Array.from({ length: trials }, (_, count) =>
        chanceOfAtLeastTrials({ trials, rate: 0.1 }, count + 1),
      );
      const successes = Array.from({ length: trials }, () => dice.chance(0.1)).filter(Boolean).length;
      const chanceUpTo = (chance: number) => largestUpTo(falling, chance);
      return { chance: falling[successes - 1] ?? 1, alike: { hypotheses: 1, chanceUpTo } };
    });
    const rates = discreteDiscoveryRates(
      drawn.map(({ chance }) => chance),
      drawn.map(({ alike }) => alike),
      0.05,
    );
    if (rates.some((rate) => rate <= 0.05)) reports++;
  }
  expect(reports).toBeGreaterThan(0);
  expect(reports / 400).toBeLessThanOrEqual(0.05);
});
