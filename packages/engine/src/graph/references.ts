import { ontology } from '@clew/model/ontology/ontology.ts';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { defineTable } from '../lake/table.ts';
import { clusterTable } from '../resolution/tables.ts';
import { statementId, statementTable } from '../statements/tables.ts';

/** One statement that links two entities. A working table of this stage: gone when the stage is done. */
export const referenceTable = defineTable('graph_work', 'reference', {
  statement: 'UBIGINT',
  subject: 'UBIGINT',
  source: 'UBIGINT',
  source_type: 'VARCHAR',
  target: 'UBIGINT',
  target_type: 'VARCHAR',
  kind: 'VARCHAR',
  by_value: 'BOOLEAN',
  label: 'UBIGINT',
  first_seen: 'DATE',
  last_seen: 'DATE',
});

/**
 * Makes `referenceTable` from all statements whose property points at something. A reference to a subject that
 * nothing is stated of, or of another type than the ontology asks for, makes no link.
 */
export async function findReferences(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${referenceTable} as
    with pointing as (
      select ${statementId('s')} as statement, s.subject, s.type, p.kind, p.target_type, p.by_value, s.label,
        s.first_seen, s.last_seen,
        case when p.by_value then md5_number_lower(p.target_type || '|' || s.value)::ubigint
          else try_cast('0x' || s.value as ubigint) end as pointed
      from ${statementTable} s join (${pointingProperties()}) p on p.type = s.type and p.property = s.property
    )
    select r.statement, r.subject, coalesce(f.entity, r.subject) as source, r.type as source_type,
      coalesce(t.entity, r.pointed) as target, r.target_type, r.kind, r.by_value, r.label, r.first_seen, r.last_seen
    from pointing r
      left join ${clusterTable} f on f.subject = r.subject
      left join ${clusterTable} t on t.subject = r.pointed and t.type = r.target_type
    where r.pointed is not null and (r.by_value or t.subject is not null)`);
}

/** The properties that point at something, as rows (type, property, kind, target_type, by_value). */
function pointingProperties(): Query {
  const rows = ontology.flatMap((type) =>
    Object.entries(type.properties).flatMap(([name, property]) =>
      property.range === undefined || property.link === undefined
        ? []
        : [sql`(${type.id}, ${name}, ${property.link}, ${property.range}, ${property.kind !== 'ref'})`],
    ),
  );
  return sql`select * from (values ${joinSql(rows, ', ')}) as v(type, property, kind, target_type, by_value)`;
}
