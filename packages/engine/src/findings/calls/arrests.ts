import { entityTable, momentTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { openPersonTable } from '../involvement.ts';
import { networkTable } from '../tables.ts';
import {
  type Change,
  changeOn,
  type Daily,
  leastCalls,
  unevennessOf,
  type Windows,
  windowDays,
} from './change-point.ts';
import { callTable, tieTable } from './gather-calls.ts';

/** Fewer than three around whoever was arrested are a household. */
const leastAround = 3;
/** So many circles tell how unevenly people change. */
const mostCircles = 999;

/** An arrest: a day on which one or more of one network were arrested. `arrest` is its place. A working table. */
export const arrestTable = defineTable('findings_work', 'arrest', {
  arrest: 'INTEGER',
  person: 'UBIGINT',
  home: 'UBIGINT',
  day: 'DATE',
});

/** Who is around an arrest: of the same network, or had spoken with the person before. A working table. */
export const aroundTable = defineTable('findings_work', 'around', { arrest: 'INTEGER', node: 'UBIGINT' });

/** Calls a day: of those around an arrest without the arrested, and of all who are around none. A working table. */
export const dailyTable = defineTable('findings_work', 'daily', {
  arrest: 'INTEGER',
  day: 'DATE',
  around: 'BIGINT',
  others: 'BIGINT',
});

/** With whom somebody speaks who is around no arrest. A working table. */
const circleTable = defineTable('findings_work', 'circle', { circle: 'UBIGINT', node: 'UBIGINT' });

/** Calls of those around an arrest before and after, beside those of all others. */
export interface Response extends Change {
  readonly arrest: number;
  readonly day: string;
  readonly around: number;
}

/** Fills the working tables. */
export async function gatherArrests(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${arrestTable} as
    with one as (
      select distinct m.entity as person, coalesce(n.network, m.entity) as home, m.date as day
      from ${momentTable} m left join ${networkTable} n on n.entity = m.entity
      where m.kind = 'arrested' and m.entity in (select person from ${openPersonTable})
    )
    select (dense_rank() over (order by day, home) - 1)::integer as arrest, person, home, day from one
    order by arrest, person`);
  await lake.run(sql`create or replace table ${aroundTable} as
    with way as (
      select from_node as node, to_node as other, day from ${callTable}
      union all select to_node, from_node, day from ${callTable}
    ), near as (
      select a.arrest, w.other as node from ${arrestTable} a join way w on w.node = a.person and w.day < a.day
      union
      select a.arrest, n.entity from ${arrestTable} a join ${networkTable} n on n.network = a.home
    )
    select distinct arrest, node from near
    where node in (select node from way) and (arrest, node) not in (select arrest, person from ${arrestTable})
    order by all`);
  await lake.run(sql`create or replace table ${circleTable} as
    with centre as (
      select t.node from ${tieTable} t join ${entityTable} e on e.entity = t.node and not e.protected
      where t.node not in (select node from ${aroundTable}) and t.node not in (select person from ${arrestTable})
      group by t.node having count(*) >= ${leastAround} order by t.node limit ${mostCircles}
    )
    select c.node as circle, t.other as node from centre c join ${tieTable} t using (node)
    where t.other not in (select node from ${aroundTable}) and t.other not in (select person from ${arrestTable})
    order by all`);
  await lake.run(sql`create or replace table ${dailyTable} as
    with side as (
      select call, day, from_node as node from ${callTable} union all select call, day, to_node from ${callTable}
    ), own as (
      select distinct a.arrest, s.call, s.day from side s join ${arrestTable} a on a.person = s.node
    ), near as (
      select distinct a.arrest, s.call, s.day from side s join ${aroundTable} a using (node)
    ), around as (
      select n.arrest, n.day, count(*) as calls from near n anti join own o using (arrest, call) group by all
    ), others as (
      select day, count(*) as calls from ${callTable}
      where call not in (select call from near union select call from own) group by day
    ), known as (
      select min(day) as first, max(day) as last from ${callTable}
    ), calendar as (
      select unnest(generate_series(first, last, interval 1 day))::date as day from known
    )
    select a.arrest, c.day, coalesce(r.calls, 0) as around, coalesce(t.calls, 0) as others
    from (select distinct arrest from ${arrestTable}) a cross join calendar c
      left join around r on r.arrest = a.arrest and r.day = c.day
      left join others t on t.day = c.day
    order by a.arrest, c.day`);
}

/**
 * Tests every arrest for a change on its very day in the calls of those around the arrested, beside the calls of all who are
 * around no arrest (change-point.ts). Calls with the arrested do not count. How unevenly people change on that day is told by
 * the circles of people around whom nobody was arrested: those with whom one of them speaks, without the calls with that one.
 */
export async function testArrests(
  lake: Lake,
): Promise<{ readonly tested: number; readonly candidates: readonly Response[] }> {
  const arrests = await lake.rows<{ arrest: number; day: string; around: number }>(sql`
    select a.arrest, min(a.day)::varchar as day, (select count(*) from ${aroundTable} r where r.arrest = a.arrest) as around
    from ${arrestTable} a group by a.arrest order by a.arrest`);
  const candidates: Response[] = [];
  const unevenness = new Map<string, number>();
  for (const { arrest, day, around } of arrests) {
    if (around < leastAround) continue;
    const daily = await lake.rows<Daily>(
      sql`select day::varchar as day, around, others from ${dailyTable} where arrest = ${arrest} order by day`,
    );
    const uneven = unevenness.get(day) ?? unevennessOf(await circlesOn(lake, day));
    unevenness.set(day, uneven);
    const change = changeOn(daily, day, uneven);
    if (change !== undefined) candidates.push({ arrest, day, around, ...change });
  }
  return { tested: candidates.length, candidates };
}

/** The calls of circles before and after a day, beside those of all others around no arrest. */
function circlesOn(lake: Lake, day: string): Promise<Windows[]> {
  return lake.rows<Windows>(sql`
    with side as (
      select call, day < ${day}::date as is_before, from_node as node, to_node as other from ${callTable}
      where day >= ${day}::date - ${windowDays}::integer and day < ${day}::date + ${windowDays}::integer
      union all
      select call, day < ${day}::date, to_node, from_node from ${callTable}
      where day >= ${day}::date - ${windowDays}::integer and day < ${day}::date + ${windowDays}::integer
    ), own as (
      select distinct c.circle, s.call, s.is_before from side s join ${circleTable} c using (node) where s.other <> c.circle
    ), counted as (
      select circle, count(*) filter (is_before) as before, count(*) filter (not is_before) as after
      from own group by circle having count(*) >= ${leastCalls}
    ), others as (
      select coalesce(sum(others) filter (day < ${day}::date), 0)::bigint as before,
        coalesce(sum(others) filter (day >= ${day}::date), 0)::bigint as after
      from ${dailyTable} where arrest = (select min(arrest) from ${dailyTable})
        and day >= ${day}::date - ${windowDays}::integer and day < ${day}::date + ${windowDays}::integer
    )
    select c.before, c.after, greatest(0, o.before - c.before) as "othersBefore",
      greatest(0, o.after - c.after) as "othersAfter"
    from counted c cross join others o order by all`);
}
