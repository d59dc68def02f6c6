import { labelFromText } from '@clew/model/terms/label.ts';
import { entityTable, joinedLabelTable, linkTable, momentTable, placeTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementTable } from '../../statements/tables.ts';
import { openPersonTable } from '../involvement.ts';

/** The purposes for which metadata of communications may be looked at for leads. */
const traceable = ['cross-check', 'operational-analysis'] as const;

/** Labels under which metadata of communications may be looked at for leads. A working table. */
const traceableLabelTable = defineTable('findings_work', 'traceable_label', { label: 'UBIGINT' });

/**
 * Calls and messages, each once. An end is a phone or an online account; its node is the one person who uses it, where
 * that person is known and nothing protects them, else the end itself. `minute` is of the day, `place` and `cell` are
 * those of the sender. A working table.
 */
export const callTable = defineTable('findings_work', 'call', {
  call: 'UBIGINT',
  day: 'DATE',
  minute: 'INTEGER',
  from_end: 'UBIGINT',
  to_end: 'UBIGINT',
  from_node: 'UBIGINT',
  to_node: 'UBIGINT',
  cell: 'VARCHAR',
  place: 'VARCHAR',
  handset: 'UBIGINT',
});

/** Who spoke with whom, by node, both ways, each once. A working table. */
export const tieTable = defineTable('findings_work', 'tie', { node: 'UBIGINT', other: 'UBIGINT' });

/** The person behind an end, where there is exactly one whom nothing protects. A working table. */
export const userTable = defineTable('findings_work', 'user_of_end', {
  end_point: 'UBIGINT',
  person: 'UBIGINT',
});

/**
 * Fills the working tables. Only what was handed in for cross-checking or operational analysis is read: who spoke with whom
 * is traffic data, and a purpose of statistics or of exchange is no basis for leads on people. Calls of protected persons are
 * left out. A call that both ends' providers report counts once.
 */
export async function gatherCalls(lake: Lake): Promise<void> {
  const labels = await lake.rows<{ label: bigint; content: string }>(
    sql`select label, content from ${joinedLabelTable} order by label`,
  );
  await loadTable(
    lake,
    traceableLabelTable,
    labels
      .filter(({ content }) => {
        const { uncategorised, purposes } = labelFromText(content);
        return !uncategorised && traceable.some((purpose) => purposes.includes(purpose));
      })
      .map(({ label }) => ({ label })),
  );
  await lake.run(sql`create or replace table ${userTable} as
    select l.target as end_point, min(l.source) as person
    from ${linkTable} l where l.kind = 'uses' and l.target_type in ('phone', 'handle')
      and l.source in (select person from ${openPersonTable})
    group by l.target having count(distinct l.source) = 1 order by end_point`);
  await lake.run(sql`create or replace table ${callTable} as
    with guarded as (
      select l.target as end_point from ${linkTable} l join ${entityTable} e on e.entity = l.source and e.protected
      where l.kind = 'uses'
      union
      select entity from ${entityTable} where protected
    ), side as (
      select l.source as call, min(l.target) filter (l.kind = 'communicated from') as from_end,
        min(l.target) filter (l.kind = 'communicated to') as to_end,
        min(l.target) filter (l.kind = 'made with') as handset
      from ${linkTable} l semi join ${traceableLabelTable} u using (label)
      where l.kind in ('communicated from', 'communicated to', 'made with') group by l.source
    ), said as (
      select coalesce(c.entity, s.subject) as call, min(s.value) filter (s.property = 'cell') as cell,
        min(s.value) filter (s.property = 'time') as clock
      from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
      where s.type = 'communication' and s.property in ('cell', 'time') group by all
    ), dated as (
      select entity as call, min(date) as day from ${momentTable} where kind = 'communication' and other is null group by all
    ), spot as (
      select entity as call, min(place) as place from ${placeTable} where place is not null group by all
    ), whole as (
      select s.call, d.day, left(t.clock, 2)::integer * 60 + substr(t.clock, 4, 2)::integer as minute, s.from_end,
        s.to_end, t.cell, p.place, s.handset, t.clock
      from side s join dated d using (call) left join said t using (call) left join spot p using (call)
      where s.from_end <> s.to_end and s.from_end not in (select end_point from guarded)
        and s.to_end not in (select end_point from guarded)
      qualify row_number() over (
        partition by d.day, s.from_end, s.to_end, coalesce(t.clock, s.call::varchar) order by t.cell is null, s.call) = 1
    )
    select w.call, w.day, w.minute::integer as minute, w.from_end, w.to_end, coalesce(f.person, w.from_end) as from_node,
      coalesce(t.person, w.to_end) as to_node, w.cell, w.place, w.handset
    from whole w left join ${userTable} f on f.end_point = w.from_end left join ${userTable} t on t.end_point = w.to_end
    order by w.day, w.minute, w.call`);
  await lake.run(sql`create or replace table ${tieTable} as
    select from_node as node, to_node as other from ${callTable} where from_node <> to_node
    union select to_node, from_node from ${callTable} where from_node <> to_node
    order by all`);
}
