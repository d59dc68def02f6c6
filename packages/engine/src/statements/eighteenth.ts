import { ageOfMajority } from '@clew/model/values/age.ts';
import { type Query, sql } from '../lake/sql.ts';

/**
 * The last day on which somebody can turn 18 by the compare key of a date of birth, as SQL; null where the key tells no year.
 * As `mayBeMinor`: of a year, a month or a span the latest day counts.
 */
export function latestEighteenth(value: Query): Query {
  const latest = sql`split_part(${value}, '/', -1)`;
  return sql`(case when not ${tellsYear(value)} then null else case length(${latest})
    when 4 then try_cast(${latest} || '-12-31' as date)
    when 7 then last_day(try_cast(${latest} || '-01' as date))
    else try_cast(${latest} as date) end + interval ${{ text: String(ageOfMajority) }} year end)::date`;
}

/** Whether the compare key of a date of birth tells more than a day of the year (`--MM-DD`), as SQL. */
export function tellsYear(value: Query): Query {
  return sql`(not starts_with(${value}, '--'))`;
}
