import { type Query, sql } from '../lake/sql.ts';

/**
 * The id of the subject that a value is by itself: the phone of a number, the address of a text. The same value of the
 * same type is the same subject wherever it is stated. `value` is SQL (a column of
 * compare keys), and so may the type be.
 */
export function valueSubject(type: string | Query, value: Query): Query {
  return sql`md5_number_lower(${type} || '|' || ${value})`;
}
