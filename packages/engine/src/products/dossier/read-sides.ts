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
  /** Whether both have a value in common, however it is written. */
  readonly same: boolean;
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
  const rows = await lake.rows<StatedProperty>(sql`
    select s.subject, s.property, list_sort(list(distinct s.value)) as keys,
      list_sort(list(distinct coalesce(s.original, s.value)))[1:${mostValues}] as "values"
    from ${openStatements} and s.subject in ${[a, b]} and (s.type, s.property) not in (${references})
    group by s.subject, s.property order by s.subject, s.property`);
  const properties = findEntityType(type)?.properties ?? {};
  const statedOf = (subject: bigint, property: string) =>
    rows.find((row) => row.subject === subject && row.property === property) ?? nothing;
  const stated = new Set(rows.map(({ property }) => property));
  return Object.entries(properties)
    .filter(([property]) => stated.has(property))
    .map(([property, { title }]) => {
      const [one, other] = [statedOf(a, property), statedOf(b, property)];
      const same = one.keys.some((key) => other.keys.includes(key));
      return { property, title, a: one.values, b: other.values, same };
    });
}

/** What subjects are called, as given, as far as a dossier would tell: the first name in the order of letters. */
export async function readNames(
  lake: Lake,
  subjects: readonly bigint[],
): Promise<ReadonlyMap<bigint, string>> {
  if (subjects.length === 0) return new Map();
  const rows = await lake.rows<{ subject: bigint; name: string }>(sql`
    select s.subject, min(coalesce(s.original, s.value)) as name
    from ${openStatements} and s.subject in ${subjects} and s.property = 'name' group by s.subject`);
  return new Map(rows.map(({ subject, name }) => [subject, name]));
}

interface StatedProperty {
  readonly subject: bigint;
  readonly property: string;
  /** In the form that values are compared in. */
  readonly keys: readonly string[];
  readonly values: readonly string[];
}

const nothing: Pick<StatedProperty, 'keys' | 'values'> = { keys: [], values: [] };

/** Statements with a value, without those that a dossier keeps back of protected persons. */
const openStatements = sql`${statementTable} s join ${labelTable} l using (label)
  join ${clusterTable} k on k.subject = s.subject join ${entityTable} e on e.entity = k.entity
  where s.value is not null and not (case when e.protected
    then e.type <> 'person' or s.property not in ${openOfProtected} else l.protected end)`;
