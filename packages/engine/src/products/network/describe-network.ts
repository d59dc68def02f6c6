// In: the published tables and a person. Out: the network the person belongs to: who is in it and where they stand, what binds
// them, layer by layer, and how it changed.
// Invariant: nobody is in it whom a statement protects. A place in the picture of ties is not a verdict on anybody.

import {
  findPhases,
  findRoles,
  type NodeRoles,
  type Phase,
} from '../../findings/network-roles/find-roles.ts';
import { TieCollector } from '../../findings/network-roles/network.ts';
import { networkTable } from '../../findings/tables.ts';
import { entityTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementTable } from '../../statements/tables.ts';

export interface NetworkMember {
  readonly entity: bigint;
  readonly caption: string;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** What partners recorded of what the person does, sorted. */
  readonly stated: readonly string[];
  /** Null for whom no tie to another member is recorded. */
  readonly standing: Pick<NodeRoles, 'community' | 'stability' | 'broker' | 'degree' | 'role'> | null;
}

/** Ties of one sort: cases, people who are close, or shared things of a type. */
export interface NetworkLayer {
  /** `person` for close ties, else the type of what is shared. */
  readonly layer: string;
  /** Members with a tie in it. */
  readonly people: number;
  /** Pairs with a tie in it. */
  readonly ties: number;
  /** Of the pairs that there could be among all members. */
  readonly density: number;
}

/** A stretch of time with the ties that were first recorded in it. */
export interface NetworkPhase {
  readonly from: string;
  readonly until: string;
  readonly people: number;
  readonly communities: number;
  /** Members without a tie in an earlier phase. */
  readonly joined: number;
  /** Members of the phase before without a tie in this one. */
  readonly left: number;
  readonly density: number;
  readonly centralisation: number;
  /** Who stands most between others, at most three; nobody where all are tied to all. */
  readonly between: readonly bigint[];
}

export interface DescribedNetwork {
  /** Its id: that of its first person. */
  readonly network: bigint;
  readonly crimeAreas: readonly string[];
  readonly communities: number;
  readonly density: number;
  readonly centralisation: number;
  readonly modularity: number;
  /** Who stands most between others first. */
  readonly members: readonly NetworkMember[];
  readonly layers: readonly NetworkLayer[];
  /** Empty where no tie is dated. */
  readonly phases: readonly NetworkPhase[];
}

/** What more people share than this binds nobody: a switchboard, a centre, a list of those met. */
const mostSharers = 60;
const mostPhases = 4;
const mostBetween = 3;

/** The network of an entity; undefined where it belongs to none. */
export async function describeNetwork(lake: Lake, entity: bigint): Promise<DescribedNetwork | undefined> {
  const [found] = await lake.rows<{ network: bigint }>(
    sql`select network from ${networkTable} where entity = ${entity}`,
  );
  if (found === undefined) return undefined;
  const people = await membersOf(lake, found.network);
  const ties = await tiesAmong(lake, found.network);
  const collected = new TieCollector();
  for (const { time, ...tie } of ties) collected.add({ ...tie, time: time ?? Number.NaN });
  const { nodes, communities, density, centralisation, modularity } = findRoles(collected.network());
  const places = new Map(nodes.map(({ node }, place) => [node, place]));
  const placeOf = (id: bigint) => places.get(String(id)) ?? nodes.length;
  const members = people
    .map(
      ({ areas: _, ...person }): NetworkMember => ({
        ...person,
        standing: nodes[placeOf(person.entity)] ?? null,
      }),
    )
    .sort((a, b) => placeOf(a.entity) - placeOf(b.entity) || (a.entity < b.entity ? -1 : 1));
  return {
    network: found.network,
    crimeAreas: [...new Set(people.flatMap(({ areas }) => areas))].sort(),
    communities,
    density,
    centralisation,
    modularity,
    members,
    layers: layersOf(ties, members.length),
    phases: collected.times().length === 0 ? [] : phasesFrom(findPhases(collected, mostPhases)),
  };
}

interface Person extends Omit<NetworkMember, 'standing'> {
  readonly areas: readonly string[];
}

function membersOf(lake: Lake, network: bigint): Promise<Person[]> {
  return lake.rows<Person>(sql`
    with member as (select entity, crime_areas as areas from ${networkTable} where network = ${network}),
    said as (
      select c.entity, list_sort(list_distinct(list(s.value))) as stated
      from ${statementTable} s join ${clusterTable} c on c.subject = s.subject semi join member m on m.entity = c.entity
      where s.type = 'person' and s.property = 'role' group by c.entity
    )
    select m.entity, e.caption, e.first_seen::varchar as "firstSeen", e.last_seen::varchar as "lastSeen", m.areas,
      coalesce(s.stated, []) as stated
    from member m join ${entityTable} e using (entity) left join said s using (entity)
    where not e.protected order by m.entity`);
}

interface FoundTie {
  readonly source: string;
  readonly target: string;
  readonly layer: string;
  readonly weight: number;
  /** Days since 1970 at which it is first recorded of both; null where that is not known. */
  readonly time: number | null;
}

/**
 * What binds two members: a close tie, or a thing that both are linked to. A thing that k members share counts 1/(k - 1)
 * for each pair (M. E. J. Newman, Phys. Rev. E 64, 016132, 2001).
 */
function tiesAmong(lake: Lake, network: bigint): Promise<FoundTie[]> {
  return lake.rows<FoundTie>(sql`
    with member as (
      select n.entity from ${networkTable} n join ${entityTable} e using (entity)
      where n.network = ${network} and not e.protected
    ), linked as (
      select source as person, target as thing, target_type as layer, first_seen from ${linkTable} semi join member
        on member.entity = source
      union all
      select target, source, source_type, first_seen from ${linkTable} semi join member on member.entity = target
    ), use as (
      select person, thing, layer, min(first_seen) as seen from linked group by all
    ), shared as (
      select thing, count(*) as sharers from use where layer <> 'person' group by thing
      having count(*) between 2 and ${mostSharers}
    )
    select a.person::varchar as source, b.person::varchar as target, a.layer, 1 / (s.sharers - 1) as weight,
      greatest(a.seen, b.seen) - date '1970-01-01' as time
    from shared s join use a using (thing) join use b on b.thing = a.thing and b.person > a.person
    union all
    select person::varchar, thing::varchar, 'person', 1, seen - date '1970-01-01'
    from use semi join member on member.entity = thing where person < thing
    order by all`);
}

function layersOf(ties: readonly FoundTie[], members: number): NetworkLayer[] {
  return [...new Set(ties.map(({ layer }) => layer))]
    .map((layer): NetworkLayer => {
      const own = ties.filter((tie) => tie.layer === layer);
      const count = new Set(own.map(({ source, target }) => `${source} ${target}`)).size;
      return {
        layer,
        people: new Set(own.flatMap(({ source, target }) => [source, target])).size,
        ties: count,
        density: (2 * count) / (members * (members - 1)),
      };
    })
    .sort((a, b) => b.ties - a.ties || (a.layer < b.layer ? -1 : 1));
}

function phasesFrom(phases: readonly Phase[]): NetworkPhase[] {
  const known = new Set<string>();
  let before: readonly string[] = [];
  return phases.map(({ from, to, roles }) => {
    const now = roles.nodes.map(({ node }) => node);
    const phase: NetworkPhase = {
      from: isoDay(from),
      until: isoDay(to),
      people: now.length,
      communities: roles.communities,
      joined: now.filter((node) => !known.has(node)).length,
      left: before.filter((node) => !now.includes(node)).length,
      density: roles.density,
      centralisation: roles.centralisation,
      between: roles.nodes
        .filter(({ broker }) => broker > 0)
        .slice(0, mostBetween)
        .map(({ node }) => BigInt(node)),
    };
    for (const node of now) known.add(node);
    before = now;
    return phase;
  });
}

const millisecondsOfDay = 86_400_000;

/** A phase ends within a day: what is first recorded on the day itself is in it. */
function isoDay(day: number): string {
  return new Date(Math.floor(day) * millisecondsOfDay).toISOString().slice(0, 10);
}
