import { entityTable, joinedLabelTable, linkTable, momentTable, placeTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import type {
  DossierHead,
  DossierLink,
  DossierLinks,
  DossierMoment,
  DossierPlace,
  ListedLink,
  PartPage,
  Portion,
} from './dossier.ts';

/**
 * Links by kind, the best evidenced first. A protected person is shown with cases alone; and only people, cases and
 * events show that they have to do with protected persons: a phone or an address would be a way to them.
 */
export async function readLinks(
  lake: Lake,
  head: DossierHead,
  limit: number,
): Promise<{ readonly groups: DossierLinks[]; readonly withheld: number }> {
  const rows = await lake.rows<LinkRow>(sql`
    select ${linkColumns}, shown, count(*) over (partition by kind, direction, shown) as total
    from (${toldLinks(head)})
    qualify row_number() over (partition by kind, direction, shown
      order by statements desc, last_seen desc nulls last, other) <= case when shown then ${limit} else 1 end
    order by ${linkOrder}`);
  const groups = new Map<string, DossierLinks & { readonly rows: DossierLink[] }>();
  let withheld = 0;
  for (const { kind, direction, shown: isShown, total, ...link } of rows) {
    if (!isShown) {
      withheld += total;
      continue;
    }
    const key = `${kind} ${direction}`;
    const group = groups.get(key) ?? { kind, direction, total, rows: [] };
    group.rows.push(link);
    groups.set(key, group);
  }
  return { groups: [...groups.values()], withheld };
}

type LinkRow = DossierLink &
  Pick<DossierLinks, 'kind' | 'direction'> & { readonly shown: boolean; readonly total: number };

/** The links that may be shown as one list, in the order of the groups. */
export function listLinks(lake: Lake, head: DossierHead, page: PartPage): Promise<ListedLink[]> {
  return lake.rows<ListedLink>(sql`
    select ${linkColumns} from (${toldLinks(head)}) where shown
    order by ${linkOrder} limit ${page.limit} offset ${page.offset ?? 0}`);
}

const linkColumns = sql`kind, direction, other, type as "otherType", caption as "otherCaption",
  protected as "otherProtected", len(evidence) as statements, owners, first_seen as "firstSeen", last_seen as "lastSeen"`;

const linkOrder = sql`kind, direction desc, statements desc, last_seen desc nulls last, other`;

/** Every link of the entity, and whether it may be shown. */
function toldLinks(head: DossierHead): Query {
  const shown = head.protected
    ? sql`o.type = 'case'`
    : head.type === 'person' || head.type === 'case'
      ? sql`(not o.protected or o.type = 'person')`
      : sql`not o.protected`;
  return sql`
    select m.*, o.type, o.caption, o.protected, ${shown} as shown
    from (
      select kind, 'out' as direction, target as other, evidence, owners, first_seen, last_seen
      from ${linkTable} where source = ${head.entity}
      union all
      select kind, 'in', source, evidence, owners, first_seen, last_seen
      from ${linkTable} where target = ${head.entity}
    ) m join ${entityTable} o on o.entity = m.other`;
}

interface Shown<T> {
  readonly shown: Portion<T>;
  readonly withheld: number;
}

/** Where the entity was, the most frequent first. */
export async function readPlaces(
  lake: Lake,
  head: DossierHead,
  { limit, offset = 0 }: PartPage,
): Promise<Shown<DossierPlace>> {
  const mine = sql`select p.*, ${isWithheld(head)} as withheld
    from ${placeTable} p join ${joinedLabelTable} l on l.label = p.label where p.entity = ${head.entity}`;
  const { total, withheld } = await lake.row<{ total: number; withheld: number }>(sql`
    select count(distinct (place, country)) filter (not withheld) as total,
      count(distinct (place, country)) filter (withheld) as withheld
    from (${mine})`);
  const rows = await lake.rows<DossierPlace>(sql`
    select place, country, count(*) as times, min(seen) as "firstSeen", max(seen) as "lastSeen"
    from (${mine}) where not withheld
    group by place, country order by times desc, place, country limit ${limit} offset ${offset}`);
  return { shown: { total, rows }, withheld };
}

/** What happened to the entity: the last moments, in date order; with an offset those before the last so many. */
export async function readMoments(
  lake: Lake,
  head: DossierHead,
  { limit, offset = 0 }: PartPage,
): Promise<Shown<DossierMoment>> {
  const mine = sql`select m.date, m.kind, m.other, string_split(l.owner, ',') as owners, ${isWithheld(head)} as withheld
    from ${momentTable} m join ${joinedLabelTable} l on l.label = m.label where m.entity = ${head.entity}`;
  const { total, withheld } = await lake.row<{ total: number; withheld: number }>(sql`
    select count(*) filter (not withheld) as total, count(*) filter (withheld) as withheld from (${mine})`);
  const rows = await lake.rows<DossierMoment>(sql`
    with last as (
      select * from (${mine}) where not withheld order by date desc, kind desc, other desc nulls first limit ${limit} offset ${offset}
    ), spot as (
      select p.entity, min(coalesce(p.place, upper(p.country))) as place
      from ${placeTable} p semi join last on last.other = p.entity group by p.entity
    )
    select m.date, m.kind, m.other, o.type as "otherType", o.caption as "otherCaption", s.place, m.owners
    from last m left join ${entityTable} o on o.entity = m.other left join spot s on s.entity = m.other
    order by m.date, m.kind, m.other`);
  return { shown: { total, rows }, withheld };
}

function isWithheld(head: DossierHead): Query {
  return head.protected ? sql`true` : sql`l.protected`;
}
