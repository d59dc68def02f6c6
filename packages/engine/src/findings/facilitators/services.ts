import { entityTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementTable } from '../../statements/tables.ts';
import { usableLabelTable } from '../involvement.ts';
import { type ProviderFacts, type ProviderKind, providerKind } from './provider-kind.ts';
import { carriers } from './uses.ts';

/** What each provider that was asked about provides. A working table. */
export const serviceTable = defineTable('findings_work', 'service', {
  provider: 'UBIGINT',
  service: 'VARCHAR',
});

/** Words of an advert by which work is offered, in the languages of the partners, folded. */
const offersWork =
  '\\b(hir(e|ing)|job|jobs|salary|wages?|vacanc|recruit|interview|arbeitsplatz|stellen?|lohn|gehalt|angajam|loc de munca|salariu|emploi|embauche|salaire|empleo|trabajo|salario|sueldo|zatrudni|praca|vacature|robota|rabota|zarplata)';

interface Facts extends ProviderFacts {
  readonly provider: bigint;
}

/** Fills `serviceTable` for the providers that a query gives, as rows (provider). */
export async function tellServices(lake: Lake, asked: Query): Promise<void> {
  const facts = await lake.rows<Facts>(factsQuery(asked));
  await loadTable(
    lake,
    serviceTable,
    facts.map(({ provider, ...told }) => ({ provider, service: providerKind(told) })),
  );
}

/** The service of each provider in `serviceTable`. */
export async function servicesTold(lake: Lake): Promise<ReadonlyMap<bigint, ProviderKind>> {
  const rows = await lake.rows<{ provider: bigint; service: ProviderKind }>(
    sql`select provider, service from ${serviceTable}`,
  );
  return new Map(rows.map(({ provider, service }) => [provider, service]));
}

/** Names and sectors, folded, the roles stated of it, the commonest first, the adverts that name it, whether it carries people. */
function factsQuery(asked: Query): Query {
  return sql`
    with asked as (select distinct provider from (${asked})), stated as (
      select c.entity as provider, s.property, s.value, count(*) as n
      from asked a join ${clusterTable} c on c.entity = a.provider
        join ${statementTable} s on s.subject = c.subject and s.property in ('name', 'sector', 'role')
        semi join ${usableLabelTable} u on u.label = s.label
      group by all
    ), said as (
      select provider,
        string_agg(lower(value), ' ' order by value) filter (property in ('name', 'sector')) as words,
        list(value order by n desc, value) filter (property = 'role') as roles
      from stated group by provider
    ), naming as (
      select l.target as provider, l.source as advert from ${linkTable} l semi join asked a on a.provider = l.target
        semi join ${usableLabelTable} u on u.label = l.label
      where l.kind = 'names' and l.source_type = 'advert'
    ), worded as (
      select s.subject as advert, bool_or(regexp_matches(lower(s.value), ${offersWork})) as work
      from ${statementTable} s semi join ${usableLabelTable} u on u.label = s.label
      where s.type = 'advert' and s.property in ('title', 'text')
        and s.subject in (select c.subject from ${clusterTable} c semi join naming n on n.advert = c.entity)
      group by s.subject
    ), advertised as (
      select n.provider, count(distinct n.advert) as adverts,
        count(distinct n.advert) filter (w.work) as work
      from naming n left join ${clusterTable} c on c.entity = n.advert left join worded w on w.advert = c.subject
      group by n.provider
    )
    select a.provider, e.type, coalesce(s.words, '') as words, coalesce(s.roles, []) as roles,
      coalesce(d.adverts, 0) as adverts, coalesce(d.work, 0) as work, a.provider in (${carriers}) as carries
    from asked a join ${entityTable} e on e.entity = a.provider left join said s on s.provider = a.provider
      left join advertised d on d.provider = a.provider
    order by a.provider`;
}
