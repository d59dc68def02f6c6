import type { ValueKind } from '@clew/model/ontology/entity-type.ts';
import { ontology } from '@clew/model/ontology/ontology.ts';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import type { Step } from '../lake/store.ts';
import { defineTable } from '../lake/table.ts';
import { clusterTable } from '../resolution/tables.ts';
import { latestEighteenth } from '../statements/eighteenth.ts';
import { statementTable } from '../statements/tables.ts';
import { labelSetTable, labelSetText } from './labels.ts';
import { referenceTable } from './references.ts';
import { entityTable } from './tables.ts';

/**
 * Each entity with what its statements add up to. A working table. `labels` is the set of their labels. `child`: a person
 * who by the statements together, whatever each of them says of it, may have been under 18 when first seen.
 */
export const mentionTable = defineTable('graph_work', 'mention', {
  entity: 'UBIGINT',
  type: 'VARCHAR',
  statements: 'BIGINT',
  subjects: 'BIGINT',
  first_seen: 'DATE',
  last_seen: 'DATE',
  labels: 'VARCHAR',
  child: 'BOOLEAN',
});

/**
 * An entity is whatever a statement is about, and whatever a statement names by a value that identifies it. The
 * statements of both sorts count for its label, its time span and its owners.
 */
export async function gatherEntities(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace temp table mention_part as
    select coalesce(c.entity, s.subject) as entity, s.type, s.label, sum(s.n)::bigint as n,
      count(*)::bigint as subjects, min(s.first_seen) as first_seen, max(s.last_seen) as last_seen,
      max(s.eighteenth) as eighteenth
    from (
      select subject, type, label, count(*) as n, min(first_seen) as first_seen, max(last_seen) as last_seen,
        max(case when type = 'person' and property = 'birthDate' then ${latestEighteenth(sql`value`)} end) as eighteenth
      from ${statementTable} group by subject, type, label
    ) s left join ${clusterTable} c on c.subject = s.subject
    group by all
    union all
    select target, target_type, label, count(*), 0, min(first_seen), max(last_seen), null
    from ${referenceTable} where by_value group by all`);
  await lake.run(sql`create or replace temp table mention_sum as
    select entity, min(type) as type, sum(n)::bigint as statements, min(first_seen) as first_seen,
      max(last_seen) as last_seen, min(label) as low, max(label) as high,
      coalesce(min(first_seen) < max(eighteenth), false) as child
    from mention_part group by entity`);
  await lake.run(sql`create or replace table ${mentionTable} as
    with several as (
      select entity, ${labelSetText(sql`list(label)`)} as labels
      from mention_part where entity in (select entity from mention_sum where low <> high) group by entity
    ), merged as (
      select entity, count(*) as subjects from ${clusterTable} group by entity
    )
    select m.entity, m.type, m.statements, coalesce(g.subjects, 1) as subjects, m.first_seen, m.last_seen,
      coalesce(s.labels, m.low::varchar) as labels, m.child
    from mention_sum m left join several s using (entity) left join merged g using (entity)`);
  await lake.run(sql`drop table mention_part`);
  await lake.run(sql`drop table mention_sum`);
}

/** graph.entity. */
export function entityStep(): Step {
  return {
    writes: entityTable,
    select: sql`
      with captions as (${captions()}), standing as (
        select m.*, l.label, l.owners, coalesce(l.pseudonym, 'minor') as pseudonym,
          case when m.type = 'person' then l.any_protected or m.child else l.all_protected end as protected
        from ${mentionTable} m join ${labelSetTable} l using (labels)
      )
      select s.entity, s.type,
        case when s.protected and s.type = 'person' then s.pseudonym || ' ' || ${shortId()}
          when s.protected then s.type || ' ' || ${shortId()}
          else coalesce(c.caption, s.type || ' ' || ${shortId()}) end as caption,
        s.statements, s.subjects, s.owners, s.first_seen, s.last_seen, s.label, s.protected
      from standing s left join captions c on c.entity = s.entity
      order by s.entity`,
  };
}

/** The last six hex digits: an entity's id is the smallest of its subjects', so the first digits crowd. */
function shortId(): Query {
  return sql`right(printf('%016x', s.entity), 6)`;
}

/** Kinds whose original text reads better than the compare key; of the others the key is the caption. */
const shownAsGiven: readonly ValueKind[] = ['name', 'text', 'address', 'place', 'code', 'money', 'date'];

/**
 * One caption per entity: of the first of its type's caption properties that is stated, the text in Latin script
 * that is stated most often, then the longest. Entities that are only named by value show that value.
 */
function captions(): Query {
  const own = ontology.flatMap((type) =>
    type.caption.map((name, rank) => {
      const kind = type.properties[name]?.kind;
      return sql`(${type.id}, ${name}, ${rank}, ${kind !== undefined && shownAsGiven.includes(kind)})`;
    }),
  );
  const named = ontology.flatMap((type) =>
    Object.entries(type.properties).flatMap(([name, property]) =>
      property.range === undefined || property.kind === 'ref'
        ? []
        : [sql`(${type.id}, ${name}, ${property.range}, ${shownAsGiven.includes(property.kind)})`],
    ),
  );
  return sql`
    with own(type, property, rank, given) as (values ${joinSql(own, ', ')}),
    named(type, property, range, given) as (values ${joinSql(named, ', ')}),
    texts as (
      select coalesce(c.entity, s.subject) as entity, o.rank,
        case when o.given then coalesce(s.original, s.value) else s.value end as text
      from ${statementTable} s join own o on o.type = s.type and o.property = s.property
        left join ${clusterTable} c on c.subject = s.subject
      union all
      select coalesce(c.entity, s.pointed), 9, s.text
      from (
        select md5_number_lower(n.range || '|' || s.value)::ubigint as pointed,
          case when n.given then coalesce(s.original, s.value) else s.value end as text
        from ${statementTable} s join named n on n.type = s.type and n.property = s.property
      ) s left join ${clusterTable} c on c.subject = s.pointed
    ), counted as (
      select entity, left(text, 120) as text, min(rank) as rank, count(*) as n from texts group by all
    )
    select entity, substr(max(concat(9 - rank, case when regexp_matches(text, '[A-Za-z0-9]') then 1 else 0 end,
      lpad(least(n, 99999999)::varchar, 8, '0'), lpad(length(text)::varchar, 3, '0'), text)), 14) as caption
    from counted group by entity`;
}
