import { entityTable, linkTable, momentTable, placeTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { networkTable } from '../tables.ts';
import { chanceOfMore, chancesOfMarked, expectedOf } from '../weighted-draws.ts';
import { callTable, tieTable } from './gather-calls.ts';
import {
  askedContactTable,
  elsewhereOf,
  type Findable,
  findableThroughContacts,
  leftOutTable,
} from './through-contacts.ts';

/** Fewer than three members may be a family. */
const leastReached = 3;
/** Who reaches fewer of the members with calls is not in the middle of them. */
const leastShare = 0.5;
/** On fewer days than these nobody knows where somebody was. */
const leastDays = 5;
/** A place with a smaller share of the days of a network's members is one where two of them met by chance. */
const leastOfScene = 0.1;

/** Who was where on which day: by their own calls, sightings and trips. A working table. */
export const presenceTable = defineTable('findings_work', 'presence', {
  node: 'UBIGINT',
  place: 'VARCHAR',
  day: 'DATE',
});

/** Who spoke with which member of a network before any of its people was arrested. A working table. */
export const reachedTable = defineTable('findings_work', 'reached', {
  network: 'UBIGINT',
  node: 'UBIGINT',
  member: 'UBIGINT',
  calls: 'BIGINT',
});

/** Where the members of a network are: rows of network, place and the members' days there. A working table. */
export const sceneTable = defineTable('findings_work', 'scene', { network: 'UBIGINT', place: 'VARCHAR' });

/** Somebody whom the members of a network speak with, and who was never where they are. */
export interface FromAfar {
  readonly network: bigint;
  readonly node: bigint;
  /** Of the members with calls, how many they spoke with. */
  readonly reached: number;
  readonly members: number;
  /** All with whom they spoke. */
  readonly contacts: number;
  readonly calls: number;
  /** Share of the pairs of members reached who do not speak with one another: betweenness in the own surroundings. */
  readonly between: number;
  /** Days on which it is known where they were. */
  readonly days: number;
  /** Places of the network, and the share of its members' days that are there. */
  readonly places: number;
  readonly atScene: number;
  /** How many of the network would be among the contacts, were each found through contacts. */
  readonly expected: number;
  readonly chance: number;
}

/** Fills the working tables. */
export async function gatherPresence(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${presenceTable} as
    select distinct from_node as node, place, day from ${callTable} where place is not null
    union
    select l.target, p.place, p.seen
    from ${linkTable} l join ${placeTable} p on p.entity = l.source
    where l.kind in ('seen', 'travelled') and l.target_type = 'person' and l.source_type in ('sighting', 'trip')
      and p.place is not null and p.seen is not null
    order by all`);
  await lake.run(sql`create or replace table ${reachedTable} as
    with broken as (
      select n.network, min(m.date) as day from ${networkTable} n
        join ${momentTable} m on m.entity = n.entity and m.kind = 'arrested' group by n.network
    ), way as (
      select from_node as node, to_node as member, day from ${callTable}
      union all select to_node, from_node, day from ${callTable}
    )
    select n.network, w.node, w.member, count(*) as calls
    from way w join ${networkTable} n on n.entity = w.member left join broken b using (network)
    where w.node <> w.member and (b.day is null or w.day < b.day)
    group by all order by all`);
  await lake.run(sql`create or replace table ${sceneTable} as
    with known as (
      select n.network, p.place, count(*) as days, count(distinct p.node) as members
      from ${presenceTable} p join ${networkTable} n on n.entity = p.node group by all
    )
    select network, place from known
    qualify members >= 2 and days >= ${leastOfScene} * sum(days) over (partition by network) order by all`);
}

/**
 * Tests everybody who spoke with a member of a network. Two things must both be unlikely, and the less unlikely one counts:
 * that so many of their contacts are of one network, were each found through contacts (through-contacts.ts), added up over
 * all networks that can be found so (Boole); and that none of their days was where the network is, were they there as often
 * as its other members.
 */
export async function testFromAfar(
  lake: Lake,
): Promise<{ readonly tested: number; readonly candidates: readonly FromAfar[] }> {
  const rows = await lake.rows<Omit<FromAfar, 'expected' | 'chance'>>(sql`
    with degree as (
      select node, count(*) as contacts from ${tieTable} group by node
    ), speaking as (
      select n.network, n.entity as member from ${networkTable} n join degree d on d.node = n.entity
    ), reach as (
      select network, node, count(*) as reached, sum(calls)::bigint as calls from ${reachedTable} group by all
    ), apart as (
      select a.network, a.node, 1 - count(c.node) / count(*) as between
      from ${reachedTable} a join ${reachedTable} b on b.network = a.network and b.node = a.node and a.member < b.member
        left join ${tieTable} c on c.node = a.member and c.other = b.member
      group by all
    ), own as (
      select p.node, s.network, count(distinct p.day) as days, count(distinct p.day) filter (h.place is not null) as here
      from ${presenceTable} p join (select distinct network, node from ${reachedTable}) s on s.node = p.node
        left join ${sceneTable} h on h.network = s.network and h.place = p.place
      group by all
    ), theirs as (
      select n.network, n.entity as member, count(*) as days, count(h.place) as here
      from ${presenceTable} p join ${networkTable} n on n.entity = p.node
        left join ${sceneTable} h on h.network = n.network and h.place = p.place
      group by all
    ), usual as (
      select network, sum(days)::double as days, sum(here)::double as here from theirs group by network
    )
    select r.network, r.node, r.reached, r.calls, d.contacts, coalesce(a.between, 0) as between,
      (select count(*) from speaking s where s.network = r.network and s.member <> r.node) as members,
      case when o.here > 0 then 0 else coalesce(o.days, 0) end as days,
      (select count(*) from ${sceneTable} h where h.network = r.network) as places,
      coalesce((u.here - coalesce(t.here, 0)) / (u.days - coalesce(t.days, 0) + 1), 0) as "atScene"
    from reach r join degree d using (node) left join apart a using (network, node)
      left join own o using (network, node) left join usual u using (network)
      left join theirs t on t.network = r.network and t.member = r.node
      join ${entityTable} e on e.entity = r.node and not e.protected
    order by r.network, r.node`);
  const likely = rows.filter(
    ({ reached, members, days }) =>
      reached >= leastReached && days >= leastDays && reached >= leastShare * members,
  );
  const networkOf = new Map(
    (
      await lake.rows<{ entity: bigint; network: bigint }>(sql`select entity, network from ${networkTable}`)
    ).map(({ entity, network }) => [entity, network]),
  );
  const shares = await sharesOfNetworks(lake);
  const candidates: FromAfar[] = [];
  await askAbout(lake, likely);
  for await (const { place, findable } of findableThroughContacts(lake)) {
    const row = likely[place] as (typeof likely)[number];
    const chances = new Map<bigint, readonly number[]>();
    for (const [network, marked] of membersIn(findable, networkOf)) {
      if (marked.length < row.reached) continue;
      const others = findable
        .filter(({ node }) => networkOf.get(node) !== network)
        .map(({ weight }) => weight);
      const elsewhere = elsewhereOf(shares.get(network) ?? 0);
      chances.set(network, chancesOfMarked({ marked, others, elsewhere, draws: row.contacts }));
    }
    const ofAny = [...chances.values()].reduce(
      (sum, of) => sum + chanceOfMore(of, { count: row.reached }),
      0,
    );
    candidates.push({
      ...row,
      expected: expectedOf(chances.get(row.network) as readonly number[]),
      chance: Math.max(Math.min(1, ofAny), (1 - row.atScene) ** row.days),
    });
  }
  return { tested: rows.length, candidates };
}

/** The share of each network among all contacts of everybody. */
async function sharesOfNetworks(lake: Lake): Promise<ReadonlyMap<bigint, number>> {
  const rows = await lake.rows<{ network: bigint; share: number }>(sql`
    select n.network, count(*)::double / (select count(*) from ${tieTable}) as share
    from ${tieTable} t join ${networkTable} n on n.entity = t.other group by n.network order by n.network`);
  return new Map(rows.map(({ network, share }) => [network, share]));
}

/** Fills the tables that `findableThroughContacts` reads. */
async function askAbout(lake: Lake, asked: readonly { readonly node: bigint }[]): Promise<void> {
  await loadTable(
    lake,
    leftOutTable,
    asked.map(({ node }, place) => ({ place, node })),
  );
  await lake.run(sql`create or replace table ${askedContactTable} as
    select l.place, t.other as contact from ${leftOutTable} l join ${tieTable} t using (node)`);
}

/** The weights of those of each network. */
function membersIn(
  findable: readonly Findable[],
  networkOf: ReadonlyMap<bigint, bigint>,
): ReadonlyMap<bigint, readonly number[]> {
  const members = new Map<bigint, number[]>();
  for (const { node, weight } of findable) {
    const network = networkOf.get(node);
    if (network === undefined) continue;
    const known = members.get(network);
    if (known === undefined) members.set(network, [weight]);
    else known.push(weight);
  }
  return members;
}
