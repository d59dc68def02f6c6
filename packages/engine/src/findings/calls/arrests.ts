import { momentTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { openPersonTable } from '../involvement.ts';
import { networkTable } from '../tables.ts';
import { callTable } from './gather-calls.ts';

/** So many days before and after are compared. */
export const windowDays = 14;
/** A response may come a day or two later, or tell that somebody knew before: days so near are the same occasion. */
const nearDays = 3;
/** Fewer than three around whoever was arrested are a household. */
const leastAround = 3;
/** Fewer calls in the two windows cannot tell a change. */
const leastCalls = 12;
/** Fewer other days cannot tell chance from a change. */
const leastOtherDays = 60;

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

/** Calls of those around an arrest in the windows before and after, beside those of all others. */
export interface Response {
  readonly arrest: number;
  readonly day: string;
  readonly around: number;
  readonly before: number;
  readonly after: number;
  /** How many would be expected after, had they changed as those of all others did. */
  readonly expected: number;
  readonly othersBefore: number;
  readonly othersAfter: number;
  /** Other days that were tried as the day of the arrest. */
  readonly days: number;
  readonly chance: number;
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
 * Tests every arrest for a change-point on its very day: the calls of those around the arrested in the fortnight before and
 * after, beside those of all who are around no arrest, by the likelihood ratio of the table of two by two. So a holiday or a
 * season that all share is no change. Calls with the arrested do not count. The null is the same test on every other day for
 * the same people: the chance is twice the share of days on which they change as much in the same direction, the day itself
 * included, and those next to it left out. Where another day within the fortnight shows a larger change, this is none.
 */
export async function testArrests(
  lake: Lake,
): Promise<{ readonly tested: number; readonly candidates: readonly Response[] }> {
  const arrests = await lake.rows<{ arrest: number; day: string; around: number }>(sql`
    select a.arrest, min(a.day)::varchar as day, (select count(*) from ${aroundTable} r where r.arrest = a.arrest) as around
    from ${arrestTable} a group by a.arrest order by a.arrest`);
  const candidates: Response[] = [];
  let tested = 0;
  for (const { arrest, day, around } of arrests) {
    if (around < leastAround) continue;
    const daily = await lake.rows<Daily>(
      sql`select day::varchar as day, around, others from ${dailyTable} where arrest = ${arrest} order by day`,
    );
    const response = responseOf(daily, day);
    if (response === undefined) continue;
    tested++;
    candidates.push({ arrest, day, around, ...response });
  }
  return { tested, candidates };
}

export interface Daily {
  readonly day: string;
  readonly around: number;
  readonly others: number;
}

/** The change on one day beside that on all others; undefined where too little is known about it. */
export function responseOf(
  daily: readonly Daily[],
  day: string,
): Omit<Response, 'arrest' | 'day' | 'around'> | undefined {
  const at = daily.findIndex((one) => one.day === day);
  if (at < windowDays || at + windowDays > daily.length) return undefined;
  const around = sums(daily.map((one) => one.around));
  const others = sums(daily.map((one) => one.others));
  const told = windowsAt(around, others, at);
  if (told.before + told.after < leastCalls) return undefined;
  const own = changeOf(told);
  let [days, asMuch, isSharpest] = [0, 1, true];
  for (let other = windowDays; other + windowDays <= daily.length; other++) {
    const away = Math.abs(other - at);
    if (away <= nearDays) continue;
    days++;
    if (changeOf(windowsAt(around, others, other)) * Math.sign(own) < Math.abs(own) - 1e-9) continue;
    asMuch++;
    if (away <= windowDays) isSharpest = false;
  }
  if (days < leastOtherDays) return undefined;
  return {
    ...{ ...told, expected: expectedAfter(told), days },
    chance: isSharpest ? Math.min(1, (2 * asMuch) / (days + 1)) : 1,
  };
}

/** Sums of all before a place, from none to all. */
function sums(values: readonly number[]): readonly number[] {
  const running = [0];
  for (const value of values) running.push((running.at(-1) as number) + value);
  return running;
}

type Windows = Pick<Response, 'before' | 'after' | 'othersBefore' | 'othersAfter'>;

function windowsAt(around: readonly number[], others: readonly number[], at: number): Windows {
  const between = (of: readonly number[], from: number, until: number) =>
    (of[until] as number) - (of[from] as number);
  return {
    before: between(around, at - windowDays, at),
    after: between(around, at, at + windowDays),
    othersBefore: between(others, at - windowDays, at),
    othersAfter: between(others, at, at + windowDays),
  };
}

/** As many as there would be after, had they changed as the others did. */
function expectedAfter({ before, othersBefore, othersAfter }: Windows): number {
  return othersBefore === 0 ? before : (before * othersAfter) / othersBefore;
}

/** G, the likelihood ratio statistic of independence in a table of two by two; below 0 where there is less after. */
function changeOf(windows: Windows): number {
  const { before, after, othersBefore, othersAfter } = windows;
  const all = before + after + othersBefore + othersAfter;
  const rows = [before + after, othersBefore + othersAfter] as const;
  const columns = [before + othersBefore, after + othersAfter] as const;
  const part = (seen: number, row: number, column: number) =>
    seen === 0 ? 0 : 2 * seen * Math.log((seen * all) / (row * column));
  const change =
    part(before, rows[0], columns[0]) +
    part(after, rows[0], columns[1]) +
    part(othersBefore, rows[1], columns[0]) +
    part(othersAfter, rows[1], columns[1]);
  return after < expectedAfter(windows) ? -change : change;
}
