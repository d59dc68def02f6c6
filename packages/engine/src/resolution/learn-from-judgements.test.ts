import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { bandOf, type JudgedOutcome, learnt } from './learn-from-judgements.ts';
import type { TypeModel } from './model.ts';
import { type GivenSubject, loadSubjects } from './resolution-fixture.ts';
import { resolve } from './resolve.ts';
import { modelTable } from './tables.ts';
import { type TrainedModel, weightsOf } from './train.ts';

const always = () => 'true';
const level = (title: string) => ({ title, when: always, m: 0.5, u: 0.5 });
const comparison = (id: string) => ({
  id,
  title: id,
  known: always,
  levels: [level('alike'), level('near'), level('apart')],
});

const shares = [
  { m: [0.1, 0.2, 0.7], u: [0.9, 0.09, 0.01], fixed: false },
  { m: [0.05, 0.15, 0.8], u: [0.7, 0.2, 0.1], fixed: false },
  { m: [0.2, 0.3, 0.5], u: [0.8, 0.1, 0.1], fixed: true },
];

/** 2,000 subjects, of which about 1,000 pairs are thought to match. */
const trained: TrainedModel = {
  model: { comparisons: ['name', 'date', 'sex'].map(comparison) } as unknown as TypeModel,
  shares,
  prior: -10.9,
  subjects: 2000,
  averages: [],
  matches: 1000,
  log: { steps: [], blockPairs: 0, randomPairs: 0 },
  weights: weightsOf(shares),
};

const bands = new Map(Array.from({ length: 15 }, (_, index) => [index - 4, 400]));
const verdict = (levels: readonly number[], weight: number, same: boolean): JudgedOutcome => ({
  levels,
  weight,
  same,
});
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

const outcome = fc.record({
  levels: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 3, maxLength: 3 }),
  weight: fc.double({ min: -6, max: 25, noNaN: true }),
  same: fc.boolean(),
});

describe('a verdict', () => {
  test('moves the weights of what the pair shows the way it says, and a surprise moves more', () => {
    const weight = (model: TrainedModel) => model.weights[0]?.[1] as number;
    const after = (same: boolean, bits: number) =>
      weight(learnt(trained, times(10, verdict([1, -1, -1], bits, same)), bands));
    const before = weight(trained);
    expect(after(true, 0)).toBeGreaterThan(before);
    expect(after(false, 0)).toBeLessThan(before);
    expect(after(false, 5)).toBeLessThan(after(false, 0));
    expect(after(true, 15) - before).toBeLessThan(0.01);
  });

  test('leaves what is fixed and what the pair does not show as they are', () => {
    const after = learnt(trained, times(30, verdict([1, -1, 2], 3, false)), bands);
    expect(after.shares[1]).toEqual(trained.shares[1]);
    expect(after.shares[2]).toEqual(trained.shares[2]);
    expect(after.prior).toBeLessThan(trained.prior);
  });

  test('says nothing new where the model was right on average, though only doubtful pairs were judged', () => {
    // At log2(3) bits the model gives 3 in 4. Counting these pairs as a sample of matches would ruin the weight of `alike`.
    const weight = Math.log2(3);
    const judged = [
      ...times(75, verdict([1, 1, -1], weight, true)),
      ...times(25, verdict([1, 1, -1], weight, false)),
    ];
    const after = learnt(trained, judged, bands);
    after.weights.flat().forEach((bits, at) => {
      expect(bits).toBeCloseTo(trained.weights.flat()[at] as number, 3);
    });
    expect(after.prior).toBeCloseTo(trained.prior, 3);
  });

  test('is one among many: ten verdicts do not overturn a million pairs, a thousand are heard', () => {
    const large = { ...trained, subjects: 1_500_000, prior: -20 };
    const many = new Map([[bandOf(4), 20_000]]);
    const after = (count: number) => learnt(large, times(count, verdict([2, 2, -1], 4, false)), many);
    const moved = (count: number) =>
      (large.weights[0]?.[2] as number) - (after(count).weights[0]?.[2] as number);
    expect(moved(10)).toBeLessThan(0.01);
    expect(moved(1000)).toBeGreaterThan(moved(10));
  });

  test('counts every time and in no order: more of the same never takes back what was learnt', () => {
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 30 }), (judged) => {
        expect(learnt(trained, judged.toReversed(), bands)).toEqual(learnt(trained, judged, bands));
      }),
    );
    const weights = [5, 10, 20, 40, 80].map(
      (count) =>
        learnt(trained, times(count, verdict([1, -1, -1], 0, true)), bands).weights[0]?.[1] as number,
    );
    expect(weights).toEqual(weights.toSorted((x, y) => x - y));
  });

  test('whatever they are, verdicts move no weight by more than two bits and the prior by no more than one', () => {
    fc.assert(
      fc.property(
        fc.array(outcome, { maxLength: 60 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (judged, held) => {
          const after = learnt(trained, judged, new Map([...bands.keys()].map((band) => [band, held])));
          after.weights.flat().forEach((bits, at) => {
            expect(Math.abs(bits - (trained.weights.flat()[at] as number))).toBeLessThanOrEqual(2.001);
          });
          expect(Math.abs(after.prior - trained.prior)).toBeLessThanOrEqual(1.01);
          for (const { m } of after.shares) expect(m.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});

describe('a run', () => {
  let folder: string;
  let lake: Lake;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clew-learn-'));
    lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
  });

  afterEach(async () => {
    lake.close();
    await rm(folder, { recursive: true, force: true });
  });

  const names = ['Ada Novak', 'Bo Lindt', 'Cem Okafor', 'Dora Rossi', 'Emil Tran', 'Fatma Usman'];
  /** Two of each name: of the first three born on one day, of the last three born years apart. */
  const given = names.flatMap((name, index): GivenSubject[] =>
    [0, index < 3 ? 0 : 17].map((years, side) => ({
      subject: BigInt(2 * index + side + 1),
      values: [
        ['name', name],
        ['birthDate', `${1950 + 4 * index + years}-0${side === 0 || index < 3 ? 3 : 8}-1${index}`],
      ],
    })),
  );

  async function priorAfter(verdict: string, pairs: readonly number[]): Promise<number> {
    const judgements = pairs.map((pair) => ({ a: BigInt(2 * pair + 1), b: BigInt(2 * pair + 2), verdict }));
    await loadSubjects(lake, given, judgements);
    await resolve(lake, { folder });
    const { prior } = await lake.row<{ prior: number }>(
      sql`select weight as prior from ${modelTable} where type = 'person' and comparison = 'prior'`,
    );
    return prior;
  }

  test('learns from the verdicts it is given, in whatever order, and nothing from those that are not sure', async () => {
    const none = await priorAfter('unsure', [0, 1, 2, 3, 4, 5]);
    const more = await priorAfter('same', [3, 4, 5]);
    expect(more).toBeGreaterThan(none);
    expect(await priorAfter('same', [5, 3, 4])).toBe(more);
    expect(await priorAfter('different', [0, 1, 2])).toBeLessThan(none);
  });
});
