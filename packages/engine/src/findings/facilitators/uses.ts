import { caseAreaTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { involvementTable, usableLabelTable } from '../involvement.ts';
import { networkTable } from '../tables.ts';

/**
 * Who uses what: a person and a provider (phone, address, vehicle, account ...), once for each pair. A working table.
 * `layer` is the type of the provider; companies that are known from journeys above all are `carrier`, for who travels is on
 * file otherwise than who works. `network` and `area` are null where the person has none; protected people
 * have none.
 */
export const useTable = defineTable('findings_work', 'use', {
  layer: 'VARCHAR',
  provider: 'UBIGINT',
  person: 'UBIGINT',
  network: 'UBIGINT',
  area: 'VARCHAR',
});

/** A table of who uses what, this one or one like it. */
export type UseTable = typeof useTable;

/** Fills `useTable`. */
export async function gatherUses(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${useTable} as
    with pair as (
      select distinct case when provider in (${carriers}) then 'carrier' else layer end as layer, provider, person
      from (${uses()})
    ), involved as (
      select i.person, n.network, a.area
      from ${involvementTable} i join ${caseAreaTable} a using ("case")
        left join ${networkTable} n on n.entity = i.person
    ), counted as (
      select coalesce(network, person) as home, area, count(*) as n from involved group by all
    ), commonest as (
      select home, substr(max(lpad(n::varchar, 12, '0') || area), 13) as area from counted group by home
    ), home_area as (
      select distinct i.person, c.area from involved i join commonest c on c.home = coalesce(i.network, i.person)
    )
    select p.layer, p.provider, p.person, n.network, a.area
    from pair p left join ${networkTable} n on n.entity = p.person left join home_area a on a.person = p.person
    order by p.layer, p.provider, p.person`);
}

/** Companies of which journeys say more than anything else does, as rows (provider). */
export const carriers = sql`
  select target as provider from ${linkTable} semi join ${usableLabelTable} using (label)
  where target_type = 'organization'
  group by target having 2 * count(*) filter (kind = 'carried') > count(*)`;

const things = ['phone', 'email', 'handle', 'account', 'address', 'vehicle', 'organization', 'document'];
/** A number that more people than this have in common is not one that an advert could be told by. */
const mostOfNumber = 5;
/** Who pays from an account that more people than this hold, nobody can tell: a bank's, or a file that names accounts alone. */
const mostOfAccount = 50;
const turned = ['held by', 'owned by', 'directed by', 'carried by'];

/**
 * Every way in which a person uses a provider, with the links that say so: stated of the person, stated of the thing,
 * on one trip or at one sighting with it, by a document that comes from the source, by a payment between the
 * person's account and another, or by an advert that names an online account beside the person's number (one advert for
 * each such pair). Rows (layer, provider, person, first, second, third); `second` and `third` are null where fewer links say
 * it. A person's one crime area is the commonest in the network, else in the person's own cases: so two areas of one
 * network are not two areas.
 */
export function uses(): Query {
  return sql`
    with usable as (
      select l.* from ${linkTable} l join ${usableLabelTable} u using (label)
    ), direct as (
      select target_type as layer, target as provider, source as person, link as first, null::ubigint as second,
        null::ubigint as third
      from usable where source_type = 'person' and target_type in ${things}
      union all
      select source_type, source, target, link, null, null from usable where target_type = 'person' and kind in ${turned}
    ), event as (
      select source as event, target, target_type, link from usable where kind in ('seen', 'travelled', 'carried')
    ), side as (
      select source as payment, target as account, kind, link from usable where kind in ('paid from', 'paid to')
    ), hold as (
      select provider as account, person, first as link from direct where layer = 'account'
      qualify count(*) over (partition by provider) <= ${mostOfAccount}
    ), naming as (
      select source as advert, target, target_type, link from usable where kind = 'names' and source_type = 'advert'
    ), advertised as (
      select h.target as handle, n.target as phone, min(n.advert) as advert
      from naming n join naming h on h.advert = n.advert and h.target_type = 'handle' and n.target_type = 'phone'
      group by all
    ), number as (
      select provider as phone, person, first as link from direct where layer = 'phone'
      qualify count(*) over (partition by provider) <= ${mostOfNumber}
    )
    select * from direct
    union all
    select t.target_type, t.target, p.target, p.link, t.link, null
    from event p join event t on t.event = p.event
    where p.target_type = 'person' and t.target_type in ('vehicle', 'organization')
    union all
    select 'source', s.target, d.person, d.first, s.link, null
    from direct d join usable s on s.source = d.provider and s.kind = 'produced by'
    where d.layer = 'document'
    union all
    select 'account', b.account, h.person, h.link, b.link, null
    from side a join side b on b.payment = a.payment and b.kind <> a.kind join hold h on h.account = a.account
    where b.account <> a.account
    union all
    select 'handle', a.handle, o.person, o.link, n.link, h.link
    from advertised a join number o using (phone)
      join naming n on n.advert = a.advert and n.target = a.phone
      join naming h on h.advert = a.advert and h.target = a.handle`;
}
