// In: the new subjects of a type (`subject_<type>`, `feature_<type>`, `key_<type>`) and what is held (`held.ts`).
// Out: the working tables as a run over all would have them, but for held subjects that nothing new comes near.
// Invariant: numbers follow the ids of subjects, so that each pair is compared the same way round as in a run over all.

import { keptJudgementTable } from '../kept.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { heldCandidates, heldClusters, heldTable } from './held.ts';
import type { TypeModel } from './model.ts';
import { takeJudged } from './subjects.ts';
import { text, workTable } from './work.ts';

/** SQL: judged pairs (a, b) whose verdict is not in force among what is held. */
const waitingPairs = sql`
  select least(j.a, j.b) as a, greatest(j.a, j.b) as b from ${keptJudgementTable} j
  left join ${heldCandidates} c on c.a = least(j.a, j.b) and c.b = greatest(j.a, j.b)
  where j.verdict in ('same', 'different') and c.judged is distinct from j.verdict`;

/** Whether a judgement on held subjects of a type is not in force yet. */
export async function isJudgementWaiting(lake: Lake, type: string): Promise<boolean> {
  const { made } = await lake.row<{ made: boolean }>(
    sql`select count(*) > 0 as made from ${keptJudgementTable}`,
  );
  if (!made) return false;
  const { waiting } = await lake.row<{
    waiting: boolean;
  }>(sql`select count(*) > 0 as waiting from (${waitingPairs}) w
    where w.a in (select subject from ${text(heldTable('feature', type))})`);
  return waiting;
}

/**
 * Brings in the held subjects that share a key with a new one, or stand in a judgement that is not in force yet, and puts
 * all of them into blocks. Returns how many subjects and pairs there are then.
 */
export async function joinHeld(
  lake: Lake,
  model: TypeModel,
): Promise<{ subjects: number; pairs: number }> {
  const { type } = model;
  const [subject, feature, key, block] = (['subject', 'feature', 'key', 'block'] as const).map((kind) =>
    workTable(kind, type),
  ) as [string, string, string, string];
  const partner = workTable('partner', type);
  await lake.run(sql`create or replace table ${text(partner)} as
    with waiting as (${waitingPairs})
    select distinct subject from (
      select subject from ${text(heldTable('key', type))} where key in (select key from ${text(key)})
      union all select a from waiting union all select b from waiting)
    where subject in (select subject from ${text(heldTable('feature', type))})`);
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
  await lake.run(
    text(`create or replace table ${feature} as select * from (
        select f.n as n, o.* exclude (n) from ${feature} o join ${fresh} f on f.was = o.n
        union all by name
        select s.n, h.* from ${heldTable('feature', type)} h join ${subject} s using (subject) semi join ${partner} p on p.subject = h.subject)
      order by n`),
  );
  await lake.run(
    text(`create or replace table ${block} as
      select k.rule, k.key, f.n, false as refined, true as fresh from ${key} k join ${fresh} f on f.was = k.n
      union all
      select h.rule, h.key, s.n, false, false from ${heldTable('key', type)} h join ${subject} s using (subject)
      semi join ${partner} p on p.subject = h.subject where h.key in (select key from ${key})`),
  );
  await takeJudged(lake, type);
  return lake.row<{ subjects: number; pairs: number }>(
    text(`select (select count(*) from ${subject}) as subjects, (select coalesce(sum(fresh * (fresh - 1) // 2 + fresh * others), 0)::bigint
      from (select count(*) filter (where fresh) as fresh, count(*) filter (where not fresh) as others
        from ${block} group by key)) as pairs`),
  );
}

/**
 * Brings in held pairs of rivals whose weight may hang on who is newly like one of the two: as they were before rivals were
 * weighed. `like_<type>` tells who is newly like whom, and then also who of those that are held is like one of a rival pair.
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
  const held = heldTable('scored', type);
  const waiting = workTable('waiting', type);
  await lake.run(
    text(`create or replace table ${waiting} as
      with newly as (select distinct subject from ${like}),
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
  const held = heldTable('scored', type);
  await takeJudged(lake, type);
  const end = (side: 'a' | 'b') => `select s.subject from ${scored} p join ${subject} s on s.n = p.${side}
    left join ${workTable('judged', type)} j on j.a = p.a and j.b = p.b
    where (p.linkable and p.weight >= ${threshold}) or j.verdict is not null or p.rival is not null`;
  await lake.run(sql`create or replace table ${text(touched)} as
    with ends as (${text(end('a'))} union ${text(end('b'))}),
    components as (select distinct component from ${heldClusters} where subject in (from ends))
    select subject from ${heldClusters} where type = ${type} and component in (from components)
    union select subject from ${text(subject)} where subject not in (select subject from ${text(heldTable('feature', type))})`);
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
      inside as (select x.n as a, y.n as b, h.* exclude (a, b) from ${held} h
        join ${subject} x on x.subject = h.a join ${subject} y on y.subject = h.b
        where h.a in (from ${touched}) and h.b in (from ${touched}))
      from renumbered union all by name (from inside anti join renumbered using (a, b))`),
  );
  await takeJudged(lake, type);
  const { count } = await lake.row<{ count: number }>(text(`select count(*) as count from ${subject}`));
  return count;
}
