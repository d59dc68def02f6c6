import { type Query, sql } from '../lake/sql.ts';
import { defineTable } from '../lake/table.ts';

/**
 * What one record says of one subject in one property.
 *
 * `value` is the compare key of the value (folded, Latin, ISO, E.164 ...) and `original` the text as given (null
 * when the same). For a property of kind `ref`, `value` is the id of the other subject in 16 hex digits.
 * `first_seen` and `last_seen` bound when the statement was true as far as the record says.
 */
export const statementTable = defineTable('statements', 'statement', {
  contribution: 'VARCHAR',
  row: 'BIGINT',
  subject: 'UBIGINT',
  type: 'VARCHAR',
  property: 'VARCHAR',
  value: 'VARCHAR',
  original: 'VARCHAR',
  first_seen: 'DATE',
  last_seen: 'DATE',
  label: 'UBIGINT',
});

/** Each distinct label once. `content` is `labelText`. */
export const labelTable = defineTable('statements', 'label', {
  label: 'UBIGINT',
  owner: 'VARCHAR',
  matchable: 'BOOLEAN',
  protected: 'BOOLEAN',
  content: 'VARCHAR',
});

/** A value that did not fit. The row may still be stated: `refused` tells. */
export const valueProblemTable = defineTable('statements', 'problem', {
  contribution: 'VARCHAR',
  row: 'BIGINT',
  field: 'VARCHAR',
  code: 'VARCHAR',
  value: 'VARCHAR',
  refused: 'BOOLEAN',
});

/**
 * One mapping column or value that the partner's own codes identify a subject by: subject, its key, its owner.
 * Used to find a subject from the partner's own reference.
 */
export const subjectTable = defineTable('statements', 'subject', {
  subject: 'UBIGINT',
  contribution: 'VARCHAR',
  row: 'BIGINT',
  name: 'VARCHAR',
  type: 'VARCHAR',
  key: 'VARCHAR',
});

export const statementTables = [statementTable, labelTable, valueProblemTable, subjectTable] as const;

/** The content-derived id of a statement, as SQL over a row of `statementTable` (optionally under an alias). */
export function statementId(alias = 's'): Query {
  const column = (name: string) => ({ text: `${alias}.${name}` });
  return sql`(md5_number_lower(concat_ws('|', ${column('subject')}, ${column('property')}, ${column('value')}, ${column('contribution')}, ${column('row')})))::ubigint`;
}
