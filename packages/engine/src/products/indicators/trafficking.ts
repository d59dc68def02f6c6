import { stages } from '../../findings/contacts/wordings.ts';
import { findingTable } from '../../findings/tables.ts';
import { joinSql, sql } from '../../lake/sql.ts';
import { caseArea, caseCountry, involved, role, startsIn, strategic, victim } from './definitions.ts';
import type { Indicator } from './indicator.ts';

export const formsOfExploitation: Indicator = {
  id: 'trafficking.forms',
  title: 'Trafficking cases reported to the hub, by form of exploitation',
  unit: 'cases',
  dimension: 'form of exploitation',
  cells: 'overlapping',
  smallCells: true,
  uses: [caseArea],
  query: () => sql`
    select area as dimension, count(*) as value from case_area where starts_with(area, 'thb-')
    group by area order by value desc, dimension`,
};

/** The denominator of shares of forms: cases that state any form (CTDC: missing is not no). */
export const traffickingCases: Indicator = {
  id: 'trafficking.cases',
  title: 'Trafficking cases reported to the hub',
  unit: 'cases',
  cells: 'one',
  smallCells: true,
  uses: [caseArea],
  query: () => sql`
    select null::varchar as dimension, count(distinct file) as value
    from case_area where starts_with(area, 'thb-')`,
};

/** Months of cases point at nobody; forms and countries of few cases may. */
export const traffickingCasesByMonth: Indicator = {
  id: 'trafficking.cases-by-month',
  title: 'Trafficking cases reported to the hub, by month',
  unit: 'cases',
  dimension: 'month',
  cells: 'disjoint',
  smallCells: false,
  uses: [caseArea],
  query: () => sql`
    select case when length(opened) >= 7 then left(opened, 7) end as dimension, count(distinct file) as value
    from case_area where starts_with(area, 'thb-') group by all order by dimension`,
};

export const traffickingCasesByCountry: Indicator = {
  id: 'trafficking.cases-by-country',
  title: 'Trafficking cases reported to the hub, by country',
  unit: 'cases',
  dimension: 'country',
  cells: 'overlapping',
  smallCells: true,
  uses: [caseArea, caseCountry],
  query: () => sql`
    select country as dimension, count(*) as value
    from case_country where file in (select file from case_area where starts_with(area, 'thb-'))
    group by country order by value desc, dimension`,
};

export const victimsByAge: Indicator = {
  id: 'trafficking.victims-by-age',
  title: 'Reported victims, by whether they are flagged as minors',
  unit: 'victims as reported',
  dimension: 'age',
  cells: 'disjoint',
  smallCells: true,
  uses: [victim],
  query: () => sql`
    select case when minor then 'minor' else 'not flagged as a minor' end as dimension, count(*) as value
    from victim group by all order by dimension`,
};

export const victimsBySex: Indicator = {
  id: 'trafficking.victims-by-sex',
  title: 'Reported victims, by sex as stated',
  unit: 'victims as reported',
  dimension: 'sex',
  cells: 'disjoint',
  smallCells: true,
  uses: [strategic, victim],
  query: () => sql`
    select coalesce(x.sex, 'not stated') as dimension, count(*) as value
    from victim v
    left join (
      select subject, min(value) as sex from strategic where type = 'person' and property = 'sex' group by subject
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
  uses: [caseArea, involved, victim],
  query: () => sql`
    select c.area as dimension, count(distinct v.subject) as value
    from victim v join involved i on i.subject = v.subject
    join case_area c on c.file = i.file and starts_with(c.area, 'thb-')
    group by c.area order by value desc, dimension`,
};

export const victimsWithFacts: Indicator = {
  id: 'trafficking.victims-with-facts',
  title: 'Reported victims of whom facts of exploitation are recorded, by whether they are flagged as minors',
  unit: 'victims as reported',
  dimension: 'age',
  cells: 'disjoint',
  smallCells: true,
  uses: [strategic, victim],
  query: () => sql`
    select case when minor then 'minor' else 'not flagged as a minor' end as dimension, count(*) as value
    from victim where subject in (select subject from strategic where type = 'person' and property = 'indicator')
    group by all order by dimension`,
};

/** The operational indicators of ILO and European Commission, and what somebody was used for. */
export const factsOfExploitation: Indicator = {
  id: 'trafficking.facts',
  title: 'Facts of exploitation recorded of reported victims',
  unit: 'victims as reported',
  dimension: 'fact',
  cells: 'overlapping',
  smallCells: true,
  uses: [strategic, victim],
  query: () => sql`
    select s.value as dimension, count(distinct s.subject) as value
    from strategic s semi join victim v on v.subject = s.subject
    where s.type = 'person' and s.property = 'indicator' group by s.value order by value desc, dimension`,
};

export const traffickingRoles: Indicator = {
  id: 'trafficking.roles',
  title: 'Other people in trafficking cases, by the role that partners state',
  unit: 'people as reported',
  dimension: 'role',
  cells: 'overlapping',
  smallCells: true,
  uses: [caseArea, involved, role],
  query: () => sql`
    select role as dimension, count(distinct subject) as value
    from involved join role using (subject)
    where role not in ('victim', 'witness') and file in (select file from case_area where starts_with(area, 'thb-'))
    group by role order by value desc, dimension`,
};

export const adverts: Indicator = {
  id: 'trafficking.adverts-by-month',
  title: 'Adverts handed in, by month of posting',
  unit: 'adverts',
  dimension: 'month',
  cells: 'disjoint',
  smallCells: false,
  uses: [strategic],
  query: (scope) => sql`
    select left(value, 7) as dimension, count(*) as value
    from (
      select subject, min(value) as value from strategic
      where type = 'advert' and property = 'date' and length(value) in (7, 10) group by subject
    )
    where ${startsIn(scope, sql`value`)}
    group by all order by dimension`,
};

export const minorsAsked: Indicator = {
  id: 'trafficking.minors-asked',
  title: 'Accounts of minors that such an account asked in stages, by what for',
  unit: 'accounts of minors',
  dimension: 'what was asked for',
  cells: 'overlapping',
  smallCells: true,
  query: () => sql`
    select s.stage as dimension, sum(coalesce(try_cast(f.reason::json -> 'figures' ->> s.stage as bigint), 0))::bigint as value
    from ${findingTable} f, (values ${joinSql(
      stages.map((stage) => sql`(${stage})`),
      ', ',
    )}) s(stage)
    where f.detector = 'contact-with-minors' group by s.stage having value > 0 order by value desc, dimension`,
};
