// In: the providers that were found, the people behind each, who uses what and who is in which case. Out: what the
// networks of each would lose if it stopped.
// Invariant: a count of people of networks, never of a protected person, and of nothing that is not on file.

import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementTable } from '../../statements/tables.ts';
import { involvementTable, usableLabelTable } from '../involvement.ts';
import { networkTable } from '../tables.ts';
import { byRole } from './provider-kind.ts';
import { serviceTable, tellServices } from './services.ts';
import { useTable } from './uses.ts';

/** What one network loses if a provider of it stops. */
export interface NetworkLoss {
  /** How many of its people the provider reaches. */
  readonly reached: number;
  /** Of these, how many no other shared provider of the same service reaches. */
  readonly unserved: number;
  /** How many other shared providers of the service the network's people have. */
  readonly others: number;
}

/** What all networks of a provider lose if it stops. */
export interface Disruption {
  /** By the network's id. */
  readonly networks: ReadonlyMap<string, NetworkLoss>;
  /** Of the pairs of its networks, how many no other lead joins. */
  readonly pairsApart: number;
}

/** A person of a network and a found provider that serves this person. A working table. */
const servedTable = defineTable('findings_work', 'served', {
  provider: 'UBIGINT',
  network: 'UBIGINT',
  person: 'UBIGINT',
});

/** Every provider, found or not, of the people of the networks that a found one serves. A working table. */
const rivalTable = defineTable('findings_work', 'rival', {
  network: 'UBIGINT',
  person: 'UBIGINT',
  other: 'UBIGINT',
});

/**
 * What stopping each provider would cost its networks, after the interdiction of flows (R. K. Wood, Math. Comput. Model. 17(2),
 * 1, 1993; of trafficking networks: D. Kosmas and others, Ann. Oper. Res., 2022). Every person of a
 * network draws one unit of a service through any provider that serves him, so what a stop cuts is the people whom no
 * other provider of the service reaches. A provider is something that two people at least share, or a person
 * of the same case whose stated role it is: everybody's own phone or home is none. `behind` gives the people
 * behind each provider as rows (provider, person). Fills `serviceTable` for all of them.
 */
export async function weighDisruption(lake: Lake, behind: Query): Promise<ReadonlyMap<bigint, Disruption>> {
  await lake.run(sql`create or replace table ${servedTable} as
    select distinct b.provider, n.network, b.person
    from (${behind}) b join ${networkTable} n on n.entity = b.person where b.person <> b.provider
    order by b.provider, n.network, b.person`);
  await lake.run(sql`create or replace table ${rivalTable} as ${rivalQuery}`);
  await tellServices(lake, sql`select provider from (${behind}) union select other from ${rivalTable}`);
  const apart = new Map(
    (await lake.rows<{ provider: bigint; pairs: number }>(apartQuery)).map((row) => [
      row.provider,
      row.pairs,
    ]),
  );
  const disruptions = new Map<bigint, { networks: Map<string, NetworkLoss>; pairsApart: number }>();
  for (const { provider, network, ...loss } of await lake.rows<Lost>(lossQuery)) {
    const known = disruptions.get(provider) ?? {
      networks: new Map<string, NetworkLoss>(),
      pairsApart: apart.get(provider) ?? 0,
    };
    known.networks.set(network.toString(), loss);
    disruptions.set(provider, known);
  }
  return disruptions;
}

interface Lost extends NetworkLoss {
  readonly provider: bigint;
  readonly network: bigint;
}

const rivalQuery = sql`
  with member as (
    select n.network, n.entity as person from ${networkTable} n
    where n.network in (select network from ${servedTable})
  ), used as (
    select m.network, m.person, u.provider as other
    from member m join ${useTable} u on u.person = m.person
  ), shared as (
    select provider from ${useTable} semi join (select distinct other from used) o on o.other = provider
    group by provider having count(distinct person) >= 2
  ), file as (
    select m.network, m.person, i."case" from member m join ${involvementTable} i on i.person = m.person
  ), helper as (
    select distinct i."case", i.person from ${involvementTable} i join ${clusterTable} c on c.entity = i.person
      join ${statementTable} s on s.subject = c.subject and s.property = 'role'
      semi join ${usableLabelTable} u on u.label = s.label
    where i."case" in (select "case" from file) and s.value in ${Object.keys(byRole)}
  )
  select network, person, other from used where other in (select provider from shared)
  union
  select f.network, f.person, h.person from file f join helper h on h."case" = f."case" and h.person <> f.person
  order by network, person, other`;

const lossQuery = sql`
  with instead as (
    select r.network, r.person, r.other, s.service from ${rivalTable} r join ${serviceTable} s on s.provider = r.other
  ), served as (
    select v.provider, v.network, v.person, s.service
    from ${servedTable} v join ${serviceTable} s using (provider)
  ), loss as (
    select v.provider, v.network, count(*) as reached,
      count(*) filter (not exists (
        select 1 from instead i where i.person = v.person and i.service = v.service and i.other <> v.provider)) as unserved
    from served v group by v.provider, v.network
  ), choice as (
    select v.provider, v.network, count(distinct i.other) as others
    from (select distinct provider, network, service from served) v
      join instead i on i.network = v.network and i.service = v.service and i.other <> v.provider
    group by v.provider, v.network
  )
  select l.provider, l.network, l.reached, l.unserved, coalesce(c.others, 0) as others
  from loss l left join choice c using (provider, network) order by l.provider, l.network`;

const apartQuery = sql`
  with home as (select distinct provider, network from ${servedTable}),
  pair as (
    select a.provider, a.network as one, b.network as other, count(*) over (partition by a.network, b.network) as joins
    from home a join home b on b.provider = a.provider and b.network > a.network
  )
  select provider, count(*) as pairs from pair where joins = 1 group by provider order by provider`;
