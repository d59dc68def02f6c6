import { entityTable, placeTable } from '../../graph/tables.ts';
import { sql } from '../../lake/sql.ts';
import { caseArea, caseCountry, involved, role, strategic, touches } from './definitions.ts';
import type { Indicator } from './indicator.ts';

export const smugglingCasesByMonth: Indicator = {
  id: 'smuggling.cases-by-month',
  title: 'Migrant-smuggling cases reported to the hub, by month',
  unit: 'cases',
  dimension: 'month',
  cells: 'disjoint',
  smallCells: false,
  uses: [caseArea],
  query: () => sql`
    select case when length(opened) >= 7 then left(opened, 7) end as dimension, count(*) as value
    from case_area where area = 'migrant-smuggling' group by all order by dimension`,
};

export const smugglingCasesByCountry: Indicator = {
  id: 'smuggling.cases-by-country',
  title: 'Migrant-smuggling cases reported to the hub, by country',
  unit: 'cases',
  dimension: 'country',
  cells: 'overlapping',
  smallCells: false,
  uses: [caseArea, caseCountry],
  query: () => sql`
    select country as dimension, count(*) as value
    from case_country semi join (select file from case_area where area = 'migrant-smuggling') using (file)
    group by country order by value desc, dimension`,
};

export const smugglingRoles: Indicator = {
  id: 'smuggling.roles',
  title: 'People in migrant-smuggling cases, by the role that partners state',
  unit: 'people as reported',
  dimension: 'role',
  cells: 'overlapping',
  smallCells: true,
  uses: [caseArea, involved, role],
  query: () => sql`
    select role as dimension, count(distinct subject) as value
    from involved join role using (subject)
    where role not in ('victim', 'witness')
      and file in (select file from case_area where area = 'migrant-smuggling')
    group by role order by value desc, dimension`,
};

export const smugglingBeside: Indicator = {
  id: 'smuggling.other-areas',
  title: 'Other crime areas in the same migrant-smuggling cases',
  unit: 'cases',
  dimension: 'crime area',
  cells: 'overlapping',
  smallCells: false,
  uses: [caseArea],
  query: () => sql`
    select area as dimension, count(*) as value from case_area
    where area <> 'migrant-smuggling' and file in (select file from case_area where area = 'migrant-smuggling')
    group by area order by value desc, dimension`,
};

export const sightings: Indicator = {
  id: 'smuggling.sightings-by-country',
  title: 'Sightings and trips reported, by country',
  unit: 'sightings and trips',
  dimension: 'country',
  cells: 'overlapping',
  smallCells: false,
  uses: [strategic],
  query: (scope) => sql`
    select p.country as dimension, count(distinct p.entity) as value
    from ${placeTable} p join ${entityTable} e on e.entity = p.entity and e.type in ('sighting', 'trip')
    where p.country is not null and ${touches(scope, sql`p.seen`, sql`p.seen`)}
      and p.entity in (select subject from strategic where type in ('sighting', 'trip'))
    group by all order by value desc, dimension`,
};

export const undatedCases: Indicator = {
  id: 'cases.undated',
  title: 'Cases of any kind that bear no date',
  unit: 'cases',
  cells: 'one',
  smallCells: false,
  uses: [strategic],
  query: () => sql`
    select null::varchar as dimension, count(*) as value from (
      select subject from strategic where type = 'case' group by subject
      having not bool_or(property = 'opened') and min(first_seen) is null
    )`,
};
