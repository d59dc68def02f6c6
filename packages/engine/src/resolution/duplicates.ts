// Rows that say the same of a thing: a bus line is named in a thousand rows that tell nothing else of it. Where too many share a
// key for all of them to be compared, one of those that say the same is compared for all, and each of the others with it alone.
// In: feature_<type>, head_<type>. Out: duplicate_<type> (n, subject, said, head), behind_<type> (subject, head, rule): who stands
// behind whom, and the rule that brought it, and head_<type> (said, subject): those who stand for others.
// Invariant: the snapshot settles who stands for whom. Whoever comes later stands behind a head of the snapshot or behind
// nobody, so that an update and a run over all say the same.

import type { Lake } from '../lake/lake.ts';
import { featureColumns } from './feature-plan.ts';
import type { TypeModel } from './model.ts';
import { text, workTable } from './work.ts';

/** Which of the two of a pair says only what the other says, and is compared with the other alone where there is a crowd. */
export type Duplicate = 'a' | 'b';

/**
 * SQL over a row of features: one number for all that is compared, so that no comparison tells two with the same number
 * apart. Two of a million that differ share one with a probability of 1 in 37 million.
 */
export function saidSql({ features }: TypeModel): string {
  const { single, lists } = featureColumns(features);
  // What nobody says is a null of any type, and these have different hashes.
  const parts = [...single, ...lists].map(
    (column) => `case when ${column} is not null then hash(${column}) end`,
  );
  return `hash(${parts.join(', ')})`;
}

/** Nobody stands behind anybody yet. */
export async function beginBehind(lake: Lake, type: string): Promise<void> {
  await lake.run(
    text(
      `create or replace table ${workTable('behind', type)} (subject ubigint, head ubigint, rule integer)`,
    ),
  );
}

/**
 * Finds who says only what another says; the one with the smallest id stands for all, or, with `headsKnown`, whoever did so in
 * the snapshot. Of a type of which each file tells once a thing is in each file once.
 */
export async function takeDuplicates(
  lake: Lake,
  model: TypeModel,
  { headsKnown }: { readonly headsKnown: boolean },
): Promise<void> {
  const { type } = model;
  const features = workTable('feature', type);
  const heads = headsKnown
    ? `from ${workTable('head', type)}`
    : 'select said, min(subject) as subject from told group by said having count(*) > 1';
  await lake.run(
    text(`create or replace table ${workTable('duplicate', type)} as
      with told as materialized (select n, subject, ${saidSql(model)} as said from ${features} where ${model.betweenFiles !== true})
      select n, t.subject, said, h.subject as head from told t join (${heads}) h using (said) where t.subject <> h.subject`),
  );
}

/** Puts the duplicates in a crowd (a query that gives n and rule) behind those who stand for them. */
export async function putBehind(lake: Lake, type: string, crowd: string): Promise<void> {
  const behind = workTable('behind', type);
  await lake.run(
    text(`insert into ${behind} select subject, min(head), min(rule) from ${workTable('duplicate', type)}
      join (${crowd}) using (n) where subject not in (select subject from ${behind}) group by subject`),
  );
}

/** Notes those behind whom somebody stands. */
export async function noteHeads(lake: Lake, type: string): Promise<void> {
  await lake.run(
    text(`create or replace table ${workTable('head', type)} as
      select distinct said, head as subject from ${workTable('duplicate', type)}
      where subject in (select subject from ${workTable('behind', type)})`),
  );
}

/** SQL: a, b, rule and `duplicate` of the pairs of those who stand behind somebody. */
export function behindPairs(type: string): string {
  const subject = workTable('subject', type);
  return `select least(x.n, y.n) as a, greatest(x.n, y.n) as b, p.rule, if(x.n < y.n, 'a', 'b') as duplicate
    from ${workTable('behind', type)} p join ${subject} x on x.subject = p.subject join ${subject} y on y.subject = p.head`;
}
