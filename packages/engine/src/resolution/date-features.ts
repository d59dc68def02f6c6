import type { Lake } from '../lake/lake.ts';
import { statementTable } from '../statements/tables.ts';
import { type FeaturePlan, mostValues } from './feature-plan.ts';
import type { FrequencySource } from './frequency.ts';
import { classOfCount, dateLayout } from './value-code.ts';
import { text, workTable } from './work.ts';

/** A day of the year that this many subjects share, and several times as many as days do, stands for "not known". */
const fewestHeaped = 30;
/** Below so many subjects nothing is said of how common an agreement is. */
const fewestCounted = 4;
const oldest = 120;
/** An age that leaves more years open than this tells nobody from another. */
const widestAge = 10;
const oneDate = '\\d{4}(-\\d\\d(-\\d\\d)?)?';
const dayOfYear = '--\\d\\d-\\d\\d';

/**
 * Makes the table of dates of a type: n, `<one>` (the date that tells most), `<all>` (null where there is one). Codes as in
 * `value-code.ts`. Where nobody stated the year of birth, an age and the day of the statement give the two years in which
 * the birth can lie.
 */
export async function makeDateFeatures(
  lake: Lake,
  { type, source }: { readonly type: string; readonly source: FrequencySource },
  plan: NonNullable<FeaturePlan['dates']>,
): Promise<string> {
  const table = workTable('dates', type);
  const dated = workTable('dated', type);
  const frequency = workTable('frequency', type);
  await lake.run(
    text(`create or replace table ${dated} as
      with said as (
        select distinct n, value from ${workTable('said', type)}
        where property = '${plan.property}' and regexp_full_match(value, '${oneDate}(/${oneDate})?|${dayOfYear}')),
      written as (${writtenSql(type, plan.property)}),
      stated as (
        select n, date, 0 as width from written
        union all
        select n, case when starts_with(value, '--') then replace(value, '-', '')::integer
            when contains(value, '/') then left(value, 4)::integer * 10000
            else rpad(replace(value, '-', ''), 8, '0')::integer end as date,
          case when contains(value, '/') then greatest(0, least(127, split_part(value, '/', 2)[:4]::integer - left(value, 4)::integer)) else 0 end as width
        from said anti join written using (n, value))
      select distinct n, date, width from (select * from stated ${aged(type, plan)})`),
  );
  if (source === 'kept-for-later') {
    await lake.run(
      text(`insert into ${frequency} with dated as (from ${dated}), ${counts}
        select 'date', (date + width::bigint * 100000000)::ubigint, class from counted where class > 0
        union all select 'heaped day', day::ubigint, 1 from heaped
        union all select 'year', year::ubigint, class from years where class > 0`),
    );
  }
  const known = `counted as (select distinct date, width, coalesce(f.class, 0) as class from dated left join ${frequency} f
        on f.kind = 'date' and f.hash = (date + width::bigint * 100000000)::ubigint),
      heaped as (select hash::integer as day from ${frequency} where kind = 'heaped day'),
      years as (select hash::integer as year, class from ${frequency} where kind = 'year')`;
  await lake.run(
    text(`create or replace table ${table} as
      with dated as (from ${dated}), ${source === 'known' ? known : counts},
      coded as (
        select d.n, d.date + (c.class << ${dateLayout.class})
          + (case when d.width = 0 then coalesce(y.class, 0) else 0 end::bigint << ${dateLayout.yearClass})
          + (d.width::bigint << ${dateLayout.width})
          + (case when d.date % 100 = 0 or d.date < 10000 or h.day is not null then 1::bigint else 0::bigint end << ${dateLayout.vague}) as code
        from dated d join counted c using (date, width) left join years y on y.year = d.date // 10000
        left join heaped h on h.day = d.date % 10000)
      select n, dates[1] as ${plan.one}, case when len(dates) > 1 then dates[:${mostValues}] end as ${plan.all}
      from (select n, list_sort(list(distinct code)) as dates from coded group by n)`),
  );
  return table;
}

/**
 * Rows (n, value, date) of dates that cannot be, with their digits as they are written: a slip that makes a date impossible,
 * the 34th of July, month 14 or the year 1060, is as good to compare by as one that does not. Eight digits with the year first,
 * or with the year last and the month told, or the day and the month.
 */
function writtenSql(type: string, property: string): string {
  return `select n, value, date from (
      select n, value, case when starts_with(digits, value[:4]) then digits::integer
        when ends_with(digits, value[:4]) and digits[3:4] = value[6:7] then (value[:4] || value[6:7] || digits[1:2])::integer
        when ends_with(digits, value[:4]) and digits[1:2] = value[6:7] then (value[:4] || value[6:7] || digits[3:4])::integer
        when starts_with(value, '--') and digits[5:] = value[3:4] || value[6:7] then digits::integer
        when starts_with(value, '--') and digits[:4] in (value[3:4] || value[6:7], value[6:7] || value[3:4])
          then (digits[5:] || value[3:4] || value[6:7])::integer end as date
      from (select distinct n, value, regexp_replace(original, '[^0-9]', '', 'g') as digits
        from ${statementTable.schema}.${statementTable.name} join ${workTable('subject', type)} using (subject)
        where type = '${type}' and property = '${property}' and original is not null and regexp_full_match(value, '\\d{4}(-\\d\\d)?|${dayOfYear}'))
      where length(digits) = 8)
    where date is not null`;
}

/**
 * `counted`: subjects by date; `heaped`: days of the year that stand for "not known", which are 1 January and any on which
 * far more are born than chance allows; `years`: an agreement in the year, of which one side knows no more, happens as
 * often as there are subjects of the year, times the share of pairs in which a side knows no more. A year rarer than most
 * counts as an average one.
 */
const counts = `counted as (select date, width, ${classOfCount('count(*)')} as class from dated group by date, width),
  days as (select date % 10000 as day, count(*) as subjects from dated where date % 100 > 0 group by day),
  heaped as (select day from days, (select sum(subjects) / 365.25 as usual from days)
    where day = 101 or (subjects >= ${fewestHeaped} and subjects > 4 * usual + 6 * sqrt(usual))),
  vague as (select 1 - pow(1 - avg(case when date % 100 = 0 or date % 10000 in (select day from heaped) then 1.0 else 0.0 end), 2) as share
    from dated where width = 0 and date >= 10000),
  born as (select date // 10000 as year, count(*) as subjects from dated where width = 0 and date >= 10000 group by year),
  agreed as (select year, greatest(subjects, (select sum(subjects * subjects) / sum(subjects) from born)) * share as agreeing from born, vague),
  years as (select year, (case when agreeing >= ${fewestCounted} then least(62, floor(2 * log2(agreeing))) + 1 else 0 end)::bigint as class from agreed)`;

function aged(type: string, plan: NonNullable<FeaturePlan['dates']>): string {
  if (plan.age === undefined) return '';
  return `union all
    select n, (year(first_seen::date) - eldest - 1) * 10000 as date, eldest - youngest + 1 as width
    from (
      select n, first_seen, try_cast(split_part(value, '/', 1) as integer) as youngest,
        try_cast(split_part(value, '/', -1) as integer) as eldest
      from ${statementTable.schema}.${statementTable.name} s join ${workTable('subject', type)} using (subject)
      where s.type = '${type}' and property = '${plan.age}' and first_seen is not null and n not in (select n from said where not starts_with(value, '--'))
    ) where youngest between 0 and eldest and eldest <= ${oldest} and eldest - youngest <= ${widestAge}`;
}
