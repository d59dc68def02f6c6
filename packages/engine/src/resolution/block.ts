import type { Lake } from '../lake/lake.ts';
import { beginBehind, noteHeads, putBehind, takeDuplicates } from './duplicates.ts';
import type { BlockingRule, TypeModel } from './model.ts';
import { text, workTable } from './work.ts';

/** What a rule brought, and what was skipped because too many share a key. */
export interface BlockingCount {
  readonly rule: string;
  /** Pairs that no earlier rule brought. */
  pairs: number;
  /** Keys that too many share for all of them to be compared, duplicates not counted. */
  readonly skippedKeys: number;
  /** Pairs that share such a key and nothing finer. */
  readonly skippedPairs: number;
  /** Matches expected among skipped pairs that no other rule compared (see `skipped.ts`), and their share of all. */
  lostMatches: number;
  recallCost: number;
}

export interface Blocks {
  readonly counts: readonly BlockingCount[];
  /** Pairs over all rules, those of several rules counted several times. */
  readonly pairs: number;
  readonly subjects: number;
}

/** A rule that brought nothing. */
export function uncounted(rule: string): BlockingCount {
  return { rule, pairs: 0, skippedKeys: 0, skippedPairs: 0, lostMatches: 0, recallCost: 0 };
}

/** Pairs that a number of subjects could make: all, or, of a type of which each file tells once, those of two files. */
export async function possiblePairs(lake: Lake, { type, betweenFiles }: TypeModel): Promise<number> {
  const features = workTable('feature', type);
  const files = betweenFiles === true ? 'file' : 'n';
  const { pairs } = await lake.row<{ pairs: number }>(
    text(`select ((sum(size) * sum(size) - sum(size * size)) // 2)::double as pairs
      from (select count(*)::hugeint as size from ${features} group by ${files})`),
  );
  return pairs;
}

/** SQL: of pairs (a, b and other columns) those that may be compared. */
export function comparablePairs({ type, betweenFiles }: TypeModel, pairs: string): string {
  if (betweenFiles !== true) return pairs;
  const features = workTable('feature', type);
  return `select p.* from (${pairs}) p join ${features} l on l.n = p.a join ${features} r on r.n = p.b where l.file <> r.file`;
}

/** Pairs that one rule may bring: the number grows with the number of subjects, not with its square. */
export function pairBudget(subjects: number): number {
  return Math.max(400_000, 4 * subjects);
}

/**
 * Puts subjects into blocks: `block_<type>` (rule, key, n). Blocks are counted before anything is compared. The smallest
 * come first until the budget of the rule is used; the keys of larger ones are crowded (`crowded_<type>`). In a crowd one of
 * those that say the same is compared for all of them (`duplicates.ts`), and where that halves it, it may be a block after
 * all. Other crowds are parted by the refined key, and where that is crowded too, by what puts like subjects side by side.
 * What is then still crowded is skipped, and told. `key_<type>` (rule, key, n) holds the key that each subject has in the end:
 * who comes later and is compared with whoever has the same key is compared with the same subjects as in a run over all.
 */
export async function makeBlocks(
  lake: Lake,
  model: TypeModel,
  {
    crowdedKnown,
    budget,
  }: {
    /** Whether a snapshot says which keys are crowded, and who stands for whom. */
    readonly crowdedKnown: boolean;
    /** Pairs that one rule may bring; `pairBudget` unless told. */
    readonly budget?: number | undefined;
  },
): Promise<Blocks> {
  const { type, rules } = model;
  const { subjects } = await lake.row<{ subjects: number }>(
    text(`select count(*) as subjects from ${workTable('feature', type)}`),
  );
  for (const kind of ['block', 'key', 'crowd'])
    await lake.run(
      text(`create or replace table ${workTable(kind, type)} (rule integer, key ubigint, n integer)`),
    );
  if (!crowdedKnown) {
    await lake.run(text(`create or replace table ${workTable('crowded', type)} (key ubigint)`));
    await lake.run(
      text(`create or replace table ${workTable('head', type)} (said ubigint, subject ubigint)`),
    );
  }
  await beginBehind(lake, type);
  const counts: BlockingCount[] = [];
  let pairs = 0;
  let anyCrowded = false;
  for (const [index, rule] of rules.entries()) {
    const at = { model, rule, index, budget: budget ?? pairBudget(subjects), crowdedKnown };
    const made = await blocksOfKeys(lake, at);
    if (made.crowdedKeys > 0) {
      if (!anyCrowded) await takeDuplicates(lake, model, { headsKnown: crowdedKnown });
      anyCrowded = true;
    }
    const parted = made.crowdedKeys > 0 ? await partCrowds(lake, at, at.budget - made.pairs) : nothingParted;
    await lake.run(text(`drop table ${workTable('asked', type)}`));
    pairs += made.pairs + parted.pairs;
    const { skippedKeys, skippedPairs } = parted;
    counts.push({ ...uncounted(rule.id), skippedKeys, skippedPairs });
  }
  if (!crowdedKnown && anyCrowded) await noteHeads(lake, type);
  return { counts, pairs, subjects };
}

/**
 * The keys of subjects that come after a snapshot, `key_<type>`, as `makeBlocks` would give them with its crowded keys known:
 * all rules at once, because nothing is counted, neither pairs nor what is skipped.
 */
export async function makeKeys(lake: Lake, model: TypeModel): Promise<Blocks> {
  const { type, rules, nearness } = model;
  const features = workTable('feature', type);
  const asked = workTable('asked', type);
  const crowded = `(from ${workTable('crowded', type)})`;
  const each = rules.map(
    (rule, index) => `select ${index} as rule, n, ${askedKeys(rule, features)} group by all`,
  );
  await lake.run(text(`create or replace table ${asked} as ${each.join('\n union all ')}`));
  await beginBehind(lake, type);
  await takeDuplicates(lake, model, { headsKnown: true });
  await putBehind(lake, type, `select n, rule from ${asked} where key in ${crowded}`);
  await lake.run(
    text(`create or replace table ${workTable('key', type)} as
      with crowd as materialized (${partedKeys(type)}),
      parted as (
        select rule, n, key from ${asked} where key not in ${crowded}
        union all select rule, n, lone from crowd where lone not in ${crowded}
        union all select rule, n, refined from crowd where lone in ${crowded} and refined not in ${crowded}
        union all select rule, n, hash(refined, ${nearness}) from crowd join ${features} using (n)
          where lone in ${crowded} and refined in ${crowded})
      select rule, key, n from parted where key not in ${crowded}`),
  );
  await lake.run(text(`drop table ${asked}`));
  return noBlocks(model);
}

/** Where nothing was counted. */
export function noBlocks({ rules }: Pick<TypeModel, 'rules'>): Blocks {
  return { counts: rules.map(({ id }) => uncounted(id)), pairs: 0, subjects: 0 };
}

/** SQL after `select n,`: the key that a rule asks for and the finer one, and the subjects. */
function askedKeys(rule: BlockingRule, features: string): string {
  return `hash('${rule.id}', key) as key, min(hash('${rule.id}', key, refined)) as refined
      from (${rule.keys(features)}) where key is not null`;
}

/** SQL over `asked_<type>`: those in crowds who stand behind nobody, with the key of these alone (`lone`). */
function partedKeys(type: string): string {
  return `select *, hash(key, 'lone') as lone from ${workTable('asked', type)}
    where key in (from ${workTable('crowded', type)}) and n not in (select n from ${workTable('duplicate', type)})`;
}

interface RuleInTurn {
  readonly model: TypeModel;
  readonly rule: BlockingRule;
  readonly index: number;
  readonly budget: number;
  readonly crowdedKnown: boolean;
}

/** The blocks of the keys that a rule asks for, which stay in `asked_<type>` (n, key, refined). */
async function blocksOfKeys(lake: Lake, at: RuleInTurn): Promise<MadeBlocks> {
  const asked = workTable('asked', at.model.type);
  await lake.run(
    text(`create or replace table ${asked} as
      select n, ${askedKeys(at.rule, workTable('feature', at.model.type))} group by all`),
  );
  return addBlocks(lake, at, { from: `select n, key from ${asked}`, budget: at.budget });
}

interface PartedCrowds {
  readonly pairs: number;
  readonly skippedKeys: number;
  readonly skippedPairs: number;
}

const nothingParted: PartedCrowds = { pairs: 0, skippedKeys: 0, skippedPairs: 0 };

/** The blocks of those whose key is crowded; `left` of the budget is theirs, and a quarter of the whole at each step at least. */
async function partCrowds(lake: Lake, at: RuleInTurn, left: number): Promise<PartedCrowds> {
  const { type, nearness } = at.model;
  const [asked, lone, crowded] = [
    workTable('asked', type),
    workTable('lone', type),
    workTable('crowded', type),
  ];
  await putBehind(lake, type, `select n, ${at.index} as rule from ${asked} where key in (from ${crowded})`);
  await lake.run(text(`create or replace table ${lone} as ${partedKeys(type)}`));
  if (!at.crowdedKnown) {
    await lake.run(
      text(`insert into ${crowded} select hash(key, 'lone') from (
          select key, count(*) as size, count(l.n) as lone from ${asked} left join ${lone} l using (n, key)
          where key in (from ${crowded}) group by key) where 2 * lone > size`),
    );
  }
  const stages = [
    `select n, lone as key from ${lone}`,
    `select n, refined as key from ${lone} where lone in (from ${crowded})`,
    `select n, hash(refined, ${nearness}) as key from ${lone} join ${workTable('feature', type)} using (n)
      where lone in (from ${crowded}) and refined in (from ${crowded})`,
  ];
  let pairs = 0;
  let skipped = nothingParted;
  for (const [stage, from] of stages.entries()) {
    const made = await addBlocks(lake, at, { from, budget: Math.max(left - pairs, at.budget / 4) });
    pairs += made.pairs;
    if (stage === 0) skipped = { pairs, skippedKeys: made.crowdedKeys, skippedPairs: made.crowdedPairs };
    else skipped = { ...skipped, pairs, skippedPairs: skipped.skippedPairs - made.pairs };
    if (made.crowdedKeys === 0) break;
  }
  await lake.run(
    text(`insert into ${workTable('crowd', type)} select ${at.index}, key, n from ${lone}
      where lone in (from ${crowded})`),
  );
  await lake.run(text(`drop table ${lone}`));
  return skipped;
}

interface MadeBlocks {
  readonly pairs: number;
  readonly crowdedKeys: number;
  readonly crowdedPairs: number;
}

/** The blocks of the keys that a query (n, key) gives, but for the crowded ones. */
async function addBlocks(
  lake: Lake,
  { model: { type, betweenFiles }, index, crowdedKnown }: RuleInTurn,
  stage: { readonly from: string; readonly budget: number },
): Promise<MadeBlocks> {
  const [crowded, given] = [workTable('crowded', type), workTable('given', type)];
  const told =
    betweenFiles === true
      ? `select g.*, file from (${stage.from}) g join ${workTable('feature', type)} using (n)`
      : stage.from;
  // Subjects of one file make no pairs, however many they are.
  const size =
    betweenFiles === true ? 'case when min(file) < max(file) then count(*) else 1 end' : 'count(*)';
  await lake.run(text(`create or replace table ${given} as ${told}`));
  const sizes = await lake.rows<{ size: number; blocks: number; crowded: boolean }>(
    text(`select size, crowded, count(*) as blocks from (
        select ${size} as size, key in (from ${crowded}) as crowded from ${given} group by key)
      where size > 1 or crowded group by all order by size, crowded`),
  );
  const limit = crowdedKnown ? Number.POSITIVE_INFINITY : largestSize(sizes, stage.budget);
  const isCrowded = (one: { size: number; crowded: boolean }) => one.crowded || one.size > limit;
  if (!crowdedKnown && sizes.some(isCrowded)) {
    await lake.run(
      text(`insert into ${crowded} select key from ${given} group by key having ${size} > ${limit}`),
    );
  }
  const open = sizes.some(isCrowded) ? `${given} anti join ${crowded} using (key)` : given;
  await lake.run(
    text(`insert into ${workTable('block', type)} select ${index}, key, n from ${open}
      where key in (select key from ${given} group by key having ${size} > 1)`),
  );
  await lake.run(text(`insert into ${workTable('key', type)} select ${index}, key, n from ${open}`));
  await lake.run(text(`drop table ${given}`));
  return {
    pairs: sum(sizes, (one) => (isCrowded(one) ? 0 : one.blocks * pairsOf(one.size))),
    crowdedKeys: sum(sizes, (one) => (isCrowded(one) ? one.blocks : 0)),
    crowdedPairs: sum(sizes, (one) => (isCrowded(one) ? one.blocks * pairsOf(one.size) : 0)),
  };
}

/** The largest block size such that all blocks up to it stay within the budget. */
function largestSize(sizes: readonly { size: number; blocks: number }[], budget: number): number {
  let pairs = 0;
  let largest = 1;
  for (const { size, blocks } of sizes) {
    pairs += blocks * pairsOf(size);
    if (pairs > budget) break;
    largest = size;
  }
  return largest;
}

function pairsOf(size: number): number {
  return (size * (size - 1)) / 2;
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
