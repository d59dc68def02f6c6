// In: a model that learnt without labels, the pairs that people have judged. Out: the model with what the verdicts add.
// Invariant: all verdicts count every time, in no order, so that nothing learnt is lost; no weight moves by more than two
// bits and the prior by no more than one; where the model was right on average, nothing moves, whichever pairs were chosen.

import type { Lake } from '../lake/lake.ts';
import type { Blocks } from './block.ts';
import { levelsOfPattern, outcomesOfPairs, patternSql } from './outcome.ts';
import { weightSql } from './score.ts';
import { rounded, type TrainedModel, weightsOf } from './train.ts';
import { text, workTable } from './work.ts';

/** A judged pair: its level in each comparison (-1: nothing known), and what the model made of it, in bits. */
export interface JudgedOutcome {
  readonly levels: readonly number[];
  readonly weight: number;
  readonly same: boolean;
}

/** Pairs are alike when their weights fall into one band of two bits. */
const bandBits = 2;
const [lowestBand, highestBand] = [-4, 10];
/** The model's own belief about the pairs of a band counts as so many verdicts on them. */
const ownVerdicts = 50;
/** Matches that what is known beforehand counts for, as in training. */
const priorMatches = 60;
const largestFactor = 2;
const sampledPairs = 200_000;

/** The band of a weight: the pairs of a band are thought to be alike. */
export function bandOf(weight: number): number {
  return Math.max(lowestBand, Math.min(highestBand, Math.floor(weight / bandBits)));
}

/**
 * Reviewers are shown pairs in doubt, so the pairs that they judged are no sample of all pairs and their levels must not
 * be counted as if they were. What a verdict says is how far the model was off: 1 or 0, less the model's probability. A
 * pair's chance of being chosen hangs on that probability, hardly on the truth beyond it, so within a band of weights the
 * judged pairs stand for all pairs of the band (stratified estimation; Cochran, "Sampling Techniques", 3rd ed. 1977,
 * chapter 5; Rubin, "Inference and missing data", Biometrika 63, 1976). The mean error of a band, shrunk towards none by
 * the model's own belief, times the pairs in the band, is added to the expected matches at the levels of the judged
 * pairs: labelled pairs in a mixture that was fitted without labels (Larsen and Rubin, "Iterative automated record linkage
 * using mixture models", JASA 96, 2001). u stays: it is counted on random pairs, of which nobody is asked to judge any.
 */
export async function learnFromJudgements(
  lake: Lake,
  trained: TrainedModel,
  blocks: Blocks,
): Promise<TrainedModel> {
  const judged = await readJudged(lake, trained);
  return judged.length === 0 ? trained : learnt(trained, judged, await countBands(lake, trained, blocks));
}

/** The model moved by verdicts. `bands`: how many pairs there are in each band. */
export function learnt(
  trained: TrainedModel,
  judged: readonly JudgedOutcome[],
  bands: ReadonlyMap<number, number>,
): TrainedModel {
  const pairs = (trained.subjects * (trained.subjects - 1)) / 2;
  if (judged.length === 0 || pairs === 0) return trained;
  const found = addedMatches(judged, bands, trained.shares.length);
  const matches = pairs / (1 + 2 ** -trained.prior);
  const shares = trained.shares.map((share, index) => {
    const added = found.byLevel[index];
    if (share.fixed || added === undefined) return share;
    const strength = priorMatches + matches;
    const counts = share.m.map((m, level) => moved(m * strength, added.get(level) ?? 0));
    const total = counts.reduce((sum, count) => sum + count, 0);
    return { ...share, m: counts.map((count) => count / total) };
  });
  const share = Math.min(0.5, moved(matches, found.total) / pairs);
  const prior = rounded(Math.log2(share / (1 - share)));
  return { ...trained, shares, prior, weights: weightsOf(shares) };
}

function moved(count: number, added: number): number {
  return Math.max(count / largestFactor, Math.min(count * largestFactor, count + added));
}

/** By how many the model's matches are too few (negative: too many), in all and at each level of each comparison. */
function addedMatches(
  judged: readonly JudgedOutcome[],
  bands: ReadonlyMap<number, number>,
  comparisons: number,
): { readonly total: number; readonly byLevel: readonly ReadonlyMap<number, number>[] } {
  const verdicts = new Map<number, number>();
  for (const { weight } of judged) verdicts.set(bandOf(weight), (verdicts.get(bandOf(weight)) ?? 0) + 1);
  const byLevel = Array.from({ length: comparisons }, () => new Map<number, number>());
  let total = 0;
  // Sums of fractions hang on their order in the last digit.
  for (const { levels, weight, same } of judged.toSorted(byContent)) {
    const band = bandOf(weight);
    const count = verdicts.get(band) ?? 0;
    const standsFor = Math.max(bands.get(band) ?? 0, count) / (ownVerdicts + count);
    const added = standsFor * ((same ? 1 : 0) - 1 / (1 + 2 ** -weight));
    total += added;
    levels.forEach((level, index) => {
      const sums = byLevel[index];
      if (level >= 0) sums?.set(level, (sums.get(level) ?? 0) + added);
    });
  }
  return { total, byLevel };
}

function byContent(one: JudgedOutcome, other: JudgedOutcome): number {
  const [x, y] = [one.levels.join(' '), other.levels.join(' ')];
  return one.weight - other.weight || Number(one.same) - Number(other.same) || (x < y ? -1 : x > y ? 1 : 0);
}

/** Whether anybody judged a pair of the type. */
export async function anyJudged(lake: Lake, type: string): Promise<boolean> {
  const { any } = await lake.row<{ any: boolean }>(
    text(`select count(*) > 0 as any from ${workTable('judged', type)}`),
  );
  return any;
}

/** The judged pairs of the type as the model sees them. Pairs that two sources judge otherwise count as different. */
async function readJudged(lake: Lake, trained: TrainedModel): Promise<JudgedOutcome[]> {
  const { model } = trained;
  if (!(await anyJudged(lake, model.type))) return [];
  const outcomes = outcomesOfPairs(model, {
    features: workTable('feature', model.type),
    pairs: `select a, b, min(verdict) as verdict from ${workTable('judged', model.type)} group by a, b`,
    further: ['verdict'],
  });
  const rows = await lake.rows<{ pattern: bigint; weight: number; same: boolean }>(
    text(`with outcome as materialized (${outcomes})
      select ${patternSql(model)} as pattern, ${trained.prior} + ${weightSql(trained)} as weight, verdict = 'same' as same
      from outcome order by a, b`),
  );
  return rows.map(({ pattern, weight, same }) => ({
    levels: levelsOfPattern(pattern, model),
    weight,
    same,
  }));
}

/** How many compared pairs fall into each band, from a sample of subjects where there are many. */
async function countBands(
  lake: Lake,
  trained: TrainedModel,
  blocks: Blocks,
): Promise<ReadonlyMap<number, number>> {
  const { model } = trained;
  const oneIn = Math.max(1, Math.ceil(blocks.pairs / sampledPairs));
  const block = workTable('block', model.type);
  const taken = (n: string) => `hash(${n}, 'bands') % ${oneIn} = 0`;
  const outcomes = outcomesOfPairs(model, {
    features: workTable('feature', model.type),
    pairs: `select l.n as a, r.n as b from ${block} l join ${block} r on l.key = r.key and l.n < r.n where ${taken('l.n')}
      group by all`,
  });
  const rows = await lake.rows<{ band: number; pairs: number }>(
    text(`with outcome as materialized (${outcomes})
      select greatest(${lowestBand}, least(${highestBand},
        floor((${trained.prior} + ${weightSql(trained)}) / ${bandBits})))::integer as band, count(*) as pairs
      from outcome group by band order by band`),
  );
  return new Map(rows.map(({ band, pairs }) => [band, pairs * oneIn]));
}
