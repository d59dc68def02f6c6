import { keptPartnerTable } from '../../kept.ts';
import { joinSql, type Query, sql } from '../../lake/sql.ts';
import { labelTable, statementTable } from '../../statements/tables.ts';
import type { Scope } from './scope.ts';

// What belongs to a year: a contribution by the day it was received; a case by the day it was opened (or first
// recorded); anything else when the time in which its statements were true touches the year. What bears no date is in no year, and is counted
// apart.

/** A set of rows that several queries speak of by name: the `with` of each of them, printed once in a report. */
export interface Definition {
  readonly name: string;
  readonly meaning: string;
  readonly uses: readonly Definition[];
  readonly select: (scope: Scope) => Query;
}

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

/** Positions 1, 7 and 9 of a label's text are its purposes, its categories and the flag of a minor (`labelText`). */
export const strategic: Definition = {
  name: 'strategic',
  meaning: 'statements that their owners gave for strategic analysis, the purpose of a report',
  uses: [],
  select: () => sql`
    select * from ${statementTable} where label in (
      select label from ${labelTable} where list_contains((content::json -> 1)::varchar[], 'strategic-analysis')
    )`,
};

/** A case with no date of opening counts from the first day that its records bear; with two, by the earlier. */
export const caseFile: Definition = {
  name: 'case_file',
  meaning: 'cases of the year: opened in it or, where no date of opening is given, first recorded in it',
  uses: [strategic],
  select: (scope) => sql`
    select * from (
      select subject as file,
        coalesce(min(value) filter (where property = 'opened'), min(first_seen)::varchar) as opened
      from strategic where type = 'case' group by subject
    ) where ${startsIn(scope, sql`opened`)}`,
};

export const caseArea: Definition = {
  name: 'case_area',
  meaning: 'the crime areas of those cases',
  uses: [strategic, caseFile],
  select: () => sql`
    select distinct c.file, s.value as area, c.opened
    from case_file c join strategic s on s.subject = c.file and s.type = 'case' and s.property = 'crimeArea'`,
};

export const caseCountry: Definition = {
  name: 'case_country',
  meaning: 'the countries of those cases or, where a case names none, of the partner that reported it',
  uses: [strategic, caseFile],
  select: () => sql`
    select distinct c.file, coalesce(n.country, lower(p.country)) as country
    from case_file c
    join strategic s on s.subject = c.file and s.type = 'case'
    join ${labelTable} l on l.label = s.label
    left join ${keptPartnerTable} p on p.partner = l.owner
    left join (
      select subject, value as country from strategic where type = 'case' and property = 'country'
    ) n on n.subject = c.file
    where coalesce(n.country, p.country) is not null`,
};

export const areaEver: Definition = {
  name: 'area_ever',
  meaning: 'the crime areas of all cases, whatever their date',
  uses: [strategic],
  select: () => sql`
    select distinct subject as file, value as area from strategic where type = 'case' and property = 'crimeArea'`,
};

export const involved: Definition = {
  name: 'involved',
  meaning: 'who is in which case, as stated',
  uses: [strategic],
  select: () => sql`
    select distinct subject, ('0x' || value)::ubigint as file from strategic
    where type = 'person' and property = 'case' and regexp_full_match(value, '[0-9a-f]{16}')`,
};

export const role: Definition = {
  name: 'role',
  meaning: 'roles of people, as stated',
  uses: [strategic],
  select: () => sql`
    select distinct subject, value as role from strategic where type = 'person' and property = 'role'`,
};

/** They are never matched across partners, so one person whom two partners report counts twice. */
export const victim: Definition = {
  name: 'victim',
  meaning: 'people whom a partner reported as victims, dated in the year or in a case opened in it',
  uses: [strategic, caseFile, involved],
  select: (scope) => sql`
    select s.subject, bool_or((l.content::json ->> 9)::boolean) as minor
    from strategic s
    join ${labelTable} l on l.label = s.label and list_contains((l.content::json -> 7)::varchar[], 'victim')
    where s.type = 'person'
    group by s.subject
    having bool_or(${touches(scope, sql`s.first_seen`, sql`s.last_seen`)})
      or s.subject in (select subject from involved where file in (select file from case_file))`,
};

export const paper: Definition = {
  name: 'paper',
  meaning: 'documents named for people, by their numbers',
  uses: [strategic],
  select: () => sql`
    select subject, md5_number_lower('document|' || value)::ubigint as document from strategic
    where type = 'person' and property = 'document'
    union
    select s.subject, md5_number_lower('document|' || n.value)::ubigint
    from strategic s
    join strategic n on n.subject = ('0x' || s.value)::ubigint and n.type = 'document' and n.property = 'number'
    where s.type = 'person' and s.property = 'travelDocument' and regexp_full_match(s.value, '[0-9a-f]{16}')`,
};

/** The definitions that these need, each after what it uses itself, each once. */
export function withAll(definitions: readonly Definition[]): readonly Definition[] {
  const found: Definition[] = [];
  const add = (definition: Definition) => {
    for (const used of definition.uses) add(used);
    if (!found.includes(definition)) found.push(definition);
  };
  for (const definition of definitions) add(definition);
  return found;
}

/** A query that stands alone: its definitions, then itself. */
export function standingAlone(definitions: readonly Definition[], scope: Scope, select: Query): Query {
  const all = withAll(definitions);
  if (all.length === 0) return select;
  const parts = all.map(
    (definition) => sql`${{ text: definition.name }} as not materialized (${definition.select(scope)})`,
  );
  return sql`with ${joinSql(parts, ', ')} ${select}`;
}

/** Puts what several queries speak of under its name. What merely chooses statements stays a view: they may be many. */
export function heldFor(definition: Definition, scope: Scope): Query {
  const kind = { text: kindOf(definition) };
  return sql`create or replace temp ${kind} ${{ text: definition.name }} as ${definition.select(scope)}`;
}

export function droppedAfter(definition: Definition): Query {
  return { text: `drop ${kindOf(definition)} ${definition.name}` };
}

function kindOf({ uses }: Definition): 'view' | 'table' {
  return uses.length === 0 ? 'view' : 'table';
}
