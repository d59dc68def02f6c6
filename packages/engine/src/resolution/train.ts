import type { Lake } from '../lake/lake.ts';
import {
  maximiseExpectation,
  type PatternCount,
  type PatternGroup,
  type Shares,
} from './expectation-maximisation.ts';
import { levelOf, type TypeModel } from './model.ts';
import { levelSql, levelsOfPattern, outcomesOfPairs, patternSql } from './outcome.ts';
import { text, workTable } from './work.ts';

/** The model with what the data taught it. Weights in bits. */
export interface TrainedModel {
  readonly model: TypeModel;
  readonly shares: readonly Shares[];
  /** The probability that two subjects taken at random are the same, in bits (log odds). */
  readonly prior: number;
  readonly subjects: number;
  /** weights[comparison][level number], rounded to four digits as they are shown and added up. */
  readonly weights: readonly (readonly number[])[];
}

const pairsPerRule = 100_000;
const randomPairs = 400_000;
/** One pair in a thousand, where nothing is known. */
const untaughtPrior = -10;
const heaviest = 22;
const lightest = -14;

/** The model as it is before any data. */
export function untrainedModel(model: TypeModel): TrainedModel {
  const shares = priorsOf(model);
  return { model, shares, prior: untaughtPrior, subjects: 0, weights: weightsOf(shares) };
}

/** Learns m, u and the prior of a type from its blocks. Pairs are never kept: only counts of patterns are. */
export async function trainModel(lake: Lake, model: TypeModel): Promise<TrainedModel> {
  const features = workTable('feature', model.type);
  const { subjects } = await lake.row<{ subjects: number }>(
    text(`select count(*) as subjects from ${features}`),
  );
  const sampled = await sampleRules(lake, model);
  const random = await countPatterns(lake, model, randomPairsSql(subjects));
  const groups = model.rules.map((rule, index): PatternGroup => {
    const uses = new Set(rule.uses.map((id) => model.comparisons.findIndex((one) => one.id === id)));
    return { uses, patterns: sampled.counts.get(index) ?? [] };
  });
  const trained = maximiseExpectation(priorsOf(model), groups, random.get(0) ?? []);
  const weights = weightsOf(trained.shares);
  const pairs = Math.max(1, (subjects * (subjects - 1)) / 2);
  const matches = expectedMatches({ groups, scales: sampled.scales, weights, pairs, subjects });
  const share = matches / pairs;
  return { model, shares: trained.shares, prior: rounded(Math.log2(share / (1 - share))), subjects, weights };
}

function weightsOf(shares: readonly Shares[]): number[][] {
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

/**
 * Matches among all pairs: for each rule, what all evidence together says of its pairs, until prior and number agree; the
 * rule that finds most is taken to miss one in ten.
 */
function expectedMatches(of: {
  groups: readonly PatternGroup[];
  scales: readonly number[];
  weights: readonly (readonly number[])[];
  pairs: number;
  subjects: number;
}): number {
  const evidence = of.groups.map((group) =>
    group.patterns.map((pattern) => ({
      count: pattern.count,
      bits: pattern.levels.reduce(
        (sum, level, index) => (level < 0 ? sum : sum + (of.weights[index]?.[level] ?? 0)),
        pattern.bonus,
      ),
    })),
  );
  const most = Math.min(of.subjects, of.pairs / 2);
  let matches = Math.max(0.5, Math.min(0.1 * of.subjects, most));
  for (let round = 0; round < 30; round++) {
    const share = matches / of.pairs;
    const prior = Math.log2(share / (1 - share));
    let found = 0;
    evidence.forEach((group, index) => {
      const sum = group.reduce((total, one) => total + one.count / (1 + 2 ** -(prior + one.bits)), 0);
      found = Math.max(found, sum * (of.scales[index] ?? 1));
    });
    matches = Math.max(0.5, Math.min(1.1 * found + 0.02 * of.subjects, most));
  }
  return matches;
}

async function sampleRules(
  lake: Lake,
  model: TypeModel,
): Promise<{ counts: Map<number, PatternCount[]>; scales: number[] }> {
  const blocks = workTable('block', model.type);
  const sizes = await lake.rows<{ rule: number; pairs: number }>(
    text(`select rule, sum(size * (size - 1) // 2)::bigint as pairs from
      (select rule, key, count(*) as size from ${blocks} where not refined group by rule, key) group by rule order by rule`),
  );
  const buckets = 65_536;
  const scales = model.rules.map(() => 1);
  const limits = sizes.map(({ rule, pairs }) => {
    const limit = Math.max(1, Math.min(buckets, Math.ceil((buckets * pairsPerRule) / pairs)));
    scales[rule] = buckets / limit;
    return `when ${rule} then ${limit}`;
  });
  if (limits.length === 0) return { counts: new Map(), scales };
  const pairs = `select distinct l.n as a, r.n as b, l.rule as rule from ${blocks} l join ${blocks} r on l.key = r.key and l.n < r.n
    where not l.refined and not r.refined and l.key % ${buckets} < case l.rule ${limits.join(' ')} end`;
  return { counts: await countPatterns(lake, model, pairs), scales };
}

function randomPairsSql(subjects: number): string {
  if (subjects * (subjects - 1) <= 2 * randomPairs) {
    return `select x.range::integer as a, y.range::integer as b, 0 as rule
      from range(1, ${subjects + 1}) x join range(1, ${subjects + 1}) y on x.range < y.range`;
  }
  return `select distinct least(x, y) as a, greatest(x, y) as b, 0 as rule from (
    select (1 + hash(range, 'a') % ${subjects})::integer as x, (1 + hash(range, 'b') % ${subjects})::integer as y
    from range(${randomPairs})) where x <> y`;
}

async function countPatterns(
  lake: Lake,
  model: TypeModel,
  pairs: string,
): Promise<Map<number, PatternCount[]>> {
  const outcomes = outcomesOfPairs(model, {
    features: workTable('feature', model.type),
    pairs,
    further: ['rule'],
  });
  const rows = await lake.rows<{ rule: number; pattern: bigint; bonus: number; count: number }>(
    text(`with outcome as materialized (${outcomes})
      select rule, pattern, min(bonus)::double as bonus, count(*) as count
      from (select rule, ${patternSql(model)} as pattern, ${bonusSql(model)} as bonus from outcome)
      group by rule, pattern order by rule, pattern`),
  );
  const counts = new Map<number, PatternCount[]>();
  for (const row of rows) {
    const levels = levelsOfPattern(row.pattern, model.comparisons.length);
    const list = counts.get(row.rule) ?? [];
    list.push({ levels, count: row.count, bonus: row.bonus });
    counts.set(row.rule, list);
  }
  return counts;
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

function rounded(bits: number): number {
  return Math.round(bits * 1e4) / 1e4;
}
