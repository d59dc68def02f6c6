// In: the new subjects of a type (`subject_<type>`, `feature_<type>`, `key_<type>`) and what is held (`held.ts`).
// Out: the working tables as a run over all would have them, but for held subjects that nothing new comes near. What is held
// is looked up by the ids that are asked for: keys, features, and what is near.
// Invariant: numbers follow the ids of subjects, so that each pair is compared the same way round as in a run over all.

import { keptJudgementTable } from '../kept.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { beginBehind, saidSql } from './duplicates.ts';
import { featureColumns } from './feature-plan.ts';
import { takeHeads } from './held.ts';
import { heldJudged, heldTable } from './held-kinds.ts';
import {
  addRivals,
  takeClusters,
  takeFeatures,
  takeKeys,
  takeKnownSubjects,
  takePairs,
} from './look-up-held.ts';
import type { TypeModel } from './model.ts';
import { comparedColumns } from './outcome.ts';
import { takeJudged } from './subjects.ts';
import { text, workSchema, workTable } from './work.ts';

/** Judged pairs (a, b, verdict) of any type whose verdict is not in force among what is held; `unsure` takes one back. */
const judgedAnew = `${workSchema}.judged_anew`;

/** Finds the judgements that are not in force yet, and returns whether there are any. */
export async function takeJudgedAnew(lake: Lake): Promise<boolean> {
  await lake.run(sql`create or replace table ${text(judgedAnew)} as
    select least(j.a, j.b) as a, greatest(j.a, j.b) as b, j.verdict from ${keptJudgementTable} j
    left join ${heldJudged} c on c.a = least(j.a, j.b) and c.b = greatest(j.a, j.b)
    where c.verdict is distinct from nullif(j.verdict, 'unsure')`);
  const { any } = await lake.row<{ any: boolean }>(text(`select exists (from ${judgedAnew}) as any`));
  return any;
}

/** SQL: the subjects of which a judgement is not in force yet. */
export const judgedAnewEnds = text(`select a from ${judgedAnew} union select b from ${judgedAnew}`);

/** The features and keys of those who are new, where nobody is. */
export async function takeNobody(lake: Lake, type: string): Promise<void> {
  await lake.run(
    text(`create or replace table ${workTable('feature', type)} as
      select 0 as n, null::ubigint as subject, * from ${heldTable('shape', type)} limit 0`),
  );
  await lake.run(
    text(`create or replace table ${workTable('key', type)} (rule integer, key ubigint, n integer)`),
  );
  await beginBehind(lake, type);
}

/**
 * Brings in the held subjects that share a key with a new one, stand for one, or stand in a judgement that is not in force yet, and puts
 * all of them into blocks. Returns how many subjects and pairs there are then, and the model that these pairs need: `narrow`
 * says what those who are new know, and what they do not is known of no pair with them; two who are held are compared whole.
 * Of features only those are brought that it compares.
 */
export async function joinHeld(
  lake: Lake,
  given: {
    readonly base: string;
    readonly whole: TypeModel;
    readonly narrow: TypeModel;
    /** Whether there are judgements that are not in force yet, on whomever. */
    readonly isAnyJudged: boolean;
  },
): Promise<{ subjects: number; pairs: number; model: TypeModel }> {
  const { base, whole, narrow, isAnyJudged } = given;
  const { type } = whole;
  const [subject, key, block, matched, partner] = (
    ['subject', 'key', 'block', 'matched', 'partner'] as const
  ).map((kind) => workTable(kind, type)) as [string, string, string, string, string];
  await takeKeys(lake, { base, type, ids: text(`select key from ${key}`) }, { by: 'key', into: matched });
  const waiting = workTable('judged_subject', type);
  if (isAnyJudged) await takeKnownSubjects(lake, { base, type, ids: judgedAnewEnds }, waiting);
  await lake.run(
    text(`create or replace table ${partner} as
      select subject from ${matched} union select head from ${workTable('behind', type)}
      ${isAnyJudged ? `union from ${waiting}` : ''}`),
  );
  const [old, fresh] = [workTable('old_subject', type), workTable('fresh', type)];
  await lake.run(text(`create or replace table ${old} as from ${subject}`));
  await lake.run(
    text(`create or replace table ${subject} as select row_number() over (order by subject)::integer as n, subject
      from (select subject from ${old} union all select subject from ${partner}) order by n`),
  );
  await lake.run(
    text(
      `create or replace table ${fresh} as select o.n as was, s.n from ${old} o join ${subject} s using (subject)`,
    ),
  );
  const model = (isAnyJudged ? await takeWaiting(lake, base, whole) : await takeNoneWaiting(lake, type))
    ? whole
    : narrow;
  await joinFeatures(lake, base, model);
  await lake.run(
    text(`create or replace table ${block} as
      select k.rule, k.key, f.n, true as fresh from ${key} k join ${fresh} f on f.was = k.n
      union all
      select 0, m.key, s.n, false from ${matched} m join ${subject} s using (subject)`),
  );
  const counts = await lake.row<{ subjects: number; pairs: number; single: boolean }>(
    text(`select (select count(*) from ${subject}) as subjects, (select not coalesce(bool_or(several), false)
        from ${workTable('feature', type)}) as single, (select coalesce(sum(fresh * (fresh - 1) // 2 + fresh * others), 0)::bigint
      from (select count(*) filter (where fresh) as fresh, count(*) filter (where not fresh) as others
        from ${block} group by key)) + (select count(*) from ${workTable('behind', type)}) as pairs`),
  );
  const { subjects, pairs, single } = counts;
  return { subjects, pairs, model: { ...model, single } };
}

/**
 * Finds of the pairs of a type that are judged and not in force yet those that stand in `judged_<type>`, and those whose
 * judgement was taken back. Returns whether there are any.
 */
async function takeWaiting(lake: Lake, base: string, whole: TypeModel): Promise<boolean> {
  const { type } = whole;
  const [subject, judged] = [workTable('subject', type), workTable('judged', type)];
  await takeJudged(lake, type);
  // Judgements that are in force are in force by pairs that are held.
  await lake.run(
    text(`delete from ${judged} where (a, b) not in (select (x.n, y.n) from ${judgedAnew} j
      join ${subject} x on x.subject = j.a join ${subject} y on y.subject = j.b)`),
  );
  await takeReopened(lake, base, whole);
  const { some } = await lake.row<{ some: boolean }>(
    text(`select exists (from ${judged}) or exists (from ${workTable('taken_back', type)}) as some`),
  );
  return some;
}

/** As `takeWaiting`, where all judgements are in force. */
async function takeNoneWaiting(lake: Lake, type: string): Promise<boolean> {
  for (const [kind, columns] of [
    ['judged', 'a integer, b integer, verdict varchar'],
    ['taken_back', 'a ubigint, b ubigint'],
    ['reopened', 'a integer, b integer, rule integer'],
  ] as const)
    await lake.run(text(`create or replace table ${workTable(kind, type)} (${columns})`));
  return false;
}

/**
 * Finds the pairs of which nobody says any more whether they are one: `taken_back_<type>` (subjects a, b). Only evidence
 * speaks of them now, and it does so where they share a key: `reopened_<type>` (numbers a, b, rule).
 */
async function takeReopened(lake: Lake, base: string, whole: TypeModel): Promise<void> {
  const { type } = whole;
  const [subject, back] = [workTable('subject', type), workTable('taken_back', type)];
  await lake.run(
    text(`create or replace table ${back} as select a, b from ${judgedAnew}
      where verdict = 'unsure' and a in (select subject from ${subject}) and b in (select subject from ${subject})`),
  );
  const { any } = await lake.row<{ any: boolean }>(text(`select exists (from ${back}) as any`));
  if (any) await putBackBehind(lake, base, whole);
  const key = workTable('key_of', type);
  const ids = text(takenBackEnds(type));
  await takeKeys(lake, { base, type, ids }, { by: 'subject', into: key });
  await lake.run(
    text(`create or replace table ${workTable('reopened', type)} as
      select x.n as a, y.n as b, 0 as rule from ${back} p
      join ${key} k on k.subject = p.a join ${key} o on o.subject = p.b and o.key = k.key
      join ${subject} x on x.subject = p.a join ${subject} y on y.subject = p.b group by x.n, y.n`),
  );
}

/** Of two of whom one stands behind the other, evidence speaks without a key that they share. */
async function putBackBehind(lake: Lake, base: string, whole: TypeModel): Promise<void> {
  const { type } = whole;
  const { single, lists } = featureColumns(whole.features);
  const ids = text(takenBackEnds(type));
  const features = await takeFeatures(lake, { base, type, ids }, [...single, ...lists]);
  await takeHeads(lake, base, type);
  await lake.run(
    text(`insert into ${workTable('behind', type)}
      with told as materialized (select subject, ${saidSql(whole)} as said from (${features}))
      select t.subject, h.subject, 0 from ${workTable('taken_back', type)} p join told t on t.subject in (p.a, p.b)
      join ${workTable('head', type)} h on h.said = t.said and h.subject in (p.a, p.b) and h.subject <> t.subject`),
  );
}

/** SQL: who stands in a judgement that was taken back. */
function takenBackEnds(type: string): string {
  const back = workTable('taken_back', type);
  return `select a as subject from ${back} union select b from ${back}`;
}

/**
 * Says of what was taken back that it is: `judged_<type>` has no verdict on it, and pairs that were kept for a judgement
 * alone have no weight in `scored_<type>`.
 */
export async function dropTakenBack(lake: Lake, type: string): Promise<void> {
  const subject = workTable('subject', type);
  const back = `select x.n as a, y.n as b from ${workTable('taken_back', type)} p
    join ${subject} x on x.subject = p.a join ${subject} y on y.subject = p.b`;
  await lake.run(text(`insert into ${workTable('judged', type)} by name (${back})`));
  const scored = workTable('scored', type);
  await lake.run(text(`insert into ${scored} by name (from (${back}) anti join ${scored} using (a, b))`));
}

/** Puts the features of those who are held and asked for beside those of who is new, as far as they are compared. */
async function joinFeatures(lake: Lake, base: string, model: TypeModel): Promise<void> {
  const { type } = model;
  const [subject, feature] = [workTable('subject', type), workTable('feature', type)];
  const { single, lists } = featureColumns(model.features);
  const columns = comparedColumns(model, [...single, ...lists]);
  const ids = text(`from ${workTable('partner', type)}`);
  const held = await takeFeatures(lake, { base, type, ids }, columns);
  const told = (from: string) =>
    ['subject', 'several', ...columns].map((name) => `${from}.${name}`).join(', ');
  await lake.run(
    text(`create or replace table ${feature} as
      select f.n, ${told('o')} from ${feature} o join ${workTable('fresh', type)} f on f.was = o.n
      union all
      select s.n, ${told('h')} from (${held}) h join ${subject} s using (subject)`),
  );
}

/**
 * Finds what of the held pairs and components the new pairs may change: `near_<type>`, pairs as they are held, and
 * `bond_<type>` (subject, component). Everything after this asks these and no longer the many that are held. The pairs lie
 * around and among whoever stands in a new pair or in a judgement that was taken back, or is the rival of one who does, and
 * all in the components of these.
 */
export async function takeNear(lake: Lake, base: string, model: TypeModel): Promise<void> {
  const { type } = model;
  const [reach, bond] = [workTable('reach', type), workTable('bond', type)];
  await lake.run(
    text(`create or replace table ${reach} as select subject from ${workTable('subject', type)}
      where n in (select a from ${workTable('scored', type)} union select b from ${workTable('scored', type)})
      or subject in (${takenBackEnds(type)})`),
  );
  if (model.interactions.some(({ rival }) => rival !== undefined)) {
    await addRivals(lake, { base, type }, reach);
  }
  const [own, whole] = [text(workTable('component', type)), text(workTable('in_component', type))];
  await takeClusters(lake, base, { column: 'subject', ids: text(`from ${reach}`), into: own });
  await takeClusters(lake, base, {
    ...{ column: 'component', ids: sql`select component from ${own}`, into: whole },
  });
  await lake.run(sql`create or replace table ${text(bond)} as
    select subject, component from ${whole} where type = ${type}
    union all select subject, subject from ${text(reach)} where subject not in (select subject from ${own})`);
  await lake.run(
    text(`insert into ${reach} select subject from ${bond} where subject not in (from ${reach})`),
  );
  const near = workTable('near', type);
  await takePairs(lake, { base, type, ids: text(`from ${reach}`) }, near);
  await lake.run(
    text(`delete from ${near} where (a, b) in (select (a, b) from ${workTable('taken_back', type)})`),
  );
}

/**
 * Brings in held pairs of rivals (of `near_<type>`) whose weight may hang on who is newly like one of the two, or no longer is: as
 * they were before rivals were weighed. `like_<type>` tells who is newly like whom, and then also who of those that are held is like one of a rival pair.
 */
export async function joinRivals(
  lake: Lake,
  model: TypeModel,
  rival: { readonly when: string; readonly like: string; readonly weight: number },
): Promise<void> {
  const { type } = model;
  const [subject, like, scored] = [
    workTable('subject', type),
    workTable('like', type),
    workTable('scored', type),
  ];
  const held = workTable('near', type);
  const waiting = workTable('waiting', type);
  await lake.run(
    text(`create or replace table ${waiting} as
      with newly as (select subject from ${like} union ${takenBackEnds(type)}),
      known as (select x.subject as a, y.subject as b from ${scored} p join ${subject} x on x.n = p.a join ${subject} y on y.n = p.b)
      select * from ${held} where rival is not null and ${rival.when}
        and (a in (from newly) or b in (from newly)) and (a, b) not in (select (a, b) from known)`),
  );
  await lake.run(
    text(`insert into ${subject} select (select count(*) from ${subject}) + row_number() over (order by subject), subject
      from (select a as subject from ${waiting} union select b from ${waiting}) where subject not in (select subject from ${subject})`),
  );
  await lake.run(
    text(`insert into ${scored} by name
      select x.n as a, y.n as b, w.* exclude (a, b) replace (round(w.weight - w.rival + ${rival.weight}, 4) as weight, null as rival)
      from ${waiting} w join ${subject} x on x.subject = w.a join ${subject} y on y.subject = w.b`),
  );
  await lake.run(
    text(`insert into ${like}
      with rivals as (select x.subject as a, y.subject as b from (select a, b from ${scored} where ${rival.when}) p
        join ${subject} x on x.n = p.a join ${subject} y on y.n = p.b),
      ends as (select a as subject from rivals union select b from rivals)
      select a, b from ${held} where ${rival.like} and a in (from ends)
      union all select b, a from ${held} where ${rival.like} and b in (from ends)`),
  );
}

/**
 * Brings in everybody whom the new pairs may join or part: the components that they touch, with all their pairs.
 * `touched_<type>` holds the subjects that are decided on anew; of the others nothing changes.
 */
export async function joinComponents(lake: Lake, model: TypeModel, threshold: number): Promise<number> {
  const { type } = model;
  const [subject, scored, touched] = [
    workTable('subject', type),
    workTable('scored', type),
    workTable('touched', type),
  ];
  const [near, bond] = [workTable('near', type), workTable('bond', type)];
  await takeJudged(lake, type);
  const end = (side: 'a' | 'b') => `select s.subject from ${scored} p join ${subject} s on s.n = p.${side}
    left join ${workTable('judged', type)} j on j.a = p.a and j.b = p.b
    where (p.linkable and p.weight >= ${threshold}) or j.verdict is not null or p.rival is not null`;
  await lake.run(
    text(`create or replace table ${touched} as
      with ends as (${end('a')} union ${end('b')} union ${takenBackEnds(type)})
      select subject from ${bond} where component in (select component from ${bond} where subject in (from ends))
      union select subject from ${workTable('old_subject', type)}`),
  );
  const [before, numbers] = [workTable('before', type), workTable('numbers', type)];
  await lake.run(text(`create or replace table ${before} as from ${subject}`));
  await lake.run(
    text(`create or replace table ${subject} as select row_number() over (order by subject)::integer as n, subject
      from (select subject from ${before} union select subject from ${touched}) order by n`),
  );
  await lake.run(
    text(
      `create or replace table ${numbers} as select b.n as was, s.n from ${before} b join ${subject} s using (subject)`,
    ),
  );
  await lake.run(
    text(`create or replace table ${scored} as
      with renumbered as (select x.n as a, y.n as b, p.* exclude (a, b) from ${scored} p
        join ${numbers} x on x.was = p.a join ${numbers} y on y.was = p.b),
      inside as (select x.n as a, y.n as b, h.* exclude (a, b) from ${near} h
        join ${subject} x on x.subject = h.a join ${subject} y on y.subject = h.b
        where h.a in (from ${touched}) and h.b in (from ${touched}))
      from renumbered union all by name (from inside anti join renumbered using (a, b))`),
  );
  await takeJudged(lake, type);
  const { count } = await lake.row<{ count: number }>(text(`select count(*) as count from ${subject}`));
  return count;
}
