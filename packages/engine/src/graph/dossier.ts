import { findEntityType, ontology } from '@clew/model/ontology/ontology.ts';
import { keptContributionTable } from '../kept.ts';
import type { Lake } from '../lake/lake.ts';
import { joinSql, sql } from '../lake/sql.ts';
import { clusterTable } from '../resolution/tables.ts';
import { statementTable, subjectTable } from '../statements/tables.ts';
import { entityTable, linkTable, placeTable } from './tables.ts';

/** All that is known of one entity, as a person reads it. */
export interface Dossier {
  readonly entity: bigint;
  readonly type: string;
  readonly caption: string;
  readonly owners: readonly string[];
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** A protected person: no name, no number and no place is in the dossier, only that there are links. */
  readonly protected: boolean;
  readonly values: readonly DossierValue[];
  readonly links: readonly DossierLink[];
  readonly places: readonly DossierPlace[];
  readonly records: readonly DossierRecord[];
  /** How many there are in all; the lists above stop at `limit`. */
  readonly totals: {
    readonly values: number;
    readonly links: number;
    readonly places: number;
    readonly records: number;
  };
}

export interface DossierValue {
  readonly property: string;
  /** The compare key, and the text most often given for it. */
  readonly value: string;
  readonly original: string;
  /** Records that state it, and the partners they come from. */
  readonly records: number;
  readonly owners: readonly string[];
}

export interface DossierLink {
  readonly kind: string;
  /** `out`: from this entity; `in`: to it. */
  readonly direction: 'out' | 'in';
  readonly other: bigint;
  readonly otherType: string;
  readonly otherCaption: string;
  readonly statements: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

export interface DossierPlace {
  readonly place: string | null;
  readonly country: string | null;
  readonly times: number;
  readonly lastSeen: string | null;
}

export interface DossierRecord {
  readonly subject: bigint;
  readonly partner: string;
  readonly contribution: string;
  readonly file: string;
  readonly row: number;
}

/** The entity that an id means: its own, or that of one of its subjects. Undefined when there is none. */
export async function findEntity(lake: Lake, id: bigint): Promise<bigint | undefined> {
  const rows = await lake.rows<{ entity: bigint }>(sql`
    select e.entity from ${entityTable} e where e.entity = ${id}
    union all
    select c.entity from ${clusterTable} c where c.subject = ${id}
    limit 1`);
  return rows[0]?.entity;
}

/** The dossier of an entity. Each list holds at most `limit` rows, the weightiest first. */
export async function readDossier(
  lake: Lake,
  options: { readonly entity: bigint; readonly limit: number },
): Promise<Dossier> {
  const head = await lake.row<Head>(sql`
    select entity, type, caption, owners, first_seen as "firstSeen", last_seen as "lastSeen", protected
    from ${entityTable} where entity = ${options.entity}`);
  const { entity } = head;
  await lake.run(sql`create or replace temp table dossier_subject as
    select ${entity}::ubigint as subject union select subject from ${clusterTable} where entity = ${entity}`);
  const all = {
    values: inOrder(head.type, head.protected ? await protectedValues(lake) : await openValues(lake)),
    links: await linksOf(lake, head),
    places: head.protected ? [] : await placesOf(lake, entity),
    records: await recordsOf(lake),
  };
  await lake.run(sql`drop table dossier_subject`);
  const first = <T>(rows: readonly T[]) => rows.slice(0, options.limit);
  return {
    ...head,
    values: first(all.values),
    links: first(all.links),
    places: first(all.places),
    records: first(all.records),
    totals: {
      values: all.values.length,
      links: all.links.length,
      places: all.places.length,
      records: all.records.length,
    },
  };
}

type Head = Pick<Dossier, 'entity' | 'type' | 'caption' | 'owners' | 'firstSeen' | 'lastSeen' | 'protected'>;

/** Values in the order of the ontology's properties: what identifies comes first. */
function inOrder(type: string, values: readonly DossierValue[]): DossierValue[] {
  const order = Object.keys(findEntityType(type)?.properties ?? {});
  return [...values].sort((one, other) => order.indexOf(one.property) - order.indexOf(other.property));
}

/** Properties whose value is the id of another subject: the links show them. */
const references = joinSql(
  ontology.flatMap((type) =>
    Object.entries(type.properties).flatMap(([name, property]) =>
      property.kind === 'ref' ? [sql`(${type.id}, ${name})`] : [],
    ),
  ),
  ', ',
);

function openValues(lake: Lake): Promise<DossierValue[]> {
  return lake.rows<DossierValue>(sql`
    select s.property, s.value, coalesce(mode(s.original), s.value) as original,
      count(distinct (s.contribution, s."row")) as records, list_sort(list(distinct k.partner)) as owners
    from ${statementTable} s semi join dossier_subject d on d.subject = s.subject
    left join ${keptContributionTable} k on k.contribution = s.contribution
    where (s.type, s.property) not in (${references})
    group by s.property, s.value order by s.property, records desc, s.value`);
}

/** What may be said of a protected person: why the person is protected. */
function protectedValues(lake: Lake): Promise<DossierValue[]> {
  return lake.rows<DossierValue>(sql`
    select s.property, s.value, s.value as original, count(distinct (s.contribution, s."row")) as records,
      list_sort(list(distinct k.partner)) as owners
    from ${statementTable} s semi join dossier_subject d on d.subject = s.subject
    left join ${keptContributionTable} k on k.contribution = s.contribution
    where s.property in ('category', 'role')
    group by s.property, s.value order by s.property, records desc, s.value`);
}

function linksOf(lake: Lake, head: Head): Promise<DossierLink[]> {
  const shown = head.protected ? sql`o.type = 'case'` : sql`true`;
  return lake.rows<DossierLink>(sql`
    with mine as (
      select kind, 'out' as direction, target as other, evidence, first_seen, last_seen
      from ${linkTable} where source = ${head.entity}
      union all
      select kind, 'in', source, evidence, first_seen, last_seen
      from ${linkTable} where target = ${head.entity}
    )
    select m.kind, m.direction, m.other, o.type as "otherType", o.caption as "otherCaption",
      len(m.evidence) as statements, m.first_seen as "firstSeen", m.last_seen as "lastSeen"
    from mine m join ${entityTable} o on o.entity = m.other
    where ${shown}
    order by m.kind, m.direction, statements desc, m.last_seen desc nulls last, m.other`);
}

function placesOf(lake: Lake, entity: bigint): Promise<DossierPlace[]> {
  return lake.rows<DossierPlace>(sql`
    select place, country, count(*) as times, max(seen) as "lastSeen"
    from ${placeTable} where entity = ${entity}
    group by place, country order by times desc, place, country`);
}

function recordsOf(lake: Lake): Promise<DossierRecord[]> {
  return lake.rows<DossierRecord>(sql`
    select distinct s.subject, k.partner, s.contribution, k.file_name as file, s."row"
    from ${subjectTable} s semi join dossier_subject d on d.subject = s.subject
    join ${keptContributionTable} k on k.contribution = s.contribution
    order by k.partner, s.contribution, s."row", s.subject`);
}
