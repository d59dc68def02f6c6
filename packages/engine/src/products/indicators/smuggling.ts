import { entityTable, placeTable } from '../../graph/tables.ts';
import { sql } from '../../lake/sql.ts';
import { areasOf, casesOf, involved, strategic, touches } from './dating.ts';
import type { Indicator, Scope } from './indicator.ts';

const smuggling = (scope: Scope) => sql`select * from (${areasOf(scope)}) where area = 'migrant-smuggling'`;

export const smugglingCasesByMonth: Indicator = {
  id: 'smuggling.cases-by-month',
  title: 'Migrant-smuggling cases reported to the hub, by month of opening',
  unit: 'cases',
  dimension: 'month',
  cells: 'disjoint',
  smallCells: false,
  query: (scope) => sql`
    select case when length(opened) >= 7 then left(opened, 7) end as dimension, count(distinct file) as value
    from (${smuggling(scope)}) group by all order by dimension`,
};

export const smugglingCasesByCountry: Indicator = {
  id: 'smuggling.cases-by-country',
  title: 'Migrant-smuggling cases reported to the hub, by country of the case',
  unit: 'cases',
  dimension: 'country',
  cells: 'overlapping',
  smallCells: false,
  query: (scope) => sql`
    select s.value as dimension, count(distinct c.file) as value
    from (${smuggling(scope)}) c
    join ${strategic} s on s.subject = c.file and s.type = 'case' and s.property = 'country'
    group by all order by value desc, dimension`,
};

export const smugglingRoles: Indicator = {
  id: 'smuggling.roles',
  title: 'People in migrant-smuggling cases, by the role that partners state',
  unit: 'people as reported',
  dimension: 'role',
  cells: 'overlapping',
  smallCells: true,
  query: (scope) => sql`
    select s.value as dimension, count(distinct i.subject) as value
    from (${smuggling(scope)}) c join (${involved}) i on i.file = c.file
    join ${strategic} s on s.subject = i.subject and s.type = 'person' and s.property = 'role'
    group by all order by value desc, dimension`,
};

export const smugglingBeside: Indicator = {
  id: 'smuggling.other-areas',
  title: 'Other crime areas in the same migrant-smuggling cases',
  unit: 'cases',
  dimension: 'crime area',
  cells: 'overlapping',
  smallCells: false,
  query: (scope) => sql`
    select a.area as dimension, count(distinct a.file) as value
    from (${areasOf(scope)}) a semi join (${smuggling(scope)}) c on c.file = a.file
    where a.area <> 'migrant-smuggling'
    group by all order by value desc, dimension`,
};

export const sightings: Indicator = {
  id: 'smuggling.sightings-by-country',
  title: 'Sightings and trips reported, by country',
  unit: 'sightings and trips',
  dimension: 'country',
  cells: 'overlapping',
  smallCells: false,
  query: (scope) => sql`
    select p.country as dimension, count(distinct p.entity) as value
    from ${placeTable} p join ${entityTable} e on e.entity = p.entity and e.type in ('sighting', 'trip')
    where p.country is not null and ${touches(scope, sql`p.seen`, sql`p.seen`)}
    group by all order by value desc, dimension`,
};

export const undatedCases: Indicator = {
  id: 'cases.undated',
  title: 'Cases of any kind that bear no date of opening',
  unit: 'cases',
  cells: 'one',
  smallCells: false,
  query: () => sql`
    select null::varchar as dimension, count(*) as value from (${casesOf({ year: null })}) where opened is null`,
};
