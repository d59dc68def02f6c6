import type { Watch } from '@clew/model/progress.ts';
import type { Lake } from '../lake/lake.ts';
import { type Blocks, comparablePairs } from './block.ts';
import { behindPairs } from './duplicates.ts';
import { countedLevels, isCounted, linkableSql } from './linkable.ts';
import { type Comparison, levelOf, type TypeModel } from './model.ts';
import { frequencySql, knownComparisons, knownOutcomes, levelSql, withAbsent } from './outcome.ts';
import { type AtOnce, type Range, type Tile, tilesOf, within } from './tiles.ts';
import { bonusSql, overLevels, type TrainedModel, unseenSubjects } from './train.ts';
import { text, workTable } from './work.ts';

/** Pairs that are written: probability of 1 in 100 or more. */
export const weightFloor = -6.63;
/** Where each goes with one at most, what is left over in the end may belong together though it looked unlikely at first. */
const oneToOneFloor = -14;
const rarestBonus = 5;
const commonestMalus = -12;

/**
 * Compares every pair of the blocks once and keeps those that may be one thing, in `scored_<type>`: a, b, weight, one
 * outcome per comparison, whether the pair may link, whether it speaks against one thing, and which of the two stands behind
 * the other (`duplicates.ts`). Works through the pairs tile by tile, so that memory grows neither with their number nor with
 * that of the subjects.
 */
export async function scorePairs(
  lake: Lake,
  trained: TrainedModel,
  of: {
    readonly blocks: Blocks;
    readonly watch: Watch;
    /** Only pairs of which one is new (`fresh` in its block), and those whose judgement was taken back. */
    readonly freshOnly: boolean;
    readonly atOnce?: AtOnce | undefined;
  },
): Promise<number> {
  const { blocks, watch } = of;
  const { model } = trained;
  const tell = (done: number) =>
    watch.onProgress?.({ step: `compare ${model.type}`, done, total: blocks.pairs, unit: 'pairs' });
  const scored = workTable('scored', model.type);
  const pairs = workTable('pair', model.type);
  await lake.run(text(`create or replace table ${scored} (${scoredColumns(model)})`));
  const { slices, tiles } = tilesOf(blocks.subjects, blocks.pairs, of.atOnce);
  const features = await sliceFeatures(lake, model.type, slices);
  let total = 0;
  for (const [index, tile] of tiles.entries()) {
    tell(Math.round((blocks.pairs * index) / tiles.length));
    await lake.run(text(`create or replace table ${pairs} as ${pairsSql(model, tile, of.freshOnly)}`));
    const counts = await lake.rows<{ rule: number; pairs: number }>(
      text(`select rule, count(*) as pairs from ${pairs} group by rule order by rule`),
    );
    for (const count of counts) {
      total += count.pairs;
      const rule = blocks.counts[count.rule];
      if (rule !== undefined) rule.pairs += count.pairs;
    }
    // Understanding what all comparisons ask takes the engine longer than comparing a few pairs.
    if (counts.length === 0) continue;
    const [left, right] = tile.slices.map((slice) => features[slice] as string) as [string, string];
    await lake.run(text(`insert into ${scored} ${scoredSql(trained, pairs, [left, right])}`));
  }
  for (const table of slices.length > 1 ? [pairs, ...features] : [pairs])
    await lake.run(text(`drop table ${table}`));
  return total;
}

/**
 * The features of each slice of the subjects. Where there are several, each is in a table of its own and not a condition on
 * one: the engine then knows how many they are, holds them, and lets the pairs, many more, pass by.
 */
async function sliceFeatures(lake: Lake, type: string, slices: readonly Range[]): Promise<string[]> {
  const all = workTable('feature', type);
  if (slices.length === 1) return [all];
  const tables = slices.map((_, slice) => workTable(`feature_${slice}`, type));
  for (const [slice, range] of slices.entries()) {
    await lake.run(
      text(`create or replace table ${tables[slice]} as select * from ${all} where ${within('n', range)}`),
    );
  }
  return tables;
}

/** The columns of `scored_<type>`, with their types. */
export function scoredColumns({ comparisons }: TypeModel): string {
  const outcomes = comparisons.map(({ id }) => `"${id}" integer`);
  return `a integer, b integer, weight double, linkable boolean, conflict boolean, rival double, duplicate varchar, ${outcomes.join(', ')}`;
}

/** Pairs of blocks in a tile, each with the first rule that brought it; judged pairs come along. */
function pairsSql(model: TypeModel, tile: Tile, freshOnly: boolean): string {
  const { type } = model;
  const blocks = workTable('block', type);
  const inTile = (a: string, b: string) => `${within(a, tile.a)} and ${within(b, tile.b)}`;
  const fresh = freshOnly ? 'and (l.fresh or r.fresh)' : '';
  const reopened = freshOnly
    ? `union all select a, b, rule, null from ${workTable('reopened', type)} where ${inTile('a', 'b')}`
    : '';
  const pairs = `select a, b, min(rule) as rule, min(duplicate) as duplicate from (
    select l.n as a, r.n as b, l.rule as rule, null as duplicate from ${blocks} l join ${blocks} r on l.key = r.key and l.n < r.n ${fresh}
      where ${inTile('l.n', 'r.n')}
    union all select a, b, 1000, null from ${workTable('judged', type)} where ${inTile('a', 'b')}
    union all select a, b, rule, duplicate from (${behindPairs(type)}) where ${inTile('a', 'b')}
    ${reopened}
  ) group by a, b`;
  return comparablePairs(model, pairs);
}

function scoredSql(
  trained: TrainedModel,
  pairs: string,
  [features, otherFeatures]: readonly [string, string],
): string {
  const { model } = trained;
  const conflicts = model.interactions
    .filter((one) => one.conflict)
    .map((one) => overLevels(model, one.when));
  const outcomes = knownOutcomes(model, {
    features,
    otherFeatures,
    pairs: `select a, b, rule, duplicate from ${pairs}`,
    further: ['rule', 'duplicate'],
  });
  const columns = model.comparisons.map(({ id }) => `"${id}"`);
  // Materialised, so that no outcome is computed once more for each place that speaks of it.
  const tables = lookUps(trained, (comparison, index) => ({
    name: `weight_${index}`,
    sql: comparisonWeightSql(trained, comparison, index),
    from: 'outcome',
  }));
  const weights = model.comparisons.map((comparison, index) =>
    comparison.absent === true ? '0' : `coalesce(weight_${index}.found, 0)`,
  );
  const known = knownComparisons(model).map(({ id }) => `, outcome."${id}"`);
  return `with outcome as materialized (${outcomes}),
    ${tables.map(({ cte }) => `${cte},`).join('\n ')}
    weighed as materialized (select a, b, rule, duplicate, round(${trained.prior} + ${[...weights, bonusSql(model)].join(' + ')}, 4) as weight,
      coalesce(${conflicts.length === 0 ? 'false' : conflicts.join(' or ')}, false) as conflict${known.join('')}
      from (${withAbsent(model, 'outcome')}) outcome ${tables.map(({ join }) => join).join(' ')})
    select a, b, weight, ${linkableSql(model, isCounted({ ...trained, counted: countedLevels(trained) }))} as linkable, conflict, null::double as rival, duplicate,
      ${columns.join(', ')}
    from (${withAbsent(model, 'weighed')}) where weight >= ${model.betweenFiles === true ? oneToOneFloor : weightFloor} or conflict or rule = 1000`;
}

/**
 * What follows from the outcome of one comparison is the same wherever that outcome comes, and there are some hundred
 * outcomes: it is worked out once for each and looked up. `cte` is a table (outcome, found), `join` puts it beside its source.
 */
export function lookUps(
  trained: TrainedModel,
  make: (
    comparison: Comparison,
    index: number,
  ) => { readonly name: string; readonly sql: string; readonly from: string; readonly alias?: string },
): { readonly cte: string; readonly join: string }[] {
  return trained.model.comparisons.flatMap((comparison, index) => {
    if (comparison.absent === true) return [];
    const { name, sql, from, alias = from } = make(comparison, index);
    const column = `"${comparison.id}"`;
    const distinct = `select distinct ${column} from ${from} where ${column} is not null`;
    return [
      {
        cte: `${name} as materialized (select ${column} as outcome, ${sql} as found from (${distinct}))`,
        join: `left join ${name} on ${name}.outcome = ${alias}.${column}`,
      },
    ];
  });
}

/** SQL over outcome columns: everything but the prior, in bits. */
export function weightSql(trained: TrainedModel): string {
  const parts = trained.model.comparisons.map((comparison, index) =>
    comparisonWeightSql(trained, comparison, index),
  );
  return `${parts.join('\n + ')} + ${bonusSql(trained.model)}`;
}

/** SQL over an outcome column: what the comparison adds, in bits, rounded to four digits; 0 where nothing is known. */
export function comparisonWeightSql(trained: TrainedModel, comparison: Comparison, index: number): string {
  if (comparison.absent === true) return '0::double';
  const column = `"${comparison.id}"`;
  const branches = (trained.weights[index] ?? []).map((_, number) => {
    return `when ${number} then ${levelWeightSql(trained, comparison, { index, number })}`;
  });
  return `coalesce(case ${levelSql(column)} ${branches.join(' ')} end, 0)`;
}

/** SQL over an outcome column: as `comparisonWeightSql`, where the level is known. */
export function levelWeightSql(
  trained: TrainedModel,
  comparison: Comparison,
  { index, number }: { readonly index: number; readonly number: number },
): string {
  const weight = trained.weights[index]?.[number] ?? 0;
  if (levelOf(comparison, number).frequency === undefined) return `${weight}::double`;
  const column = `"${comparison.id}"`;
  return `round(${weight} + ${frequencyBits(trained, { index, number, column })}, 4)`;
}

/**
 * What the frequency of the shared value adds: log2 of the average share over its own. The pair itself is not counted,
 * and a thousand subjects more are thought of, among whom the value is as common as values are on average: a name seen
 * nowhere else in a small file is not thereby unique.
 * Winkler, "Frequency-based matching in the Fellegi-Sunter model", 1989.
 */
function frequencyBits(trained: TrainedModel, at: { index: number; number: number; column: string }): string {
  const average = trained.averages[at.index]?.[at.number] ?? null;
  if (average === null) return '0::double';
  const total = trained.subjects + unseenSubjects;
  const seen = `greatest(0, pow(2, (${frequencySql(at.column)} - 1) / 2) - 2)`;
  const bits = `log2(${(average * total).toExponential(6)}::double / (${seen} + ${(unseenSubjects * average).toExponential(6)}::double))`;
  return `case when ${frequencySql(at.column)} = 0 then 0 else greatest(${commonestMalus}, least(${rarestBonus}, ${bits})) end`;
}
