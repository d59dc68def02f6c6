import { defineTable } from '../lake/table.ts';

/** One row of a partner's file as it came. `content` is a JSON object: column name to text, nothing left out. */
export const recordTable = defineTable('contribution', 'record', {
  contribution: 'VARCHAR',
  row: 'BIGINT',
  content: 'VARCHAR',
});

/** A row that could not be read. It is refused whole; the bytes stay in the vault. */
export const unreadTable = defineTable('contribution', 'problem', {
  contribution: 'VARCHAR',
  row: 'BIGINT',
  field: 'VARCHAR',
  code: 'VARCHAR',
  value: 'VARCHAR',
  refused: 'BOOLEAN',
});

export const contributionTables = [recordTable, unreadTable] as const;
