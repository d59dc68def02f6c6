// In: ids of things, and of those that are in the picture already. Out: the things, the links among all of them, and
// the labels that say what may be done with it.
// Invariant: of what is protected nothing is told, whatever is asked for.
import { labelFromText } from '@clew/model/terms/label.ts';
import { caseAreaTable, entityTable, joinedLabelTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { clusterTable } from '../../resolution/tables.ts';
import type { Network, NetworkLink, NetworkNode } from './network.ts';
import { askedTable, dropTables, loadEntities, memberTable, toldTable } from './network-tables.ts';

/** The things with these ids, and the links among them and to those of `members`. Ids of nothing here are passed over. */
export async function readNetwork(
  lake: Lake,
  asked: { readonly entities: Iterable<bigint>; readonly members: Iterable<bigint> },
): Promise<Network> {
  await loadEntities(lake, toldTable, asked.entities);
  await loadEntities(lake, memberTable, asked.members);
  return tellNetwork(lake);
}

/** The network of `toldTable`, with its links to `memberTable`. */
export async function tellNetwork(lake: Lake): Promise<Network> {
  await gatherTold(lake);
  const nodes = await lake.rows<NetworkNode>(sql`
    with degree as (
      select d.entity, count(*) as degree
      from (
        select source as entity, target as other from network_touching
        union all
        select target, source from network_touching
      ) d join network_thing o on o.entity = d.other
      where not o.protected group by d.entity
    ), area as (
      select entity, list_sort(list_distinct(list(area))) as areas
      from (${areasOf({ links: sql`network_touching`, things: sql`network_thing` })}) group by entity
    )
    select e.entity, e.type, e.caption, e.statements, coalesce(d.degree, 0) as degree, e.first_seen as "firstSeen",
      e.last_seen as "lastSeen", e.label, coalesce(a.areas, []) as areas
    from network_thing e semi join ${toldTable} t on t.entity = e.entity
      left join degree d on d.entity = e.entity left join area a on a.entity = e.entity
    where not e.protected order by e.entity`);
  const links = await lake.rows<NetworkLink>(sql`
    with open as (
      select e.entity from network_thing e semi join (
        select entity from ${toldTable} union all select entity from ${memberTable}
      ) i on i.entity = e.entity
      where not e.protected
    )
    select l.kind, l.source, l.source_type as "sourceType", l.target, l.target_type as "targetType", l.statements,
      l.first_seen as "firstSeen", l.last_seen as "lastSeen", l.label
    from network_touching l semi join open s on s.entity = l.source semi join open t on t.entity = l.target
    order by l.source, l.target, l.kind`);
  await dropTables(lake, ['network_touching', 'network_thing']);
  return { nodes, links, labels: await labelsOf(lake, [...nodes, ...links]) };
}

/**
 * Makes `network_touching`, the links that begin or end at what is told, and `network_thing`, what is at their ends.
 * Tables of their own: the engine then knows how few they are, and looks single rows up by id.
 */
async function gatherTold(lake: Lake): Promise<void> {
  const columns = sql`l.kind, l.source, l.source_type, l.target, l.target_type, len(l.evidence) as statements, l.first_seen,
    l.last_seen, l.label`;
  const told = sql`(select entity from ${toldTable})`;
  await lake.run(sql`create or replace temp table network_touching as
    select ${columns} from ${linkTable} l semi join ${told} t on t.entity = l.source
    union all
    select ${columns} from ${linkTable} l semi join ${told} t on t.entity = l.target
      anti join ${told} s on s.entity = l.source`);
  await lake.run(sql`create or replace temp table network_thing as
    select e.entity, e.type, e.caption, e.statements, e.first_seen, e.last_seen, e.label, e.protected
    from ${entityTable} e semi join (
    select source as entity from network_touching union select target from network_touching union ${told}
  ) n on n.entity = e.entity`);
}

/** The id that each of these things has now: its own, or that of the one that it is part of since. None that is protected. */
export async function currentEntities(
  lake: Lake,
  ids: Iterable<bigint>,
): Promise<ReadonlyMap<bigint, bigint>> {
  await loadEntities(lake, askedTable, ids);
  await lake.run(sql`create or replace temp table network_part as
    select c.subject, c.entity from ${clusterTable} c semi join ${askedTable} a on a.entity = c.subject`);
  const rows = await lake.rows<{ asked: bigint; entity: bigint; protected: boolean }>(sql`
    select a.entity as asked, e.entity, e.protected
    from ${askedTable} a left join network_part p on p.subject = a.entity
      join ${entityTable} e on e.entity = coalesce(p.entity, a.entity)
    order by a.entity`);
  await dropTables(lake, ['network_part']);
  const open = rows.filter((row) => !row.protected);
  return new Map(open.map(({ asked, entity }) => [asked, entity]));
}

/**
 * The crime areas of the cases of each thing, its own included: columns `entity` and `area`, with repetitions. `links`
 * has the columns of `linkTable`, `things` those of `entityTable`.
 */
export function areasOf({ links, things }: { readonly links: Query; readonly things: Query }): Query {
  return sql`
    select c.entity, k.area
    from (
      select source as entity, target as "case" from ${links} where target_type = 'case'
      union all
      select entity, entity from ${things} where type = 'case'
    ) c join ${caseAreaTable} k using ("case")`;
}

async function labelsOf(lake: Lake, rows: readonly { readonly label: bigint }[]): Promise<Network['labels']> {
  const wanted = [...new Set(rows.map(({ label }) => label))];
  if (wanted.length === 0) return new Map();
  const found = await lake.rows<{ label: bigint; content: string }>(
    sql`select label, content from ${joinedLabelTable} where label in ${wanted} order by label`,
  );
  return new Map(found.map(({ label, content }) => [label, labelFromText(content)]));
}
