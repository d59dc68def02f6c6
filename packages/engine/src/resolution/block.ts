import type { Lake } from '../lake/lake.ts';
import type { BlockingRule, TypeModel } from './model.ts';
import { text, workTable } from './work.ts';

/** What a rule brought: pairs that no earlier rule brought, and what was skipped because too many share a key. */
export interface BlockingCount {
  readonly rule: string;
  pairs: number;
  readonly skippedKeys: number;
  readonly skippedPairs: number;
}

export interface Blocks {
  readonly counts: readonly BlockingCount[];
  /** Pairs over all rules, those of several rules counted several times. */
  readonly pairs: number;
}

/** With how many that follow it a subject of a crowded block is compared. */
const neighbourhood = 5;

/** Pairs that one rule may bring: the number grows with the number of subjects, not with its square. */
export function pairBudget(subjects: number): number {
  return Math.max(400_000, 4 * subjects);
}

/**
 * Puts subjects into blocks: `block_<type>` (rule, key, n, refined). Blocks are counted before anything is compared. The
 * smallest come first until the budget of the rule is used; larger ones are parted by the refined key. In what is then
 * still too large only neighbours are compared (sorted neighbourhood: Hernandez and Stolfo, SIGMOD 1995), in
 * `neighbour_<type>` (rule, a, b); the other pairs are skipped, and told.
 */
export async function makeBlocks(lake: Lake, model: TypeModel): Promise<Blocks> {
  const { type, rules, nearness } = model;
  const features = workTable('feature', type);
  const { subjects } = await lake.row<{ subjects: number }>(
    text(`select count(*) as subjects from ${features}`),
  );
  const table = workTable('block', type);
  await lake.run(
    text(`create or replace table ${table} (rule integer, key ubigint, n integer, refined boolean)`),
  );
  const neighbours = workTable('neighbour', type);
  await lake.run(text(`create or replace table ${neighbours} (rule integer, a integer, b integer)`));
  const counts: BlockingCount[] = [];
  let pairs = 0;
  for (const [index, rule] of rules.entries()) {
    const made = await blocksOfRule(lake, { type, rule, index, nearness, budget: pairBudget(subjects) });
    pairs += made.pairs;
    counts.push({ rule: rule.id, pairs: 0, skippedKeys: made.skippedKeys, skippedPairs: made.skippedPairs });
  }
  return { counts, pairs };
}

async function blocksOfRule(
  lake: Lake,
  at: { type: string; rule: BlockingRule; index: number; nearness: string; budget: number },
): Promise<{ pairs: number; skippedKeys: number; skippedPairs: number }> {
  const keys = workTable('key', at.type);
  const table = workTable('block', at.type);
  await lake.run(
    text(`create or replace table ${keys} as
      select n, hash(${at.index}, key) as key, min(hash(${at.index}, key, refined)) as refined
      from (${at.rule.keys(workTable('feature', at.type))}) where key is not null group by n, hash(${at.index}, key)`),
  );
  const size = await largestSize(lake, `select key from ${keys}`, at.budget);
  await lake.run(
    text(`insert into ${table} select ${at.index}, key, n, false from ${keys}
      where key in (select key from ${keys} group by key having count(*) between 2 and ${size.size})`),
  );
  const large = `select n, refined as key from ${keys}
    where key in (select key from ${keys} group by key having count(*) > ${size.size})`;
  const refined = await largestSize(lake, large, Math.max(at.budget - size.pairs, at.budget / 4));
  await lake.run(
    text(`insert into ${table} with large as (${large}) select ${at.index}, key, n, true from large
      where key in (select key from large group by key having count(*) between 2 and ${refined.size})`),
  );
  if (refined.skippedKeys > 0) await addNeighbours(lake, at, { large, above: refined.size });
  await lake.run(text(`drop table ${keys}`));
  return {
    pairs: size.pairs + refined.pairs,
    skippedKeys: refined.skippedKeys,
    skippedPairs: refined.skippedPairs,
  };
}

/** Each subject of a block that is too large with those that follow it in the order of nearness. */
async function addNeighbours(
  lake: Lake,
  at: { type: string; index: number; nearness: string },
  blocks: { readonly large: string; readonly above: number },
): Promise<void> {
  const next = Array.from({ length: neighbourhood }, (_, index) => `lead(n, ${index + 1}) over side`);
  await lake.run(
    text(`insert into ${workTable('neighbour', at.type)}
      with large as (${blocks.large}),
      crowd as (select key, n, ${at.nearness} as nearness from large join ${workTable('feature', at.type)} using (n)
        where key in (select key from large group by key having count(*) > ${blocks.above})),
      following as (select n, unnest([${next.join(', ')}]) as other from crowd
        window side as (partition by key order by nearness, n))
      select distinct ${at.index}, least(n, other), greatest(n, other) from following where other is not null`),
  );
}

interface SizeChoice {
  readonly size: number;
  readonly pairs: number;
  readonly skippedKeys: number;
  readonly skippedPairs: number;
}

/** The largest block size such that all blocks up to it stay within the budget. */
async function largestSize(lake: Lake, keys: string, budget: number): Promise<SizeChoice> {
  const sizes = await lake.rows<{ size: number; blocks: number }>(
    text(`select size, count(*) as blocks from (select count(*) as size from (${keys}) group by key)
      where size > 1 group by size order by size`),
  );
  let size = 1;
  let pairs = 0;
  let index = 0;
  for (; index < sizes.length; index++) {
    const more = sizes[index] as { size: number; blocks: number };
    const added = more.blocks * pairsOf(more.size);
    if (pairs + added > budget) break;
    pairs += added;
    size = more.size;
  }
  const skipped = sizes.slice(index);
  return {
    size,
    pairs,
    skippedKeys: skipped.reduce((sum, one) => sum + one.blocks, 0),
    skippedPairs: skipped.reduce((sum, one) => sum + one.blocks * pairsOf(one.size), 0),
  };
}

function pairsOf(size: number): number {
  return (size * (size - 1)) / 2;
}
