import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';

/**
 * How many pairs of the rows of two queries there are: what a rule on pairs tests, whether or not anything was seen of a pair. Only
 * what could never stand out, by how often it pays or is paid, may be left out (Tarone, Biometrics 46, 515, 1990).
 */
export async function countPairs(lake: Lake, one: Query, other: Query): Promise<number> {
  const { pairs } = await lake.row<{ pairs: number }>(
    sql`select ((select count(*) from (${one}))::double * (select count(*) from (${other})))::double as pairs`,
  );
  return pairs;
}
