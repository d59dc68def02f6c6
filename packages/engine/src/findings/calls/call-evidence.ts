import { linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { userTable } from './gather-calls.ts';

/** The calls that a finding rests on, by the finding's place among those found. A working table. */
export const restTable = defineTable('findings_work', 'call_rest', { place: 'INTEGER', call: 'UBIGINT' });

/** So many calls of a finding are its evidence at most: the first ones. */
export const mostCalls = 300;

export interface CallEvidence {
  readonly place: number;
  readonly evidence: readonly bigint[];
  readonly labels: readonly bigint[];
}

/**
 * The statements behind the calls in `restTable`, asked for by place: what says who communicated with whom, and whose the
 * ends are where that is known. Throws of a finding that rests on no call.
 */
export async function callEvidence(lake: Lake): Promise<(place: number) => CallEvidence> {
  const rows = await lake.rows<CallEvidence>(sql`
    with chosen as (
      select place, call from ${restTable}
      qualify row_number() over (partition by place order by call) <= ${mostCalls}
    ), said as (
      select c.place, l.evidence, l.label, l.target
      from chosen c join ${linkTable} l on l.source = c.call
      where l.kind in ('communicated from', 'communicated to', 'made with')
    ), owned as (
      select distinct s.place, l.evidence, l.label
      from said s join ${userTable} u on u.end_point = s.target
        join ${linkTable} l on l.target = u.end_point and l.source = u.person and l.kind = 'uses'
    )
    select place, list_sort(list_distinct(flatten(list(evidence)))) as evidence,
      list_sort(list_distinct(list(label))) as labels
    from (select place, evidence, label from said union all select * from owned) group by place order by place`);
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return (place) => {
    const behind = byPlace.get(place);
    if (behind === undefined) throw new Error('A finding that rests on no call');
    return behind;
  };
}

/** Whom each finding names beside its main subjects, by the finding's place; `query` gives `place` and `others`. */
export async function othersOf(lake: Lake, query: Query): Promise<(place: number) => readonly bigint[]> {
  const rows = await lake.rows<{ readonly place: number; readonly others: readonly bigint[] }>(query);
  const byPlace = new Map(rows.map(({ place, others }) => [place, others]));
  return (place) => byPlace.get(place) ?? [];
}
