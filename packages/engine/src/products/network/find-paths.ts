// In: two things. Out: shortest paths between them over everything in the lake that is let through.
// Invariant: a path leads through nothing protected; the search is bounded in steps and in things reached, and says so.
// Breadth first from both ends (Pohl 1971): of two circles the smaller one grows.
import { entityTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { type LetThrough, letThrough, withWanted } from './let-through.ts';
import type { Network, NetworkFilters } from './network.ts';
import {
  dropTables,
  gatherDegrees,
  linksAround,
  loadEntities,
  memberTable,
  toldTable,
} from './network-tables.ts';
import { currentEntities, tellNetwork } from './read-network.ts';

export interface PathsAsked {
  readonly from: bigint;
  readonly to: bigint;
  readonly members: readonly bigint[];
  readonly filters: NetworkFilters;
  /** How many paths at most. */
  readonly most: number;
}

export interface Paths extends Network {
  /** Each from one end to the other, all equally long; those through the least connected things first. */
  readonly paths: readonly (readonly bigint[])[];
  /** False: so much is linked that the search was broken off; there may be a path. */
  readonly searched: boolean;
}

/** Links that a path has at most. */
export const longestPath = 8;
/** Things that are looked at from one end at most. */
const mostReached = 500_000;

/** What was reached from one end, in how many steps. Working tables. */
const reachedFrom = defineTable('network_work', 'reached_from', { entity: 'UBIGINT', depth: 'INTEGER' });
const reachedTo = defineTable('network_work', 'reached_to', { entity: 'UBIGINT', depth: 'INTEGER' });

interface Side {
  readonly table: typeof reachedFrom | typeof reachedTo;
  /** The end that the other side starts from: it is always let through. */
  readonly goal: bigint;
  depth: number;
  /** How many were reached in the last step. */
  edge: number;
  total: number;
}

interface Search {
  readonly lake: Lake;
  readonly through: LetThrough;
  readonly filters: NetworkFilters;
}

/** Shortest paths; none where there are none, or where either end is not here or is protected. */
export async function findPaths(lake: Lake, asked: PathsAsked): Promise<Paths> {
  const current = await currentEntities(lake, [asked.from, asked.to]);
  const from = current.get(asked.from);
  const to = current.get(asked.to);
  const search: Search = { lake, through: await letThrough(lake, asked.filters), filters: asked.filters };
  await loadEntities(lake, memberTable, asked.members);
  if (from === undefined || to === undefined || from === to) return tell(lake, { paths: [], searched: true });
  const sides: readonly [Side, Side] = [
    { table: reachedFrom, goal: to, depth: 0, edge: 1, total: 1 },
    { table: reachedTo, goal: from, depth: 0, edge: 1, total: 1 },
  ];
  await loadTable(lake, reachedFrom, [{ entity: from, depth: 0 }]);
  await loadTable(lake, reachedTo, [{ entity: to, depth: 0 }]);
  while (sides[0].depth + sides[1].depth < longestPath) {
    const [one, other] = sides;
    const side = one.edge <= other.edge ? one : other;
    await grow(search, side);
    if (side.edge === 0) return tell(lake, { paths: [], searched: true });
    const met = await meetings(lake, asked.most);
    if (met.length > 0)
      return tell(lake, { paths: await paths(search, sides, { met, most: asked.most }), searched: true });
    if (side.total > mostReached) return tell(lake, { paths: [], searched: false });
  }
  return tell(lake, { paths: [], searched: false });
}

async function tell(lake: Lake, found: Pick<Paths, 'paths' | 'searched'>): Promise<Paths> {
  await loadEntities(lake, toldTable, found.paths.flat());
  return { ...(await tellNetwork(lake)), ...found };
}

/** One step further from one end. */
async function grow({ lake, through, filters }: Search, side: Side): Promise<void> {
  const edge = sql`select entity from ${side.table} where depth = ${side.depth}`;
  await lake.run(sql`create or replace temp table network_step as
    select distinct m.other as entity from (${linksAround(edge)}) m join ${entityTable} o on o.entity = m.other
    anti join ${side.table} r on r.entity = m.other
    where ${through.link} and (m.other = ${side.goal} or (${through.thing}))`);
  await withWanted(lake, { filters, near: sql`select entity from network_step` }, (isWanted) =>
    lake.run(sql`insert into ${side.table}
      select n.entity, ${side.depth + 1} from network_step n where n.entity = ${side.goal} or ${isWanted}`),
  );
  await lake.run(sql`drop table network_step`);
  const counted = await lake.row<{ edge: number; total: number }>(sql`
    select count(*) filter (where depth = ${side.depth + 1}) as edge, count(*) as total from ${side.table}`);
  Object.assign(side, counted, { depth: side.depth + 1 });
}

/** Things reached from both ends, the least connected first. Before the first step that gives any there were none. */
async function meetings(lake: Lake, most: number): Promise<readonly bigint[]> {
  await lake.run(sql`create or replace temp table network_met as
    select f.entity from ${reachedFrom} f semi join ${reachedTo} t on t.entity = f.entity`);
  await gatherDegrees(lake, sql`select entity from network_met`);
  const rows = await lake.rows<{ entity: bigint }>(sql`
    select m.entity from network_met m left join network_degree d on d.entity = m.entity
    order by d.degree nulls first, m.entity limit ${most}`);
  await dropTables(lake, ['network_met', 'network_degree']);
  return rows.map(({ entity }) => entity);
}

async function paths(
  search: Search,
  [from, to]: readonly [Side, Side],
  { met, most }: { readonly met: readonly bigint[]; readonly most: number },
): Promise<readonly (readonly bigint[])[]> {
  const back = await waysBack(search, from, { met, most });
  const onward = await waysBack(search, to, { met, most });
  const found: bigint[][] = [];
  for (const middle of met) {
    for (const before of waysFrom(middle, back)) {
      for (const after of waysFrom(middle, onward)) {
        found.push([...before.toReversed(), ...after.slice(1)]);
        if (found.length === most) return found;
      }
    }
  }
  return found;
}

/** For each thing on the way the ones that lead one step nearer to where a side began, the least connected first. */
async function waysBack(
  { lake, through }: Search,
  side: Side,
  { met, most }: { readonly met: readonly bigint[]; readonly most: number },
): Promise<ReadonlyMap<bigint, readonly bigint[]>> {
  const nearer = new Map<bigint, bigint[]>();
  let layer = met;
  for (let depth = side.depth; depth > 0 && layer.length > 0; depth--) {
    const at = sql`select entity from ${side.table} where entity in ${layer}`;
    await lake.run(sql`create or replace temp table network_step as
      select distinct m.entity, r.entity as nearer
      from (${linksAround(at)}) m join ${entityTable} o on o.entity = m.other
        join ${side.table} r on r.entity = m.other and r.depth = ${depth - 1}
      where ${through.link} and (r.depth = 0 or (${through.thing}))`);
    await gatherDegrees(lake, sql`select distinct nearer as entity from network_step`);
    const rows = await lake.rows<{ entity: bigint; nearer: bigint }>(sql`
      select s.entity, s.nearer from network_step s left join network_degree d on d.entity = s.nearer
      qualify row_number() over (partition by s.entity order by d.degree nulls first, s.nearer) <= ${most}
      order by s.entity, d.degree nulls first, s.nearer`);
    await dropTables(lake, ['network_step', 'network_degree']);
    for (const row of rows) nearer.set(row.entity, [...(nearer.get(row.entity) ?? []), row.nearer]);
    layer = [...new Set(rows.map((row) => row.nearer))];
  }
  return nearer;
}

/** All ways from a thing along `nearer`, to where it ends. */
function* waysFrom(
  entity: bigint,
  nearer: ReadonlyMap<bigint, readonly bigint[]>,
): Generator<readonly bigint[]> {
  const next = nearer.get(entity);
  if (next === undefined) yield [entity];
  else for (const each of next) for (const rest of waysFrom(each, nearer)) yield [entity, ...rest];
}
