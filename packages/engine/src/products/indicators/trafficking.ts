import { type Query, sql } from '../../lake/sql.ts';
import { labelTable } from '../../statements/tables.ts';
import { areasOf, involved, strategic, touches } from './dating.ts';
import type { Indicator, Scope } from './indicator.ts';

const trafficking = (scope: Scope) => sql`select * from (${areasOf(scope)}) where starts_with(area, 'thb-')`;

/**
 * Persons whom a partner reported as victims: `subject`, `minor`. They are never matched across partners, so one
 * person whom two partners report counts twice. Positions 7 and 9 of a label's text are categories and the minor
 * flag (`labelText`).
 */
function victims(scope: Scope): Query {
  return sql`
    select s.subject, bool_or((l.content::json ->> 9)::boolean) as minor
    from ${strategic} s
    join ${labelTable} l on l.label = s.label
      and list_contains((l.content::json -> 7)::varchar[], 'victim')
    where s.type = 'person'
    group by s.subject
    having bool_or(${touches(scope, sql`s.first_seen`, sql`s.last_seen`)})
      or s.subject in (select subject from (${involved}) where file in (select file from (${areasOf(scope)})))`;
}

export const formsOfExploitation: Indicator = {
  id: 'trafficking.forms',
  title: 'Trafficking cases reported to the hub, by form of exploitation',
  unit: 'cases',
  dimension: 'form of exploitation',
  cells: 'overlapping',
  smallCells: true,
  query: (scope) => sql`
    select area as dimension, count(distinct file) as value from (${trafficking(scope)})
    group by area order by value desc, dimension`,
};

/** The denominator of shares of forms: cases that state any form (CTDC: missing is not no). */
export const casesWithForm: Indicator = {
  id: 'trafficking.cases',
  title: 'Trafficking cases reported to the hub',
  unit: 'cases',
  cells: 'one',
  smallCells: true,
  query: (scope) => sql`
    select null::varchar as dimension, count(distinct file) as value from (${trafficking(scope)})`,
};

export const traffickingCasesByMonth: Indicator = {
  id: 'trafficking.cases-by-month',
  title: 'Trafficking cases reported to the hub, by month of opening',
  unit: 'cases',
  dimension: 'month',
  cells: 'disjoint',
  smallCells: true,
  query: (scope) => sql`
    select case when length(opened) >= 7 then left(opened, 7) end as dimension, count(distinct file) as value
    from (${trafficking(scope)}) group by all order by dimension`,
};

export const traffickingCasesByCountry: Indicator = {
  id: 'trafficking.cases-by-country',
  title: 'Trafficking cases reported to the hub, by country of the case',
  unit: 'cases',
  dimension: 'country',
  cells: 'overlapping',
  smallCells: true,
  query: (scope) => sql`
    select s.value as dimension, count(distinct c.file) as value
    from (${trafficking(scope)}) c
    join ${strategic} s on s.subject = c.file and s.type = 'case' and s.property = 'country'
    group by all order by value desc, dimension`,
};

export const victimsByAge: Indicator = {
  id: 'trafficking.victims-by-age',
  title: 'Reported victims, by whether they are flagged as minors',
  unit: 'victims as reported',
  dimension: 'age',
  cells: 'disjoint',
  smallCells: true,
  query: (scope) => sql`
    select case when minor then 'minor' else 'not flagged as a minor' end as dimension, count(*) as value
    from (${victims(scope)}) group by all order by dimension`,
};

export const victimsBySex: Indicator = {
  id: 'trafficking.victims-by-sex',
  title: 'Reported victims, by sex as stated',
  unit: 'victims as reported',
  dimension: 'sex',
  cells: 'disjoint',
  smallCells: true,
  query: (scope) => sql`
    select coalesce(x.sex, 'not stated') as dimension, count(*) as value
    from (${victims(scope)}) v
    left join (
      select subject, min(value) as sex from ${strategic}
      where type = 'person' and property = 'sex' group by subject
    ) x on x.subject = v.subject
    group by all order by dimension`,
};

export const victimsByForm: Indicator = {
  id: 'trafficking.victims-by-form',
  title: 'Reported victims in trafficking cases, by form of exploitation',
  unit: 'victims as reported',
  dimension: 'form of exploitation',
  cells: 'overlapping',
  smallCells: true,
  query: (scope) => sql`
    select c.area as dimension, count(distinct v.subject) as value
    from (${victims(scope)}) v join (${involved}) i on i.subject = v.subject
    join (${trafficking(scope)}) c on c.file = i.file
    group by all order by value desc, dimension`,
};

export const traffickingRoles: Indicator = {
  id: 'trafficking.roles',
  title: 'Other people in trafficking cases, by the role that partners state',
  unit: 'people as reported',
  dimension: 'role',
  cells: 'overlapping',
  smallCells: true,
  query: (scope) => sql`
    select s.value as dimension, count(distinct i.subject) as value
    from (${trafficking(scope)}) c join (${involved}) i on i.file = c.file
    join ${strategic} s on s.subject = i.subject and s.type = 'person' and s.property = 'role'
    where s.value <> 'victim'
    group by all order by value desc, dimension`,
};

export const adverts: Indicator = {
  id: 'trafficking.adverts-by-month',
  title: 'Adverts handed in, by month of posting',
  unit: 'adverts',
  dimension: 'month',
  cells: 'disjoint',
  smallCells: false,
  query: (scope) => sql`
    select left(value, 7) as dimension, count(distinct subject) as value from ${strategic}
    where type = 'advert' and property = 'date' and length(value) >= 7
      and ${scope.year === null ? sql`true` : sql`left(value, 4) = ${String(scope.year)}`}
    group by all order by dimension`,
};
