import { defineTable } from '../lake/table.ts';

/**
 * A hit as one owner is told of it: that there is a link, of what kind, whom to ask. `own` are the recipient's own
 * subjects, at most 100 of them; `own_contribution` and `own_row` tell where the first of them stands. Nothing of
 * the other owner's content is in the row. `entity` is for the hub alone: its id may come from the other's record.
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

/**
 * What two owners hold and of which they were not told, or only one of them was. `reason`: `hub` (held by so many
 * that it says nothing) or `H3` (a restriction in words, that a person must read first).
 */
export const heldBackTable = defineTable('products', 'held_back', {
  entity: 'UBIGINT',
  type: 'VARCHAR',
  reason: 'VARCHAR',
  holders: 'BIGINT',
});

/** A figure of the annual report with the query that gave it. `suppressed` when the cell was too small to show. */
export const indicatorTable = defineTable('products', 'indicator', {
  indicator: 'VARCHAR',
  dimension: 'VARCHAR',
  value: 'DOUBLE',
  suppressed: 'BOOLEAN',
  query: 'VARCHAR',
});

export const productTables = [notificationTable, heldBackTable, indicatorTable] as const;
