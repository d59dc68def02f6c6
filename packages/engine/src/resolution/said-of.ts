import { findEntityType } from '@clew/model/ontology/ontology.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { labelTable, statementTable } from '../statements/tables.ts';
import type { TypeModel } from './model.ts';
import { clusterTable } from './tables.ts';
import { traitProperties } from './trait-properties.ts';
import { valueSubject } from './value-subject.ts';

/** Values of one trait that are read out; the rest is counted. */
const mostShown = 4;

/** What one subject says of each comparison, by comparison id, as it was written. Null: a protected person's is not told. */
export type Said = ReadonlyMap<string, readonly string[]> | null;

interface Statement {
  readonly place: string;
  readonly property: string;
  readonly text: string;
}

/** Of a protected person no name, contact or place is read out; what a view may not read is not in it. */
export async function saidOf(lake: Lake, subject: bigint, model: TypeModel): Promise<Said> {
  if (await isProtected(lake, subject, model.type)) return null;
  const statements = await statementsOf(lake, subject, model.type);
  const said = new Map<string, readonly string[]>();
  for (const comparison of model.comparisons) {
    const values = shownValues(model, traitProperties(model, comparison), statements);
    if (values.length > mostShown) {
      values.splice(mostShown, values.length, `and ${values.length - mostShown} more`);
    }
    if (values.length > 0) said.set(comparison.id, values);
  }
  return said;
}

/**
 * Whether what a subject is must not be read out: a person whom any statement of theirs protects, in whatever file; a thing
 * of which only protected statements tell.
 */
export async function isProtected(lake: Lake, subject: bigint, type: string): Promise<boolean> {
  const own = await lake.row<{ some: boolean; every: boolean }>(sql`
    select coalesce(bool_or(l.protected), false) as some, coalesce(bool_and(l.protected), false) as every
    from ${clusterTable} c join ${clusterTable} o on o.entity = c.entity
    join ${statementTable} s on s.subject = o.subject join ${labelTable} l using (label)
    where c.subject = ${subject}`);
  if (type === 'person') return own.some;
  if (own.every || findEntityType(type)?.key === undefined) return own.every;
  const pointing = await lake.row<{ every: boolean }>(sql`
    select coalesce(bool_and(l.protected), false) as every from ${statementTable} s join ${labelTable} l using (label)
    where ${valueSubject(type, { text: 's.value' })} = ${subject}`);
  return pointing.every;
}

/** The properties whose value is another subject: what is shown of them is its name. */
function referring(type: string): readonly string[] {
  const properties = Object.entries(findEntityType(type)?.properties ?? {});
  return ['', ...properties.filter(([, { kind }]) => kind === 'ref').map(([property]) => property)];
}

async function statementsOf(lake: Lake, subject: bigint, type: string): Promise<readonly Statement[]> {
  const rows = await lake.rows<Statement>(sql`
    select distinct s.contribution || ' ' || s."row" as place, s.property, coalesce(o.original, o.value, s.original, s.value) as text
    from ${statementTable} s left join ${statementTable} o on o.subject = try_cast('0x' || s.value as ubigint)
      and o.contribution = s.contribution and o.property = 'name' and s.property in ${referring(type)}
      and o.label in (select label from ${labelTable} where not protected)
    where s.subject = ${subject} and s.type = ${type} order by place, s.property, text`);
  const key = findEntityType(type)?.key;
  if (rows.length > 0 || key === undefined) return rows;
  // A value that is a thing by itself: whoever points at it says it.
  return lake.rows<Statement>(sql`
    select '' as place, ${key} as property, min(coalesce(original, value)) as text from ${statementTable}
    where ${valueSubject(type, { text: 'value' })} = ${subject} group by value order by text`);
}

/** Distinct values in their order; parts of a name that one row gives are put together. */
function shownValues(
  { features: { names } }: TypeModel,
  properties: readonly string[],
  statements: readonly Statement[],
): string[] {
  const parts = [...(names?.given ?? []), ...(names?.family ?? [])];
  const inParts = new Map<string, string[]>();
  const values: string[] = [];
  for (const property of properties) {
    for (const statement of statements) {
      if (statement.property !== property) continue;
      if (parts.includes(property)) {
        inParts.set(statement.place, [...(inParts.get(statement.place) ?? []), statement.text]);
      } else values.push(statement.text);
    }
  }
  return [...new Set([...values, ...[...inParts.values()].map((words) => words.join(' '))])];
}
