// In: rows of resolution.model. Out: what is needed to score and link again exactly as that run.
// What is read back gives the same bytes for the same statements; `modelRows` and `trainedModelsFrom` are inverse.

import type { Row } from '../lake/table.ts';
import type { BlockingCount } from './block.ts';
import { levelOf, type TypeModel } from './model.ts';
import { typeModels } from './models/type-models.ts';
import type { RivalOdds } from './rivals.ts';
import type { blockingTable, modelTable } from './tables.ts';
import type { Expected, Threshold } from './threshold.ts';
import { type TrainedModel, untrainedModel } from './train.ts';

export type ModelRow = Row<typeof modelTable>;
export type BlockingRow = Row<typeof blockingTable>;

/** The model of one type as a run left it. */
export interface KeptModel {
  readonly trained: TrainedModel;
  /** Undefined where nothing was compared yet: then the usual one is taken. */
  readonly threshold: Threshold | undefined;
  readonly rivals: readonly RivalOdds[];
}

/** By type. */
export type KeptModels = ReadonlyMap<string, KeptModel>;

const alone = [
  'neither has records of their own',
  'one has records of their own',
  'both have records of their own',
];

/** The rows of resolution.model for one type. */
export function modelRows(kept: KeptModel): ModelRow[] {
  const { trained, threshold, rivals } = kept;
  const { type } = trained.model;
  const row = (part: Partial<ModelRow> & Pick<ModelRow, 'comparison' | 'title'>): ModelRow => ({
    type,
    level: 0,
    m: null,
    u: null,
    weight: null,
    average: null,
    low: null,
    high: null,
    ...part,
  });
  const share = (comparison: string, title: string, { share: m, low, high }: Expected) =>
    row({ comparison, title, m, low, high });
  const rows = [
    row({ comparison: 'prior', title: 'any two', weight: trained.prior }),
    row({ comparison: 'subjects', title: 'subjects', weight: trained.subjects }),
    row({ comparison: 'matches', title: 'matches that m was learnt from', weight: trained.matches }),
  ];
  if (threshold !== undefined) {
    rows.push(
      row({ comparison: 'threshold', title: threshold.given ? 'given' : 'chosen', weight: threshold.bits }),
      share('precision', 'expected share of links that are right', threshold.precision),
      share('recall', 'expected share of matches that are linked', threshold.recall),
    );
  }
  for (const { interaction, bits } of rivals) {
    bits.forEach((weight, level) => {
      rows.push(row({ comparison: interaction, level, title: alone[level] ?? '', weight }));
    });
  }
  for (const [index, comparison] of trained.model.comparisons.entries()) {
    for (let level = comparison.levels.length - 1; level >= 0; level--) {
      rows.push(
        row({
          comparison: comparison.id,
          level,
          title: levelOf(comparison, level).title,
          m: trained.shares[index]?.m[level] ?? null,
          u: trained.shares[index]?.u[level] ?? null,
          weight: trained.weights[index]?.[level] ?? null,
          average: trained.averages[index]?.[level] ?? null,
        }),
      );
    }
  }
  return rows;
}

/** The rows of resolution.blocking for one type; `cut` pairs above the threshold were left apart by the guard. */
export function blockingRows(type: string, counts: readonly BlockingCount[], cut: number): BlockingRow[] {
  const rows = counts.map(
    (count): BlockingRow => ({
      type,
      rule: count.rule,
      pairs: count.pairs,
      skipped_keys: count.skippedKeys,
      skipped_pairs: count.skippedPairs,
      lost_matches: count.lostMatches,
      recall_cost: count.recallCost,
    }),
  );
  const guard = { lost_matches: null, recall_cost: null };
  return [...rows, { type, rule: 'guard', pairs: 0, skipped_keys: 0, skipped_pairs: cut, ...guard }];
}

/**
 * Reads the models back. A level that the rows do not know (the program grew since) keeps its prior; a type without rows
 * is left out, and is trained anew.
 */
export function trainedModelsFrom(rows: readonly ModelRow[]): KeptModels {
  const kept = new Map<string, KeptModel>();
  for (const model of typeModels) {
    const own = rows.filter(({ type }) => type === model.type);
    if (own.length > 0) kept.set(model.type, fromRows(model, own));
  }
  return kept;
}

function fromRows(model: TypeModel, rows: readonly ModelRow[]): KeptModel {
  const untrained = untrainedModel(model);
  const byLevel = new Map(rows.map((row) => [`${row.comparison} ${row.level}`, row]));
  // A level is known by its words: another number is its own where the program has learnt a level more.
  const byTitle = new Map(rows.map((row) => [`${row.comparison} ${row.title}`, row]));
  const figure = (comparison: string, otherwise: number) =>
    byLevel.get(`${comparison} 0`)?.weight ?? otherwise;
  const levels = <T>(index: number, take: (row: ModelRow | undefined, level: number) => T): T[] => {
    const comparison = model.comparisons[index];
    if (comparison === undefined) throw new Error(`No comparison ${index} in ${model.type}`);
    return comparison.levels.map((_, level) =>
      take(byTitle.get(`${comparison.id} ${levelOf(comparison, level).title}`), level),
    );
  };
  const trained: TrainedModel = {
    model,
    prior: figure('prior', untrained.prior),
    subjects: figure('subjects', 0),
    matches: figure('matches', untrained.matches),
    log: untrained.log,
    shares: untrained.shares.map((share, index) => ({
      fixed: share.fixed,
      m: levels(index, (row, level) => row?.m ?? share.m[level] ?? 0),
      u: levels(index, (row, level) => row?.u ?? share.u[level] ?? 0),
    })),
    averages: untrained.averages.map((averages, index) =>
      levels(index, (row, level) => (row === undefined ? (averages[level] ?? null) : row.average)),
    ),
    weights: untrained.weights.map((weights, index) =>
      levels(index, (row, level) => row?.weight ?? weights[level] ?? 0),
    ),
  };
  return { trained, threshold: thresholdFrom(byLevel), rivals: rivalsFrom(model, byLevel) };
}

function thresholdFrom(rows: ReadonlyMap<string, ModelRow>): Threshold | undefined {
  const row = rows.get('threshold 0');
  if (row === undefined || row.weight === null) return undefined;
  const expected = (id: string): Expected => {
    const { m, low, high } = rows.get(`${id} 0`) ?? { m: null, low: null, high: null };
    return { share: m ?? 0, low: low ?? 0, high: high ?? 1 };
  };
  return {
    bits: row.weight,
    given: row.title === 'given',
    precision: expected('precision'),
    recall: expected('recall'),
  };
}

function rivalsFrom(model: TypeModel, rows: ReadonlyMap<string, ModelRow>): RivalOdds[] {
  return model.interactions.flatMap(({ id, rival }): RivalOdds[] => {
    const bits = [0, 1, 2].map((level) => rows.get(`${id} ${level}`)?.weight ?? null);
    const [none, one, both] = bits as [number | null, number | null, number | null];
    if (rival === undefined || none === null || one === null || both === null) return [];
    return [{ interaction: id, bits: [none, one, both] }];
  });
}
