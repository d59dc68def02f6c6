// In: things of a network, what is let through, and how much at most. Out: what is linked to them.
// Invariant: what is told first is evidenced best; how much was left out is counted; nothing protected is told.
import { entityTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { joinSql, sql } from '../../lake/sql.ts';
import { letThrough, withWanted } from './let-through.ts';
import type { Network, NetworkFilters } from './network.ts';
import {
  askedTable,
  dropTables,
  linksAround,
  loadEntities,
  memberTable,
  toldTable,
} from './network-tables.ts';
import { currentEntities, tellNetwork } from './read-network.ts';

export interface AroundAsked {
  readonly entities: readonly bigint[];
  /** What is in the picture already: links to it are told too. */
  readonly members: readonly bigint[];
  readonly filters: NetworkFilters;
  /** Kinds of links that are followed; all unless told. */
  readonly kinds?: readonly string[] | undefined;
  /** Types of things that are gone to; all unless told. */
  readonly types?: readonly string[] | undefined;
  readonly limit: number;
}

export interface Around extends Network {
  /** How many more are linked and let through. */
  readonly more: number;
  /** How many protected persons are linked: they are in no picture. */
  readonly leftOut: number;
}

/** What is linked to any of some things; the things themselves are told too. */
export function expandNetwork(lake: Lake, asked: AroundAsked): Promise<Around> {
  return around(lake, asked, 1);
}

/** What is linked to all of some things. */
export function commonNeighbours(lake: Lake, asked: AroundAsked): Promise<Around> {
  return around(lake, asked, new Set(asked.entities).size);
}

/** `shared`: to how many of the things asked for a thing must be linked. */
async function around(lake: Lake, asked: AroundAsked, shared: number): Promise<Around> {
  const current = await currentEntities(lake, asked.entities);
  await loadEntities(lake, askedTable, current.values());
  await loadEntities(lake, memberTable, asked.members);
  await gatherNear(lake, asked, shared);
  const { filters } = asked;
  await withWanted(lake, { filters, near: sql`select entity from network_near` }, (isWanted) =>
    lake.run(sql`create or replace temp table network_found as
      select n.* from network_near n where n.through and ${isWanted}`),
  );
  const { total, leftOut } = await lake.row<{ total: number; leftOut: number }>(sql`
    select (select count(*) from network_found) as total,
      (select count(*) from network_near where protected and type = 'person') as "leftOut"`);
  await lake.run(sql`create or replace table ${toldTable} as
    select entity from ${askedTable}
    union select entity from (
      select * from network_found n
      order by n.shared desc, n.statements desc, n.last_seen desc nulls last, n.entity limit ${asked.limit}
    )`);
  await dropTables(lake, ['network_near', 'network_found']);
  return { ...(await tellNetwork(lake)), more: Math.max(0, total - asked.limit), leftOut };
}

/** Makes `network_near`: what is linked to enough of what is asked for, protected things included. */
async function gatherNear(lake: Lake, { filters, kinds, types }: AroundAsked, shared: number): Promise<void> {
  const { link, thing } = await letThrough(lake, filters);
  const isFollowed = joinSql(
    [
      link,
      thing,
      ...(kinds === undefined ? [] : [sql`m.kind in ${kinds}`]),
      ...(types === undefined ? [] : [sql`o.type in ${types}`]),
    ],
    ' and ',
  );
  const asked = sql`select entity from ${askedTable}`;
  // Apart, so that the engine knows how few they are before it chooses how to join.
  await lake.run(sql`create or replace temp table network_around as ${linksAround(asked)}`);
  await lake.run(sql`create or replace temp table network_other as
    select e.entity, e.type, e.first_seen, e.last_seen, e.label, e.protected
    from ${entityTable} e semi join (select distinct other from network_around) a on a.other = e.entity`);
  await lake.run(sql`create or replace temp table network_near as
    select m.other as entity, any_value(o.type) as type, count(distinct m.entity) as shared,
      sum(len(m.evidence)) as statements, max(m.last_seen) as last_seen, bool_or(o.protected) as protected,
      bool_or(${isFollowed}) as through
    from network_around m join network_other o on o.entity = m.other
    anti join ${askedTable} a on a.entity = m.other
    where o.protected or (${isFollowed})
    group by m.other having count(distinct m.entity) >= ${shared}`);
  await dropTables(lake, ['network_around', 'network_other']);
}
