import { entityTable, joinedLabelTable, momentTable, placeTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import type { Portion } from './dossier.ts';

/** Where and when one thing was, and what happened to it when. */
export interface Whereabouts {
  readonly entity: bigint;
  readonly type: string;
  readonly caption: string;
  /** The last ones, in date order; those without a date come first. */
  readonly stays: Portion<Stay>;
  /** The last ones, in date order. */
  readonly moments: Portion<Happening>;
}

/** A place on a day. Degrees of WGS 84; null where the gazetteer does not know the place. */
export interface Stay {
  readonly place: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly seen: string | null;
  /** In how many rows of the graph. */
  readonly times: number;
}

export interface Happening {
  readonly date: string;
  readonly kind: string;
  /** The event that it took part in; null when the moment is its own. */
  readonly other: bigint | null;
  readonly otherType: string | null;
  readonly otherCaption: string | null;
}

export interface WhereaboutsOptions {
  readonly entities: readonly bigint[];
  /** The most stays and the most moments of each. */
  readonly limit: number;
}

/**
 * The whereabouts of those entities that are there, in the order of their ids. A protected person, and what only such
 * persons name, is left out: this is for pictures. Of the others no row is read that rests on a protected statement.
 */
export async function readWhereabouts(lake: Lake, options: WhereaboutsOptions): Promise<Whereabouts[]> {
  if (options.entities.length === 0) return [];
  const asked = sql`select entity, type, caption from ${entityTable}
    where entity in ${options.entities} and not protected`;
  const things = await lake.rows<{ entity: bigint; type: string; caption: string }>(
    sql`${asked} order by entity`,
  );
  const stays = await readStays(lake, asked, options.limit);
  const moments = await readHappenings(lake, asked, options.limit);
  return things.map((thing) => ({
    ...thing,
    stays: portion(stays.get(thing.entity)),
    moments: portion(moments.get(thing.entity)),
  }));
}

type OfEntity<Row> = Row & { readonly entity: bigint; readonly total: number };

async function readStays(lake: Lake, asked: Query, limit: number): Promise<Map<bigint, OfEntity<Stay>[]>> {
  const rows = await lake.rows<OfEntity<Stay>>(sql`
    with day as (
      select p.entity, p.place, p.country, any_value(p.latitude order by p.latitude) as latitude,
        any_value(p.longitude order by p.latitude) as longitude, p.seen, count(*) as times
      from ${placeTable} p semi join (${asked}) a on a.entity = p.entity
        anti join ${protectedLabels()} l on l.label = p.label
      group by p.entity, p.place, p.country, p.seen
    )
    select *, count(*) over (partition by entity) as total from day
    qualify row_number() over (partition by entity order by seen desc nulls last, place, country) <= ${limit}
    order by entity, seen nulls first, place, country`);
  return byEntity(rows);
}

async function readHappenings(
  lake: Lake,
  asked: Query,
  limit: number,
): Promise<Map<bigint, OfEntity<Happening>[]>> {
  const rows = await lake.rows<OfEntity<Happening>>(sql`
    with last as (
      select m.entity, m.date, m.kind, m.other, count(*) over (partition by m.entity) as total
      from (
        select distinct m.entity, m.date, m.kind, m.other
        from ${momentTable} m semi join (${asked}) a on a.entity = m.entity
          anti join ${protectedLabels()} l on l.label = m.label
      ) m
      qualify row_number() over (partition by m.entity order by m.date desc, m.kind desc, m.other desc nulls first)
        <= ${limit}
    )
    select m.entity, m.total, m.date, m.kind, m.other, o.type as "otherType", o.caption as "otherCaption"
    from last m left join ${entityTable} o on o.entity = m.other
    order by m.entity, m.date, m.kind, m.other nulls first`);
  return byEntity(rows);
}

function protectedLabels(): Query {
  return sql`(select label from ${joinedLabelTable} where protected)`;
}

function byEntity<Row>(rows: readonly OfEntity<Row>[]): Map<bigint, OfEntity<Row>[]> {
  const found = new Map<bigint, OfEntity<Row>[]>();
  for (const row of rows) {
    const own = found.get(row.entity) ?? [];
    own.push(row);
    found.set(row.entity, own);
  }
  return found;
}

function portion<Row>(rows: readonly OfEntity<Row>[] = []): Portion<Row> {
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ entity: _, total: __, ...row }) => row as unknown as Row),
  };
}
