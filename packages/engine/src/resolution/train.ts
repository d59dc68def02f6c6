import type { Lake } from '../lake/lake.ts';
import { type Blocks, comparablePairs, possiblePairs } from './block.ts';
import {
  maximiseExpectation,
  type PatternCount,
  priorMatches,
  type Shares,
  type TrainingStep,
} from './expectation-maximisation.ts';
import { levelOf, type TypeModel } from './model.ts';
import { knownOutcomes, levelSql, levelsOfPattern, patternSql, withAbsent } from './outcome.ts';
import { text, workTable } from './work.ts';

/** The model with what the data taught it. Weights in bits. */
export interface TrainedModel {
  readonly model: TypeModel;
  readonly shares: readonly Shares[];
  /** The probability that two subjects taken at random are the same, in bits (log odds). */
  readonly prior: number;
  readonly subjects: number;
  /** Matches that m was learnt from, those that the priors count for included. */
  readonly matches: number;
  /**
   * averages[comparison][level number]: how many others a subject shares the value of that level with, as a share of all
   * subjects, on average; null where how common the value is does not count. Against it a shared value is rare or common.
   */
  readonly averages: readonly (readonly (number | null)[])[];
  /** weights[comparison][level number], rounded to four digits as they are shown and added up. */
  readonly weights: readonly (readonly number[])[];
  readonly log: TrainingLog;
}

/** How the model came by what it learnt. */
export interface TrainingLog {
  readonly steps: readonly TrainingStep[];
  /** Pairs of blocks that were looked at, those of several rules counted several times, and pairs taken at random. */
  readonly blockPairs: number;
  readonly randomPairs: number;
}

/**
 * Pairs of blocks that are looked at. Of 300,000 about one in thirty is a match where everybody has one record or two: a level
 * that 1 in 100 matches has then has a standard error of a tenth of that, or 0.15 bits.
 */
const sampledPairs = 300_000;
/** The rarest levels, which 2 of 100,000 random pairs have, need more: theirs is a third of the share, or 0.5 bits. */
const randomPairs = 400_000;
/** One pair in a thousand, where nothing is known. */
export const untaughtPrior = -10;
/** Subjects that are thought of beside those seen, so that what a small file has once is not thereby rare. */
export const unseenSubjects = 1000;
const heaviest = 22;
const lightest = -14;

/** The model as it is before any data. */
export function untrainedModel(model: TypeModel): TrainedModel {
  const shares = priorsOf(model);
  const averages = model.comparisons.map((comparison) =>
    comparison.levels.map((_, number) => {
      const level = levelOf(comparison, number);
      return level.frequency === undefined ? null : level.u;
    }),
  );
  const log = { steps: [], blockPairs: 0, randomPairs: 0 };
  return {
    model,
    shares,
    prior: untaughtPrior,
    subjects: 0,
    matches: priorMatches,
    averages,
    weights: weightsOf(shares),
    log,
  };
}

/** Learns m, u and the prior of a type from its blocks. Pairs are never kept: only counts of patterns are. */
export async function trainModel(lake: Lake, model: TypeModel, blocks: Blocks): Promise<TrainedModel> {
  const { subjects } = blocks;
  const sample = blockedSample(model, blocks.pairs);
  const patterns = await countPatterns(lake, model, sample.pairs);
  const random = await countPatterns(lake, model, randomPairsSql(model, subjects));
  const pairs = Math.max(1, await possiblePairs(lake, model));
  const trained = maximiseExpectation(priorsOf(model), { patterns, pairs: pairs * sample.share }, random);
  const share = Math.min(trained.matchShare, Math.min(subjects, pairs / 2) / pairs);
  const weights = weightsOf(trained.shares);
  return {
    model,
    shares: trained.shares,
    prior: rounded(Math.log2(share / (1 - share))),
    subjects,
    matches: priorMatches + trained.matchShare * pairs * sample.share,
    averages: await averageShares(lake, model, subjects),
    weights,
    log: { steps: trained.history, blockPairs: counted(patterns), randomPairs: counted(random) },
  };
}

function counted(patterns: readonly PatternCount[]): number {
  return patterns.reduce((sum, { count }) => sum + count, 0);
}

/**
 * The chance that two at random share a value, for each level that tells how common the value is: the average over
 * subjects of the share of others with their own value. A thousand subjects more are thought of, who share by the prior.
 */
async function averageShares(lake: Lake, model: TypeModel, subjects: number): Promise<(number | null)[][]> {
  const asked: string[] = [];
  for (const comparison of model.comparisons) {
    if (comparison.absent === true) continue;
    const side = comparison.variants === undefined ? 'f' : `f.${comparison.variants.one}`;
    for (let number = 0; number < comparison.levels.length; number++) {
      const { frequency } = levelOf(comparison, number);
      if (frequency === undefined) continue;
      // In thousandths, as whole numbers: a sum of fractions depends on the order in which threads add them.
      const others = `round(1000 * greatest(0, pow(2, ${frequency(side, side)} / 2) - 1))::hugeint`;
      asked.push(
        `sum(case when ${comparison.known(side, side)} then ${others} end)::double as "${comparison.id} ${number}"`,
      );
      asked.push(
        `count(case when ${comparison.known(side, side)} then ${others} end)::double as "${comparison.id} ${number} of"`,
      );
    }
  }
  const found =
    asked.length === 0
      ? {}
      : await lake.row<Record<string, number | null>>(
          text(`select ${asked.join(', ')} from ${workTable('feature', model.type)} f`),
        );
  return model.comparisons.map((comparison) =>
    comparison.levels.map((_, number) => {
      const level = levelOf(comparison, number);
      if (level.frequency === undefined) return null;
      const of = found[`${comparison.id} ${number} of`] ?? 0;
      const share =
        (found[`${comparison.id} ${number}`] ?? 0) / 1000 / Math.max(1, of) / Math.max(1, subjects);
      return (share * of + level.u * unseenSubjects) / (of + unseenSubjects);
    }),
  );
}

/** The weights that shares give, in bits. */
export function weightsOf(shares: readonly Shares[]): number[][] {
  return shares.map((share) =>
    share.m.map((m, level) => rounded(bounded(Math.log2(m / (share.u[level] as number))))),
  );
}

function priorsOf(model: TypeModel): Shares[] {
  return model.comparisons.map((comparison) => {
    const levels = comparison.levels.map((_, number) => levelOf(comparison, number));
    const total = (of: 'm' | 'u') => levels.reduce((sum, level) => sum + level[of], 0);
    return {
      m: levels.map((level) => level.m / total('m')),
      u: levels.map((level) => level.u / total('u')),
      fixed: comparison.fixed ?? false,
    };
  });
}

const sampleParts = 65_536;

/**
 * The pairs of blocks of a sample of subjects, each pair once. What is taken depends on the numbers of subjects only, and
 * every pair has the same chance.
 */
function blockedSample(model: TypeModel, pairs: number): { pairs: string; share: number } {
  const blocks = workTable('block', model.type);
  const limit = Math.max(
    1,
    Math.min(sampleParts, Math.ceil((sampleParts * sampledPairs) / Math.max(1, pairs))),
  );
  const taken = (n: string) => `hash(${n}, 'train') % ${sampleParts} < ${limit}`;
  return {
    share: limit / sampleParts,
    pairs: comparablePairs(
      model,
      `select distinct l.n as a, r.n as b from ${blocks} l join ${blocks} r on l.key = r.key and l.n < r.n where ${taken('l.n')}`,
    ),
  };
}

function randomPairsSql(model: TypeModel, subjects: number): string {
  return comparablePairs(model, pairsAtRandom(subjects));
}

function pairsAtRandom(subjects: number): string {
  if (subjects * (subjects - 1) <= 2 * randomPairs) {
    return `select x.range::integer as a, y.range::integer as b
      from range(1, ${subjects + 1}) x join range(1, ${subjects + 1}) y on x.range < y.range`;
  }
  return `select distinct least(x, y) as a, greatest(x, y) as b from (
    select (1 + hash(range, 'a') % ${subjects})::integer as x, (1 + hash(range, 'b') % ${subjects})::integer as y
    from range(${randomPairs})) where x <> y`;
}

async function countPatterns(lake: Lake, model: TypeModel, pairs: string): Promise<PatternCount[]> {
  // As a table of its own, so that the engine knows how many they are when it puts the joins in order.
  const table = workTable('sampled', model.type);
  await lake.run(text(`create or replace table ${table} as ${pairs}`));
  const outcomes = knownOutcomes(model, {
    features: workTable('feature', model.type),
    pairs: `select a, b from ${table}`,
  });
  const rows = await lake.rows<{ pattern: bigint; bonus: number; explained: number; count: number }>(
    text(`with outcome as materialized (${outcomes})
      select pattern, min(bonus)::double as bonus, min(explained)::integer as explained, count(*) as count
      from (select ${patternSql(model)} as pattern, ${bonusSql(model)} as bonus, ${explainedSql(model)} as explained
        from (${withAbsent(model, 'outcome')}))
      group by pattern order by pattern`),
  );
  await lake.run(text(`drop table ${table}`));
  return rows.map((row) => ({
    levels: levelsOfPattern(row.pattern, model),
    count: row.count,
    bonus: row.bonus,
    explained: row.explained,
  }));
}

/** SQL over outcome columns: a bit for each comparison whose agreement an interaction explains. */
function explainedSql(model: TypeModel): string {
  const parts = model.interactions.flatMap(({ explains, when }) => {
    if (explains === undefined) return [];
    const bits = explains.map((id) => 1 << model.comparisons.findIndex((one) => one.id === id));
    return [
      `case when ${overLevels(model, when)} then ${bits.reduce((all, bit) => all | bit, 0)} else 0 end`,
    ];
  });
  return parts.join(' | ') || '0';
}

/** SQL over outcome columns: what the interactions add, in bits. */
export function bonusSql(model: TypeModel): string {
  const parts = model.interactions.map(
    (one) => `case when ${overLevels(model, one.when)} then ${one.weight}::double else 0 end`,
  );
  return parts.length === 0 ? '0::double' : `(${parts.join(' + ')})`;
}

/** A condition over level numbers, as SQL over outcome columns. */
export function overLevels(model: TypeModel, condition: string): string {
  let result = condition;
  for (const { id } of model.comparisons) {
    result = result.replace(new RegExp(`\\b${id}\\b(?!")`, 'g'), levelSql(`"${id}"`));
  }
  return `(${result})`;
}

function bounded(bits: number): number {
  return Math.max(lightest, Math.min(heaviest, bits));
}

export function rounded(bits: number): number {
  return Math.round(bits * 1e4) / 1e4;
}
