import { findingTable, networkTable } from '../../findings/tables.ts';
import { entityTable } from '../../graph/tables.ts';
import { sql } from '../../lake/sql.ts';
import { areaEver, involved, paper } from './definitions.ts';
import type { Indicator } from './indicator.ts';

export const facilitatorsByKind: Indicator = {
  id: 'links.facilitators',
  title: 'Shared facilitators proposed for review, by what they are',
  unit: 'leads',
  dimension: 'kind of facilitator',
  cells: 'disjoint',
  smallCells: false,
  query: () => sql`
    select e.type as dimension, count(distinct e.entity) as value
    from ${findingTable} f join ${entityTable} e on e.entity = f.subjects[1]
    where f.detector = 'shared-facilitators'
    group by all order by value desc, dimension`,
};

export const facilitatorsByService: Indicator = {
  id: 'links.facilitators-by-service',
  title: 'Shared facilitators proposed for review, by what they provide',
  unit: 'leads',
  dimension: 'service',
  cells: 'disjoint',
  smallCells: false,
  query: () => sql`
    select kind as dimension, count(distinct subjects[1]) as value
    from ${findingTable} where detector = 'shared-facilitators'
    group by kind order by value desc, dimension`,
};

export const networksByCrimeArea: Indicator = {
  id: 'links.networks',
  title: 'Networks found, by crime area',
  unit: 'networks',
  dimension: 'crime area',
  cells: 'overlapping',
  smallCells: false,
  query: () => sql`
    select area as dimension, count(distinct network) as value
    from (select network, unnest(crime_areas) as area from ${networkTable})
    group by area order by value desc, dimension`,
};

export const networks: Indicator = {
  id: 'links.networks-by-areas',
  title: 'Networks found, by the number of crime areas in which their cases are',
  unit: 'networks',
  dimension: 'number of crime areas',
  cells: 'disjoint',
  smallCells: false,
  query: () => sql`
    select case when n >= 3 then 'three or more' when n = 2 then 'two' when n = 1 then 'one' else 'none stated' end
      as dimension, count(*) as value
    from (select network, max(len(list_distinct(crime_areas))) as n from ${networkTable} group by network)
    group by all order by min(n)`,
};

/** `dimension` is two crime areas joined by a bar, in order; one and the same area twice is the diagonal. */
export const areasTogether: Indicator = {
  id: 'links.areas-together',
  title: 'Crime areas in which the same networks work',
  unit: 'networks',
  dimension: 'pair of crime areas',
  cells: 'overlapping',
  smallCells: false,
  query: () => sql`
    with area as (select distinct network, unnest(crime_areas) as area from ${networkTable})
    select a.area || '|' || b.area as dimension, count(distinct a.network) as value
    from area a join area b on b.network = a.network and b.area >= a.area
    group by a.area, b.area order by dimension`,
};

/** Over all years: a document that turned up in two areas five years apart is a bridge all the same. */
export const bridgingDocuments: Indicator = {
  id: 'links.documents',
  title: 'Documents that bridge crime areas: named for people whose cases are in two areas or more',
  unit: 'documents',
  dimension: 'number of crime areas',
  cells: 'disjoint',
  smallCells: false,
  uses: [paper, involved, areaEver],
  query: () => sql`
    select case when areas >= 3 then 'three or more' else 'two' end as dimension, count(*) as value
    from (
      select p.document, count(distinct a.area) as areas
      from paper p join involved i on i.subject = p.subject join area_ever a on a.file = i.file
      group by p.document having count(distinct a.area) > 1
    )
    group by all order by dimension desc`,
};
