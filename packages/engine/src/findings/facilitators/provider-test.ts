import { entityTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { GroupUrn } from '../chance.ts';
import type { Candidate, Tested } from './candidate.ts';
import { type UseTable, useTable } from './uses.ts';

/** Fewer people than this cannot be told from chance. */
const leastPeople = 3;
/**
 * A lead is about what a provider mainly does. Small excess is significant in large numbers and means nothing: the
 * share of its people that are in networks (or cases) must be at least this, and at least twice what is usual, or
 * nearly all where that cannot be.
 */
const leastShare = 0.25;
const nearlyAll = 0.9;

/**
 * Types whose links come out of cases, or out of adverts that name somebody on file: there are few others, so that only all
 * links together say what is usual.
 */
const knownFromCases = ['source', 'handle'];

/** The links of one type (or all) as urns: by the network of the person, and by the crime area. */
interface Urns {
  readonly networks: GroupUrn;
  readonly networkSizes: ReadonlyMap<bigint, number>;
  readonly areas: GroupUrn;
  readonly areaSizes: ReadonlyMap<string, number>;
}

interface Reached {
  readonly layer: string;
  readonly provider: bigint;
  readonly people: number;
  readonly networks: readonly bigint[];
  readonly network_people: readonly number[];
  readonly areas: readonly string[];
  readonly area_people: readonly number[];
}

/**
 * Tests every thing with at least three people. Where two or more of them are of one network, the people of the
 * network with the most are set aside first, with all their links, for the thing may be that network's own. Of the
 * others three chances are taken: that so many are in so many networks; that so many are of one second network;
 * that so many are in other crime areas. The smallest, times three (Bonferroni), is the chance of the thing.
 * Things of another table than `useTable` are held against all links that there are.
 */
export async function testProviders(lake: Lake, uses: UseTable = useTable): Promise<Tested> {
  const { tested } = await lake.row<{ tested: number }>(sql`
    select count(*) as tested from (
      select 1 from ${uses} group by layer, provider having count(*) >= ${leastPeople})`);
  if (tested === 0) return { tested, candidates: [] };
  const urns = new Map<string, Urns>();
  const candidates: Candidate[] = [];
  for (const reached of await lake.rows<Reached>(reachedQuery(uses))) {
    const isOfAll = uses !== useTable || knownFromCases.includes(reached.layer);
    const layer = isOfAll ? null : reached.layer;
    let urn = urns.get(layer ?? '');
    if (urn === undefined) {
      urn = await loadUrns(lake, layer);
      urns.set(layer ?? '', urn);
    }
    const candidate = weigh(reached, urn);
    if (candidate.chance < 1) candidates.push(candidate);
  }
  return { tested, candidates };
}

/** Per provider its networks and areas, with how many people each, the largest first. */
const reachedQuery = (uses: UseTable) => sql`
  with provider as (
    select layer, provider, count(*) as people from ${uses}
    group by layer, provider having count(*) >= ${leastPeople}
      and (count(distinct network) >= 2 or count(distinct area) >= 2)
  ), by_network as (
    select layer, provider, network, count(*) as n from ${uses} semi join provider using (layer, provider)
    where network is not null group by all
  ), by_area as (
    select layer, provider, area, count(*) as n from ${uses} semi join provider using (layer, provider)
    where area is not null group by all
  ), networks as (
    select layer, provider, list(network order by n desc, network) as networks,
      list(n order by n desc, network) as network_people
    from by_network group by all
  ), areas as (
    select layer, provider, list(area order by n desc, area) as areas, list(n order by n desc, area) as area_people
    from by_area group by all
  )
  select p.layer, p.provider, p.people, coalesce(n.networks, []) as networks,
    coalesce(n.network_people, []) as network_people, coalesce(a.areas, []) as areas,
    coalesce(a.area_people, []) as area_people
  from provider p left join networks n using (layer, provider) left join areas a using (layer, provider)
  where p.provider not in (select entity from ${entityTable} where type = 'person')
  order by p.layer, p.provider`;

async function loadUrns(lake: Lake, layer: string | null): Promise<Urns> {
  const of = layer === null ? sql`true` : sql`layer = ${layer}`;
  const { balls } = await lake.row<{ balls: number }>(
    sql`select count(*) as balls from ${useTable} where ${of}`,
  );
  const networks = await lake.rows<{ network: bigint; n: number }>(sql`
    select network, count(*) as n from ${useTable} where ${of} and network is not null
    group by network order by network`);
  const areas = await lake.rows<{ area: string; n: number }>(sql`
    select area, count(*) as n from ${useTable} where ${of} and area is not null group by area order by area`);
  const networkSizes = new Map(networks.map(({ network, n }) => [network, n]));
  const areaSizes = new Map(areas.map(({ area, n }) => [area, n]));
  return {
    networks: new GroupUrn(balls, networkSizes.values()),
    networkSizes,
    areas: new GroupUrn(balls, areaSizes.values()),
    areaSizes,
  };
}

function weigh(reached: Reached, urns: Urns): Candidate {
  const networks = reachOf(reached.networks, reached.network_people, urns.networkSizes);
  const areas = reachOf(reached.areas, reached.area_people, urns.areaSizes);
  const chances = [
    ...(standsOut(urns.networks, reached.people, networks)
      ? [
          chanceOfMany(urns.networks, reached.people, networks),
          chanceOfSecond(urns.networks, reached.people, networks),
        ]
      : [1, 1]),
    standsOut(urns.areas, reached.people, areas) ? chanceOfMany(urns.areas, reached.people, areas) : 1,
  ];
  return {
    type: reached.layer,
    provider: reached.provider,
    people: reached.people,
    members: sum(reached.network_people),
    networks: reached.networks.length,
    involved: sum(reached.area_people),
    areas: reached.areas.length,
    cases: null,
    usual: urns.networks.marked / urns.networks.balls,
    chance: Math.min(1, chances.length * Math.min(...chances)),
  };
}

/** The groups that a provider reaches. */
interface Reach {
  /** How many of its people are in each, the largest first. */
  readonly people: readonly number[];
  /** How many balls of the urn are of the first group. */
  readonly first: number;
}

function reachOf<T>(groups: readonly T[], people: readonly number[], sizes: ReadonlyMap<T, number>): Reach {
  const [first] = groups;
  return { people, first: first === undefined ? 0 : (sizes.get(first) ?? 0) };
}

function standsOut(urn: GroupUrn, people: number, reach: Reach): boolean {
  const usual = urn.marked / urn.balls;
  return sum(reach.people) >= people * Math.max(leastShare, Math.min(nearlyAll, 2 * usual));
}

/** That this many people are in this many groups. */
function chanceOfMany(urn: GroupUrn, draws: number, { people, first }: Reach): number {
  if (people.length < 2) return 1;
  const own = people[0] as number;
  const count = sum(people);
  if (own < 2) return urn.chance({ draws, groups: people.length, count, without: 0 });
  return urn.chance({ draws: draws - own, groups: people.length - 1, count: count - own, without: first });
}

/** That this many people are of one second group, where it is more than one. */
function chanceOfSecond(urn: GroupUrn, draws: number, { people, first }: Reach): number {
  const [own = 0, second = 0] = people;
  if (second < 2) return 1;
  return urn.chanceOfOneGroup({ draws: draws - own, count: second, without: first });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
