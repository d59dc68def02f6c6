import type { PictureOf } from '@clew/model/finding-picture.ts';
import { entityTable, linkTable, placeTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementId, statementTable } from '../../statements/tables.ts';
import { grouped } from '../grouped.ts';
import { bearingTable, carriedQuery } from './bearings.ts';
import type { SharedBearing } from './several-bearers.ts';

/** What is told of, with its bearers by their places. A working table. */
const toldTable = defineTable('findings_work', 'told_bearing', {
  lead: 'BIGINT',
  sort: 'VARCHAR',
  key: 'VARCHAR',
  person: 'UBIGINT',
  bearer: 'BIGINT',
});

/** One row in which a bearer was seen with it. */
export interface BearingUse {
  readonly bearer: number;
  readonly number: string;
  readonly day: string | null;
  readonly place: string | null;
}

export interface BehindBearing {
  readonly evidence: readonly bigint[];
  readonly labels: readonly bigint[];
  readonly documents: readonly bigint[];
  /** Files that speak of it, and rows in them. */
  readonly files: number;
  readonly rows: number;
  /** Protected people on file with it. */
  readonly protected: number;
  /** In the order of days. */
  readonly uses: readonly BearingUse[];
}

/** What is behind each: the statements that name it and those that show its bearers to be different. Undefined: nothing to show. */
export async function behindBearings(
  lake: Lake,
  found: readonly SharedBearing[],
): Promise<readonly (BehindBearing | undefined)[]> {
  await loadTable(
    lake,
    toldTable,
    found.flatMap(({ sort, key, bearers }, lead) =>
      bearers.map(({ person }, bearer) => ({ lead, sort, key, person, bearer })),
    ),
  );
  const behind = new Map(
    (await lake.rows<BehindBearing & { lead: number }>(behindQuery)).map((row) => [row.lead, row]),
  );
  const uses = grouped(await lake.rows<BearingUse & { lead: number }>(usesQuery), ({ lead }) => lead);
  return found.map((_, lead) => {
    const known = behind.get(lead);
    return known === undefined ? undefined : { ...known, uses: uses.get(lead) ?? [] };
  });
}

const chosen = sql`
  select t.lead, t.bearer, b.* from ${toldTable} t join ${bearingTable} b using (sort, key, person)`;

const behindQuery = sql`
  with chosen as (${chosen}),
  said as (
    select lead, statement from chosen
    union
    select c.lead, unnest(l.evidence) from chosen c join ${linkTable} l using (link) where c.sort <> 'number'
    union
    select t.lead, ${statementId('s')} from ${toldTable} t join ${clusterTable} c on c.entity = t.person
      join ${statementTable} s on s.subject = c.subject and s.type = 'person'
        and s.property in ('birthDate', 'name', 'firstName', 'lastName')
  ), marked as (
    select c.lead, l.label from chosen c join ${linkTable} l using (link)
    union
    select c.lead, e.label from chosen c join ${entityTable} e on e.entity = c.person
    union
    select c.lead, e.label from chosen c join ${entityTable} e on e.entity = c.document
  ), shown as (
    select c.lead, list_sort(list_distinct(list(c.document))) as documents from chosen c
      join ${entityTable} e on e.entity = c.document and not e.protected group by c.lead
  ), counted as (
    select lead, count(distinct contribution) as files, count(distinct (contribution, "row")) as "rows"
    from chosen group by lead
  ), hidden as (
    select c.lead, count(distinct k.person) as n from chosen c join (${carriedQuery}) k using (document)
      join ${entityTable} e on e.entity = k.person and e.protected group by c.lead
  )
  select k.lead, k.files, k."rows", s.documents, coalesce(h.n, 0) as protected,
    (select list_sort(list(statement)) from said where said.lead = k.lead) as evidence,
    (select list_sort(list(label)) from marked where marked.lead = k.lead) as labels
  from counted k join shown s using (lead) left join hidden h using (lead)`;

const usesQuery = sql`
  with chosen as (${chosen})
  select c.lead, c.bearer, any_value(e.caption) as number, c.seen::varchar as day,
    min(coalesce(p.place, p.country)) as place
  from chosen c join ${entityTable} e on e.entity = c.document and not e.protected
    left join ${placeTable} p on p.entity = c.person and p.seen = c.seen
  group by c.lead, c.bearer, c.contribution, c."row", c.document, c.seen
  order by c.lead, c.seen, c.bearer, number, c.contribution, c."row"`;

const mostRows = 60;

/** Who had it when and where; for what documents rest on also which document. */
export function bearingPicture(uses: readonly BearingUse[], withNumber: boolean): PictureOf<'table'> {
  return {
    kind: 'table',
    heads: [...(withNumber ? ['number'] : []), 'date', 'place', 'holder'],
    rows: uses
      .slice(0, mostRows)
      .map(({ number, day, place, bearer }) => [
        ...(withNumber ? [number] : []),
        day,
        place,
        bearer < 26 ? String.fromCharCode(65 + bearer) : String(bearer + 1),
      ]),
    more: Math.max(0, uses.length - mostRows),
  };
}

/** Days on which it was in different places in different hands. */
export function daysAtOnce(uses: readonly BearingUse[]): number {
  const placed = uses.filter(({ day, place }) => day !== null && place !== null);
  const byDay = grouped(placed, ({ day }) => day);
  return [...byDay.values()].filter(([first, ...others]) =>
    others.some(({ bearer, place }) => bearer !== first?.bearer && place !== first?.place),
  ).length;
}

/** How often it came back to somebody after another had had it: never, where a number was given anew. */
export function comingsBack(uses: readonly BearingUse[]): number {
  const before = new Set<number>();
  let last: number | undefined;
  let times = 0;
  for (const { bearer, day } of uses) {
    if (day === null) continue;
    if (bearer !== last && before.has(bearer)) times++;
    before.add(bearer);
    last = bearer;
  }
  return times;
}
