// In: the tables of stage 3 in a view. Out: what the model of one type learnt and how, for who must check it.

import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { type CalibrationBin, readCalibration } from './calibration.ts';
import { levelOf, type TypeModel } from './model.ts';
import { typeModels } from './models/type-models.ts';
import { type ReadThreshold, readThreshold } from './read-threshold.ts';
import { blockingTable, modelTable, trainingTable } from './tables.ts';

export interface ModelLevel {
  readonly level: number;
  readonly title: string;
  /** The shares of this level among pairs of one thing and among pairs taken at random; null where never seen. */
  readonly m: number | null;
  readonly u: number | null;
  /** log2(m / u), bounded; in bits. */
  readonly weight: number | null;
  /** Whether a rare shared value weighs more than a common one. */
  readonly byFrequency: boolean;
}

export interface ModelComparison {
  readonly id: string;
  readonly title: string;
  /** m and u are set beforehand and not learnt. */
  readonly fixed: boolean;
  /** The strongest first. */
  readonly levels: readonly ModelLevel[];
}

/** What a blocking rule brought, and what it did not. */
export interface ModelRule {
  readonly rule: string;
  readonly title: string;
  /** Pairs that no earlier rule brought. */
  readonly pairs: number;
  readonly skippedKeys: number;
  readonly skippedPairs: number;
  /**
   * About this share of the subjects has a key that was skipped, and depends on other rules and on finer keys. 0 where
   * nothing was skipped.
   */
  readonly atStake: number;
}

export interface LinkageModel {
  readonly type: string;
  readonly subjects: number;
  /** Log odds, in bits, that two taken at random are one. */
  readonly prior: number | null;
  readonly threshold: ReadThreshold;
  readonly comparisons: readonly ModelComparison[];
  /** What follows from several comparisons together. Weights in bits. */
  readonly interactions: readonly {
    readonly id: string;
    readonly title: string;
    readonly weight: number;
    readonly conflict: boolean;
  }[];
  readonly rules: readonly ModelRule[];
  /** Pairs that would have linked, and that the guard of the clusters left apart. */
  readonly cut: number;
  readonly training: {
    readonly blockPairs: number;
    readonly randomPairs: number;
    readonly steps: readonly { readonly change: number; readonly logLikelihood: number }[];
  };
  readonly calibration: readonly CalibrationBin[];
}

/** The types that evidence decides on, in the order in which they are resolved. */
export const modelledTypes: readonly string[] = typeModels.map(({ type }) => type);

/** Undefined when evidence does not decide on the type. */
export async function readModel(lake: Lake, type: string): Promise<LinkageModel | undefined> {
  const model = typeModels.find((one) => one.type === type);
  if (model === undefined) return undefined;
  const learnt = await lake.rows<LearntRow>(
    sql`select comparison, level, m, u, weight from ${modelTable} where type = ${type}`,
  );
  const { subjects, training } = await readTraining(lake, type);
  const weighed = learnt.find(({ comparison }) => comparison === 'subjects')?.weight ?? subjects;
  const { rules, cut } = await readRules(lake, model, weighed);
  return {
    type,
    subjects: weighed,
    prior: learnt.find(({ comparison }) => comparison === 'prior')?.weight ?? null,
    threshold: await readThreshold(lake, type),
    comparisons: model.comparisons.map((comparison) => ({
      id: comparison.id,
      title: comparison.title,
      fixed: comparison.fixed ?? false,
      levels: comparison.levels.map((_, index) => {
        const level = comparison.levels.length - 1 - index;
        const row = learnt.find((one) => one.comparison === comparison.id && one.level === level);
        const { title, frequency } = levelOf(comparison, level);
        const { m, u, weight } = row ?? { m: null, u: null, weight: null };
        return { level, title, m, u, weight, byFrequency: frequency !== undefined };
      }),
    })),
    interactions: model.interactions.map(({ id, title, weight, conflict }) => ({
      id,
      title,
      weight,
      conflict,
    })),
    rules,
    cut,
    training,
    calibration: await readCalibration(lake, type),
  };
}

interface LearntRow {
  readonly comparison: string;
  readonly level: number;
  readonly m: number | null;
  readonly u: number | null;
  readonly weight: number | null;
}

async function readTraining(
  lake: Lake,
  type: string,
): Promise<{ subjects: number; training: LinkageModel['training'] }> {
  const rows = await lake.rows<{
    subjects: number;
    blockPairs: number;
    randomPairs: number;
    change: number;
    logLikelihood: number;
  }>(sql`
    select subjects, block_pairs as "blockPairs", random_pairs as "randomPairs", change, log_likelihood as "logLikelihood"
    from ${trainingTable} where type = ${type} order by iteration`);
  const { subjects, blockPairs, randomPairs } = rows[0] ?? { subjects: 0, blockPairs: 0, randomPairs: 0 };
  const steps = rows.map(({ change, logLikelihood }) => ({ change, logLikelihood }));
  return { subjects, training: { blockPairs, randomPairs, steps } };
}

async function readRules(
  lake: Lake,
  model: TypeModel,
  subjects: number,
): Promise<{ rules: readonly ModelRule[]; cut: number }> {
  const rows = await lake.rows<{
    rule: string;
    pairs: number;
    skippedKeys: number;
    skippedPairs: number;
  }>(sql`
    select rule, pairs, skipped_keys as "skippedKeys", skipped_pairs as "skippedPairs"
    from ${blockingTable} where type = ${model.type}`);
  const rules = model.rules.map(({ id, title }) => {
    const { pairs, skippedKeys, skippedPairs } = rows.find(({ rule }) => rule === id) ?? {
      pairs: 0,
      skippedKeys: 0,
      skippedPairs: 0,
    };
    return {
      rule: id,
      title,
      pairs,
      skippedKeys,
      skippedPairs,
      atStake: shareAtStake({ skippedKeys, skippedPairs, subjects }),
    };
  });
  return { rules, cut: rows.find(({ rule }) => rule === 'guard')?.skippedPairs ?? 0 };
}

/**
 * How many subjects so many skipped keys with so many skipped pairs hold together, all of one size s and nothing finer
 * compared: pairs = keys * s * (s - 1) / 2. Keys of unlike sizes hold fewer, pairs that finer keys brought make it more.
 */
function shareAtStake(of: { skippedKeys: number; skippedPairs: number; subjects: number }): number {
  if (of.skippedKeys === 0 || of.subjects === 0) return 0;
  const size = (1 + Math.sqrt(1 + (8 * of.skippedPairs) / of.skippedKeys)) / 2;
  return Math.min(1, (of.skippedKeys * size) / of.subjects);
}
