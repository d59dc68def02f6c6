import { defineTable } from '../lake/table.ts';

/**
 * A hit as one owner is told of it: that there is a link, of what kind, whom to ask. `own` are the recipient's own
 * subjects as it knows them; nothing of the other owner's content is in the row.
 */
export const notificationTable = defineTable('products', 'notification', {
  notification: 'UBIGINT',
  recipient: 'VARCHAR',
  other: 'VARCHAR',
  contact: 'VARCHAR',
  kind: 'VARCHAR',
  type: 'VARCHAR',
  own: 'UBIGINT[]',
  own_contribution: 'VARCHAR',
  own_row: 'BIGINT',
  entity: 'UBIGINT',
});

/** A figure of the annual report with the query that gave it. `suppressed` when the cell was too small to show. */
export const indicatorTable = defineTable('products', 'indicator', {
  indicator: 'VARCHAR',
  dimension: 'VARCHAR',
  value: 'DOUBLE',
  suppressed: 'BOOLEAN',
  query: 'VARCHAR',
});

export const productTables = [notificationTable, indicatorTable] as const;
