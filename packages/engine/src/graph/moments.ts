import type { Lake } from '../lake/lake.ts';
import { joinSql, sql } from '../lake/sql.ts';
import type { Step } from '../lake/store.ts';
import { defineTable } from '../lake/table.ts';
import { clusterTable } from '../resolution/tables.ts';
import { statementId, statementTable } from '../statements/tables.ts';
import { labelSetTable, labelSetText } from './labels.ts';
import { referenceTable } from './references.ts';
import { momentTable } from './tables.ts';
import { dateProperties, eventTypes } from './whereabouts.ts';

/** Moments before their labels are joined. A working table. */
export const momentRowTable = defineTable('graph_work', 'moment_row', {
  entity: 'UBIGINT',
  date: 'DATE',
  kind: 'VARCHAR',
  other: 'UBIGINT',
  evidence: 'UBIGINT[]',
  labels: 'VARCHAR',
});

/** Full dates only: a moment with a year alone is no moment. */
export async function gatherMoments(lake: Lake): Promise<void> {
  const kinds = dateProperties.map(([type, property, kind]) => sql`(${type}, ${property}, ${kind})`);
  await lake.run(sql`create or replace table ${momentRowTable} as
    with kinds(type, property, kind) as (values ${joinSql(kinds, ', ')}),
    dated as (
      select ${statementId('s')} as statement, s.subject, coalesce(c.entity, s.subject) as entity, s.type, k.kind,
        try_cast(s.value as date) as date, s.label
      from ${statementTable} s join kinds k on k.type = s.type and k.property = s.property
        left join ${clusterTable} c on c.subject = s.subject
      where length(s.value) = 10 and try_cast(s.value as date) is not null
    )
    select entity, date, kind, null::ubigint as other, [statement] as evidence, label::varchar as labels from dated
    union all
    select r.target, d.date, r.kind, d.entity, list_sort([d.statement, r.statement]),
      ${labelSetText(sql`[d.label, r.label]`)}
    from dated d join ${referenceTable} r on r.subject = d.subject
    where d.type in ${eventTypes}`);
}

/** graph.moment. */
export function momentStep(): Step {
  return {
    writes: momentTable,
    select: sql`
      select m.entity, m.date, m.kind, m.other, m.evidence, l.label
      from ${momentRowTable} m join ${labelSetTable} l using (labels)
      order by m.entity, m.date, m.kind, m.other, m.evidence`,
  };
}
