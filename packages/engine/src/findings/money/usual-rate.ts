import { type Query, sql } from '../../lake/sql.ts';

/**
 * What is usual, seen from each row of a query with one row for each account: the mean of a share over all others, with one account
 * more that has it and one that has not (Laplace). Every account weighs the same, so that a few with many payments do not set what
 * is usual for the rest, and hide one another. `of` parts the accounts into those that are alike.
 */
export function usualRate(share: Query, of: Query = sql`1`): Query {
  const all = sql`over (partition by ${of})`;
  // As decimals, so that the sum does not depend on the order of the rows.
  const exact = sql`(${share})::decimal(18, 12)`;
  return sql`((sum(${exact}) ${all} - ${exact})::double + 1) / (count(*) ${all} - 1 + 2)`;
}
