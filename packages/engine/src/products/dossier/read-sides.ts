import { findEntityType } from '@clew/model/ontology/ontology.ts';
import { entityTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { labelTable, statementTable } from '../../statements/tables.ts';
import { openOfProtected, references } from './stated.ts';

/** What two subjects are said to be in one property, as given, each value once. */
export interface SideBySide {
  readonly property: string;
  readonly title: string;
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/** More values of one property than this are not shown side by side. */
const mostValues = 20;

/**
 * Two subjects side by side, in the order of the properties of their type. What a dossier keeps back of protected
 * persons is kept back here.
 */
export async function readSides(
  lake: Lake,
  given: { readonly type: string; readonly a: bigint; readonly b: bigint },
): Promise<readonly SideBySide[]> {
  const { type, a, b } = given;
  const withheld = sql`case when e.protected then e.type <> 'person' or s.property not in ${openOfProtected}
    else l.protected end`;
  const rows = await lake.rows<{ subject: bigint; property: string; values: readonly string[] }>(sql`
    select s.subject, s.property,
      list_sort(list(distinct coalesce(s.original, s.value)))[1:${mostValues}] as "values"
    from ${statementTable} s join ${labelTable} l using (label)
    join ${clusterTable} k on k.subject = s.subject join ${entityTable} e on e.entity = k.entity
    where s.subject in ${[a, b]} and (s.type, s.property) not in (${references}) and s.value is not null
      and not (${withheld})
    group by s.subject, s.property order by s.subject, s.property`);
  const properties = findEntityType(type)?.properties ?? {};
  const valuesOf = (subject: bigint, property: string) =>
    rows.find((row) => row.subject === subject && row.property === property)?.values ?? [];
  const stated = new Set(rows.map(({ property }) => property));
  return Object.entries(properties)
    .filter(([property]) => stated.has(property))
    .map(([property, { title }]) => ({
      property,
      title,
      a: valuesOf(a, property),
      b: valuesOf(b, property),
    }));
}
