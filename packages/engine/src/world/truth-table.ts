import { type Query, sql } from '../lake/sql.ts';

/** A CSV file of the truth as a table: all columns are text but `row`. */
export function truthTable(path: string, columns: readonly string[]): Query {
  const types = columns.map((name) => `'${name}': '${name === 'row' ? 'BIGINT' : 'VARCHAR'}'`).join(', ');
  return sql`read_csv(${path}, header = true, delim = ',', quote = '"', columns = {${{ text: types }}})`;
}
