// In: ids of things, and of those that are in the picture already. Out: the things, the links among all of them, and
// the labels that say what may be done with it.
// Invariant: of what is protected nothing is told, whatever is asked for.
import { labelFromText } from '@clew/model/terms/label.ts';
import { caseAreaTable, entityTable, joinedLabelTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { clusterTable } from '../../resolution/tables.ts';
import type { Network, NetworkLink, NetworkNode } from './network.ts';
import { askedTable, degreesOf, loadEntities, memberTable, toldTable } from './network-tables.ts';

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
  const told = sql`select entity from ${toldTable}`;
  const nodes = await lake.rows<NetworkNode>(sql`
    with degree as (${degreesOf(told)}), area as (
      select entity, list_sort(list_distinct(list(area))) as areas from (${areasOf(told)}) group by entity
    )
    select e.entity, e.type, e.caption, e.statements, coalesce(d.degree, 0) as degree, e.first_seen as "firstSeen",
      e.last_seen as "lastSeen", e.label, coalesce(a.areas, []) as areas
    from ${entityTable} e semi join ${toldTable} t on t.entity = e.entity
      left join degree d on d.entity = e.entity left join area a on a.entity = e.entity
    where not e.protected order by e.entity`);
  const links = await lake.rows<NetworkLink>(sql`
    with open as (
      select e.entity, bool_or(i.told) as told
      from ${entityTable} e join (
        select entity, true as told from ${toldTable} union all select entity, false from ${memberTable}
      ) i on i.entity = e.entity
      where not e.protected group by e.entity
    )
    select l.kind, l.source, l.source_type as "sourceType", l.target, l.target_type as "targetType",
      len(l.evidence) as statements, l.first_seen as "firstSeen", l.last_seen as "lastSeen", l.label
    from ${linkTable} l join open s on s.entity = l.source join open t on t.entity = l.target
    where s.told or t.told order by l.source, l.target, l.kind`);
  return { nodes, links, labels: await labelsOf(lake, [...nodes, ...links]) };
}

/** The id that each of these things has now: its own, or that of the one that it is part of since. None that is protected. */
export async function currentEntities(
  lake: Lake,
  ids: Iterable<bigint>,
): Promise<ReadonlyMap<bigint, bigint>> {
  await loadEntities(lake, askedTable, ids);
  const rows = await lake.rows<{ asked: bigint; entity: bigint }>(sql`
    select a.entity as asked, e.entity from ${askedTable} a
      left join ${clusterTable} c on c.subject = a.entity
      join ${entityTable} e on e.entity = coalesce(c.entity, a.entity)
    where not e.protected order by a.entity`);
  return new Map(rows.map(({ asked, entity }) => [asked, entity]));
}

/** The crime areas of the cases of each thing of `at`, its own included: columns `entity` and `area`, with repetitions. */
export function areasOf(at: Query): Query {
  return sql`
    select c.entity, k.area
    from (
      select l.source as entity, l.target as "case" from ${linkTable} l semi join (${at}) a on a.entity = l.source
      where l.target_type = 'case'
      union all
      select e.entity, e.entity from ${entityTable} e semi join (${at}) a on a.entity = e.entity where e.type = 'case'
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
