// In: who carries which document, and what each document rests on. Out: `bearingTable`.
// Invariant: nobody whom the law protects and nothing under a label that may not be analysed is in it.

import { entityTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { labelTable, statementId, statementTable } from '../../statements/tables.ts';
import { openPersonTable, usableLabelTable } from '../involvement.ts';

/** What several people can have in common in their documents. */
export type BearingSort = 'number' | 'basis' | 'photograph' | 'address' | 'sponsor';

/**
 * One row in which somebody bears a document: for `number` under that number, for the others a document that rests on the
 * breeder document, photograph, address or sponsor `value`. A number is told apart by issuing country, an examiner's
 * photograph by who gave the reference: `key` is what is one. `issuer` is the country that the row itself states, `seen` the day
 * of the row, where it has one day.
 * A working table.
 */
export const bearingTable = defineTable('findings_work', 'bearing', {
  sort: 'VARCHAR',
  key: 'VARCHAR',
  value: 'VARCHAR',
  person: 'UBIGINT',
  document: 'UBIGINT',
  link: 'UBIGINT',
  statement: 'UBIGINT',
  contribution: 'VARCHAR',
  row: 'BIGINT',
  seen: 'DATE',
  issuer: 'VARCHAR',
  issued: 'VARCHAR',
  expires: 'VARCHAR',
});

/** Who carries which document, whichever side says so: link, evidence, person, document. Protected people too. */
export const carriedQuery = sql`
  select l.link, l.evidence,
    case when l.kind = 'carries' then l.source else l.target end as person,
    case when l.kind = 'carries' then l.target else l.source end as document
  from ${linkTable} l join ${usableLabelTable} u using (label)
  where (l.kind = 'carries' and l.source_type = 'person') or (l.kind = 'carried by' and l.target_type = 'person')`;

/** Fills `bearingTable`. */
export async function gatherBearings(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${bearingTable} as
    with carried as (
      select * from (${carriedQuery}) where person in (select person from ${openPersonTable})
    ), naming as (
      select ${statementId('s')} as statement, s.property, s.value, s.subject, s.contribution, s."row",
        case when s.first_seen = s.last_seen then s.first_seen end as seen
      from ${statementTable} s
      where (s.type = 'person' and s.property in ('document', 'travelDocument'))
        or (s.type = 'document' and s.property = 'holder')
    ), paper as (
      select subject, contribution, "row", min(value) filter (property = 'number') as number,
        min(value) filter (property = 'country') as country, min(value) filter (property = 'issued') as issued,
        min(value) filter (property = 'expires') as expires
      from ${statementTable} where type = 'document' group by all
    ), issuer as (
      select number, min(country) as country from paper where country is not null
      group by number having count(distinct country) = 1
    ), said as (
      select c.person, c.document, c.link, n.statement, n.contribution, n."row", n.seen,
        case when n.property = 'document' then n.value else p.number end as number,
        coalesce(p.country, o.country) as country, coalesce(p.issued, o.issued) as issued,
        coalesce(p.expires, o.expires) as expires
      from (select person, document, link, unnest(evidence) as statement from carried) c
        join naming n using (statement)
        left join paper p on p.contribution = n.contribution and p."row" = n."row" and p.subject =
          case n.property when 'travelDocument' then try_cast('0x' || n.value as ubigint) when 'holder' then n.subject end
        left join paper o on o.contribution = n.contribution and o."row" = n."row" and n.property = 'document'
          and o.number = n.value
    ), held as (
      select 'number' as sort, concat_ws('|', s.number, coalesce(s.country, i.country)) as key, s.number as value,
        s.person, s.document, s.link, s.statement, s.contribution, s."row", s.seen, s.country as issuer, s.issued, s.expires
      from said s left join issuer i using (number) where s.number is not null
    ), ground as (
      select s.property as sort, s.value, coalesce(k.entity, s.subject) as document, ${statementId('s')} as statement,
        s.contribution, s."row", case when s.first_seen = s.last_seen then s.first_seen end as seen,
        case when s.property = 'photograph' then s.value || '|' || l.owner else s.value end as key
      from ${statementTable} s join ${labelTable} l using (label)
        left join ${clusterTable} k on k.subject = s.subject
      where s.type = 'document' and s.property in ('basis', 'photograph', 'address', 'sponsor')
    )
    select * from held
    union all
    select g.sort, g.key, g.value, c.person, g.document, c.link, g.statement, g.contribution, g."row", g.seen, null, null, null
    from ground g join carried c using (document)
      join ${entityTable} e on e.entity = g.document and not e.protected
      join ${usableLabelTable} u on u.label = e.label
    order by all`);
}
