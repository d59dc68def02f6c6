import { mostNodes, type PictureOf } from '@clew/model/finding-picture.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { networkTable } from '../tables.ts';
import type { NetworkLoss } from './disruption.ts';
import { useTable } from './uses.ts';

/** One of the people behind a finding, with the network, or else the crime area, that the person belongs to. */
export interface Belonging {
  readonly person: bigint;
  /** What the people of one group have in common: a network's id or a crime area. */
  readonly key: string;
  readonly areas: readonly string[];
  /** Of the network; null for a crime area. */
  readonly members: number | null;
}

/** The people of each provider by network; by crime area where networks are not the point. `behind` gives both. */
export async function belongingsOf(
  lake: Lake,
  behind: Query,
): Promise<ReadonlyMap<bigint, readonly Belonging[]>> {
  const rows = await lake.rows<{ provider: bigint } & Belonging>(sql`
    with one as (select distinct provider, person, by_network from (${behind}) where person <> provider),
      home as (select person, min(area) as area from ${useTable} where area is not null group by person)
    select o.provider, o.person,
      case when o.by_network then n.network::varchar else h.area end as key,
      case when o.by_network then n.crime_areas else [h.area] end as areas,
      case when o.by_network then n.members end as members
    from one o left join ${networkTable} n on n.entity = o.person left join home h on h.person = o.person
    where case when o.by_network then n.network is not null else h.area is not null end
    order by o.provider, key, o.person`);
  const byProvider = new Map<bigint, Belonging[]>();
  for (const { provider, ...row } of rows) {
    const known = byProvider.get(provider);
    if (known === undefined) byProvider.set(provider, [row]);
    else known.push(row);
  }
  return byProvider;
}

/**
 * The provider in the middle, tied to its people in their groups; of each group about as many as of the others. `losses` tells,
 * by a network's id, what it would lose.
 */
export function facilitatorPicture(
  subjects: readonly bigint[],
  people: readonly Belonging[],
  losses: ReadonlyMap<string, NetworkLoss> = new Map(),
): PictureOf<'network'> {
  const groups = new Map<string, Belonging[]>();
  for (const one of people) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  const places = new Map(subjects.map((subject, place) => [subject, place]));
  const told = [...groups.values()].sort((a, b) => b.length - a.length).slice(0, mostNodes / 2);
  const shown = inTurn(told, mostNodes - 1);
  return {
    kind: 'network',
    groups: told.map((of) => {
      const loss = losses.get(of[0]?.key ?? '');
      return {
        areas: [...(of[0]?.areas ?? [])],
        members: of[0]?.members ?? null,
        linked: of.length,
        ...(loss === undefined ? {} : { loss: { unserved: loss.unserved, others: loss.others } }),
      };
    }),
    nodes: [
      { subject: 0, group: null },
      ...shown.map(({ group, one }) => ({ subject: places.get(one.person) as number, group })),
    ],
    ties: shown.map((_one, index) => ({ from: 0, to: index + 1 })),
  };
}

/** One of each list, then another of each, up to `most`. */
function inTurn<Item>(
  lists: readonly (readonly Item[])[],
  most: number,
): { readonly group: number; readonly one: Item }[] {
  const taken: { group: number; one: Item }[] = [];
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let round = 0; round < longest; round++) {
    for (const [group, list] of lists.entries()) {
      const one = list[round];
      if (one !== undefined && taken.length < most) taken.push({ group, one });
    }
  }
  return taken.sort((a, b) => a.group - b.group);
}
