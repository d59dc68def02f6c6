import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import type { Step } from '../lake/store.ts';
import { defineTable } from '../lake/table.ts';
import { labelSetTable, labelSetText } from './labels.ts';
import { referenceTable } from './references.ts';
import { linkTable } from './tables.ts';

/** References of one kind between the same two entities. A working table. */
export const linkGroupTable = defineTable('graph_work', 'link_group', {
  kind: 'VARCHAR',
  source: 'UBIGINT',
  source_type: 'VARCHAR',
  target: 'UBIGINT',
  target_type: 'VARCHAR',
  evidence: 'UBIGINT[]',
  first_seen: 'DATE',
  last_seen: 'DATE',
  labels: 'VARCHAR',
});

/** Most links rest on one statement: lists are made only for those that do not. */
export async function gatherLinks(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace temp table link_sum as
    select kind, source, target, min(source_type) as source_type, min(target_type) as target_type,
      min(statement) as statement, count(*) as n, min(label) as label, min(first_seen) as first_seen,
      max(last_seen) as last_seen
    from ${referenceTable} where source <> target group by kind, source, target`);
  await lake.run(sql`create or replace table ${linkGroupTable} as
    with several as (
      select r.kind, r.source, r.target, list_sort(list_distinct(list(r.statement))) as evidence,
        ${labelSetText(sql`list(r.label)`)} as labels
      from ${referenceTable} r semi join (select * from link_sum where n > 1) s
        on s.source = r.source and s.target = r.target and s.kind = r.kind
      group by r.kind, r.source, r.target
    )
    select l.kind, l.source, l.source_type, l.target, l.target_type,
      coalesce(s.evidence, [l.statement]) as evidence, l.first_seen, l.last_seen,
      coalesce(s.labels, l.label::varchar) as labels
    from link_sum l left join several s
      on s.source = l.source and s.target = l.target and s.kind = l.kind`);
  await lake.run(sql`drop table link_sum`);
}

/** graph.link. */
export function linkStep(): Step {
  return {
    writes: linkTable,
    select: sql`
      select md5_number_lower(concat_ws('|', g.kind, g.source, g.target))::ubigint as link, g.kind, g.source,
        g.source_type, g.target, g.target_type, g.evidence, l.owners, g.first_seen, g.last_seen, l.label
      from ${linkGroupTable} g join ${labelSetTable} l using (labels)
      order by g.source, g.target, g.kind`,
  };
}
