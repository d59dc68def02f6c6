import { type Query, sql } from '../../lake/sql.ts';
import { labelTable, statementTable } from '../../statements/tables.ts';
import type { Scope } from './indicator.ts';

// What belongs to a year: a contribution by the day it was received; a case by the day it was opened; anything else
// when the time in which its statements were true touches the year. What bears no date is in no year, and is counted
// apart.

/**
 * The statements that their owners gave for strategic analysis, the purpose of a report. Position 1 of a label's
 * text is its purposes (`labelText`).
 */
export const strategic: Query = sql`(
  select * from ${statementTable} where label in (
    select label from ${labelTable} where list_contains((content::json -> 1)::varchar[], 'strategic-analysis')
  ))`;

/** Whether the span between two date columns touches the year. Open ends are taken as points. */
export function touches(scope: Scope, first: Query, last: Query): Query {
  if (scope.year === null) return sql`true`;
  const start = { text: `date '${scope.year}-01-01'` };
  const end = { text: `date '${scope.year}-12-31'` };
  return sql`(coalesce(${first}, ${last}) <= ${end} and coalesce(${last}, ${first}) >= ${start})`;
}

/** Whether an ISO text (a date, a time, or a year alone) is in the year. */
export function startsIn(scope: Scope, text: Query): Query {
  return scope.year === null ? sql`true` : sql`left(${text}, 4) = ${String(scope.year)}`;
}

/** The cases of the scope: `file` (the case) and `opened`. A case with two dates counts by the earlier. */
export function casesOf(scope: Scope): Query {
  return sql`
    select subject as file, min(value) filter (where property = 'opened') as opened
    from ${strategic} where type = 'case' group by subject
    having ${startsIn(scope, sql`min(value) filter (where property = 'opened')`)}`;
}

/** The crime areas of the cases of the scope: `file`, `area`, `opened`. */
export function areasOf(scope: Scope): Query {
  return sql`
    select distinct c.file, s.value as area, c.opened from (${casesOf(scope)}) c
    join ${strategic} s on s.subject = c.file and s.type = 'case' and s.property = 'crimeArea'`;
}

/** Who is in which case, as stated: `subject` (a person), `file`. */
export const involved: Query = sql`
  select distinct subject, ('0x' || value)::ubigint as file from ${statementTable}
  where type = 'person' and property = 'case' and regexp_full_match(value, '[0-9a-f]{16}')`;
