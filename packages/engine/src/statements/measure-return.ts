// In: stages 1 and 2 of one partner's contributions, mounted. Out: what a return report says of them, in numbers.
// Invariant: counts only, no value; the same statements give the same figures in the same order.

import type { InformationGrade, SourceGrade } from '@clew/model/terms/codes.ts';
import { labelFromText } from '@clew/model/terms/label.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { labelTable, statementTable } from './tables.ts';

/** How many things of a type have a property. `given` is at most `subjects`. */
export interface Filled {
  readonly type: string;
  readonly property: string;
  readonly subjects: number;
  readonly given: number;
}

/** How complete what came is: by type, the property that is given most often first. */
export function countFilled(lake: Lake): Promise<readonly Filled[]> {
  return lake.rows<Filled>(sql`
    with subject as (
      select type, count(distinct subject) as subjects from ${statementTable} group by type),
    filled as (
      select type, property, count(distinct subject) as given from ${statementTable} group by type, property)
    select type, property, subjects, given from filled join subject using (type)
    order by subjects desc, type, given desc, property`);
}

/** How many statements stand at a grade of the 4×4 scale. */
export interface GradeCount {
  readonly source: SourceGrade;
  readonly information: InformationGrade;
  readonly statements: number;
}

/** Statements by grade, the best first. */
export async function countGrades(lake: Lake): Promise<readonly GradeCount[]> {
  const labels = await lake.rows<{ content: string; statements: number }>(sql`
    select content, count(*) as statements
    from ${statementTable} s join (select distinct label, content from ${labelTable}) l using (label)
    group by content order by content`);
  const counts = new Map<string, GradeCount>();
  for (const { content, statements } of labels) {
    const { source, information } = labelFromText(content);
    const key = `${source}${information}`;
    counts.set(key, { source, information, statements: statements + (counts.get(key)?.statements ?? 0) });
  }
  return [...counts.keys()].sort().map((key) => counts.get(key) as GradeCount);
}

/** From the last day that a row speaks of to its receipt, in days; null where no row is dated. */
export interface Lag {
  readonly rows: number;
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
}

/** How old what came was when it came. `receipts`: contribution and the ISO time of its receipt. */
export async function measureLag(lake: Lake, receipts: ReadonlyMap<string, string>): Promise<Lag> {
  const days = await lake.rows<{ contribution: string; day: string; rows: number }>(sql`
    select contribution, day::varchar as day, count(*) as "rows" from (
      select contribution, "row", max(last_seen) as day from ${statementTable}
      where last_seen is not null group by contribution, "row")
    group by contribution, day order by contribution, day`);
  const lags = days
    .map(({ contribution, day, rows }) => ({ days: daysBetween(day, receipts.get(contribution)), rows }))
    .sort((a, b) => a.days - b.days);
  return {
    rows: lags.reduce((sum, { rows }) => sum + rows, 0),
    medianDays: quantile(lags, 0.5),
    ninetiethDays: quantile(lags, 0.9),
  };
}

const day = 86_400_000;

function daysBetween(from: string, to: string | undefined): number {
  if (to === undefined) throw new Error('A contribution without a receipt is mounted');
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(`${from}T00:00:00Z`)) / day));
}

/** The least number of days within which at least this share of the rows lies. */
function quantile(lags: readonly { readonly days: number; readonly rows: number }[], share: number) {
  const wanted = share * lags.reduce((sum, { rows }) => sum + rows, 0);
  let passed = 0;
  for (const { days, rows } of lags) {
    passed += rows;
    if (passed >= wanted) return days;
  }
  return null;
}
