import { defineTable } from '../lake/table.ts';

/**
 * A hit as one owner is told of it: that there is a link, of what kind, whom to ask. `own` are the recipient's own
 * subjects, at most 100 of them, in `own_contributions`; `own_contribution` and `own_row` tell where the one stands
 * that came first. Nothing of the other owner's content is in the row. For the hub alone: `entity`, whose id may come
 * from the other's record, and the other's side, `others` in `other_contributions`, capped in the same way.
 */
export const notificationTable = defineTable('products', 'notification', {
  notification: 'UBIGINT',
  recipient: 'VARCHAR',
  other: 'VARCHAR',
  contact: 'VARCHAR',
  kind: 'VARCHAR',
  type: 'VARCHAR',
  own: 'UBIGINT[]',
  own_contributions: 'VARCHAR[]',
  own_contribution: 'VARCHAR',
  own_row: 'BIGINT',
  entity: 'UBIGINT',
  others: 'UBIGINT[]',
  other_contributions: 'VARCHAR[]',
});

/**
 * Who holds what, before it is known what is the same: a subject that may be matched as a row of its own (`named` is
 * false, `thing` is the subject), or a thing that it names by its value. One row for each label under which that is said:
 * the first place and all contributions, in one text: a list of them costs as much to read as all other columns together. `user`
 * when the subject is a person or an organisation.
 */
export const holdingTable = defineTable('products', 'holding', {
  thing: 'UBIGINT',
  type: 'VARCHAR',
  named: 'BOOLEAN',
  subject: 'UBIGINT',
  user: 'BOOLEAN',
  label: 'UBIGINT',
  contribution: 'VARCHAR',
  row: 'BIGINT',
  contributions: 'VARCHAR',
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

/**
 * Something that the law asks people to look at. `kind`: `non-punishment` (a person stands among victims and among
 * offenders). For the hub, the owners and those who may read every label in it: `label` is the person's, in `graph.label`.
 */
export const alertTable = defineTable('products', 'alert', {
  alert: 'UBIGINT',
  kind: 'VARCHAR',
  entity: 'UBIGINT',
  subjects: 'UBIGINT[]',
  contributions: 'VARCHAR[]',
  owners: 'VARCHAR[]',
  label: 'UBIGINT',
});

export const productTables = [
  holdingTable,
  notificationTable,
  heldBackTable,
  alertTable,
  indicatorTable,
] as const;
