import type { Problem } from '@clew/model/problem.ts';
import { recordTable, unreadTable } from '../contribution/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { type Query, sql } from '../lake/sql.ts';
import { valueProblemTable } from './tables.ts';

/** How many problems of one kind one column of a contribution has. */
export interface ProblemCount extends Pick<Problem, 'contribution' | 'field' | 'code'> {
  readonly problems: number;
  /** Rows that were refused for it. */
  readonly refused: number;
}

/** Rows of a contribution: `rows` = `stated` + `refused`. */
export interface RowCount {
  readonly contribution: string;
  readonly rows: number;
  readonly stated: number;
  readonly refused: number;
}

const problem = sql`(
  select contribution, "row", field, code, value, refused from ${unreadTable}
  union all
  select contribution, "row", field, code, value, refused from ${valueProblemTable})`;

/** What is wrong, by kind and column, the most frequent first. */
export function countProblems(lake: Lake, contribution?: string): Promise<ProblemCount[]> {
  return lake.rows<ProblemCount>(sql`
    select contribution, field, code, count(*) as problems, count(*) filter (refused) as refused
    from ${problem} where ${only(contribution)}
    group by contribution, field, code order by problems desc, contribution, code, field`);
}

/** Where a page of the problems of one contribution ended: at a row, after so many of its problems. */
export interface ProblemPlace {
  readonly row: number;
  readonly seen: number;
}

/**
 * What is wrong, cell by cell, in the order of the rows. With `after` it reads on from that row: for one contribution
 * at a time, whether it is named or alone in the lake.
 */
export function listProblems(
  lake: Lake,
  options: {
    readonly contribution?: string;
    readonly after?: ProblemPlace | undefined;
    readonly limit: number;
  },
): Promise<Problem[]> {
  const { after, limit } = options;
  const from = after === undefined ? sql`true` : sql`"row" >= ${after.row}`;
  return lake.rows<Problem>(sql`
    select contribution, "row", field, code, value, refused
    from ${problem} where ${only(options.contribution)} and ${from}
    order by contribution, "row", field, code, value, refused limit ${limit} offset ${after?.seen ?? 0}`);
}

/** Where a page ends that began after a place: the place to go on from. Undefined for an empty page. */
export function placeAfter(
  page: readonly Problem[],
  after: ProblemPlace | undefined,
): ProblemPlace | undefined {
  const last = page.at(-1);
  if (last === undefined) return after;
  const own = page.filter(({ row }) => row === last.row).length;
  return { row: last.row, seen: own + (after?.row === last.row ? after.seen : 0) };
}

/** How many rows came, were stated and were refused, by contribution. */
export function countRows(lake: Lake, contribution?: string): Promise<RowCount[]> {
  return lake.rows<RowCount>(sql`
    select contribution, count(*) as "rows",
      count(*) filter (not refused) as stated, count(*) filter (refused) as refused
    from (
      select contribution, "row", bool_or(refused) as refused from (
        select contribution, "row", false as refused from ${recordTable}
        union all
        select contribution, "row", true as refused from ${problem} where refused)
      group by contribution, "row")
    where ${only(contribution)}
    group by contribution order by contribution`);
}

function only(contribution: string | undefined): Query {
  return contribution === undefined ? sql`true` : sql`contribution = ${contribution}`;
}
