import { defineTable } from '../lake/table.ts';

/**
 * A thing that the statements speak of. `caption` is a pseudonym for protected persons. `label` is the join of the
 * labels of all its statements.
 */
export const entityTable = defineTable('graph', 'entity', {
  entity: 'UBIGINT',
  type: 'VARCHAR',
  caption: 'VARCHAR',
  statements: 'BIGINT',
  subjects: 'BIGINT',
  owners: 'VARCHAR[]',
  first_seen: 'DATE',
  last_seen: 'DATE',
  label: 'UBIGINT',
  protected: 'BOOLEAN',
});

/** A typed link, source -> target, with the ids of the statements behind it. */
export const linkTable = defineTable('graph', 'link', {
  link: 'UBIGINT',
  kind: 'VARCHAR',
  source: 'UBIGINT',
  source_type: 'VARCHAR',
  target: 'UBIGINT',
  target_type: 'VARCHAR',
  evidence: 'UBIGINT[]',
  owners: 'VARCHAR[]',
  first_seen: 'DATE',
  last_seen: 'DATE',
  label: 'UBIGINT',
});

/** Where an entity was, by statement. `latitude` and `longitude` are WGS 84 degrees, null when not known. */
export const placeTable = defineTable('graph', 'place', {
  entity: 'UBIGINT',
  place: 'VARCHAR',
  country: 'VARCHAR',
  latitude: 'DOUBLE',
  longitude: 'DOUBLE',
  seen: 'DATE',
  evidence: 'UBIGINT[]',
});

/** What happened to an entity and when. */
export const momentTable = defineTable('graph', 'moment', {
  entity: 'UBIGINT',
  date: 'DATE',
  kind: 'VARCHAR',
  other: 'UBIGINT',
  evidence: 'UBIGINT[]',
});

/** Labels of derived rows, in the form of `statements.label`. */
export const joinedLabelTable = defineTable('graph', 'label', {
  label: 'UBIGINT',
  owner: 'VARCHAR',
  matchable: 'BOOLEAN',
  protected: 'BOOLEAN',
  content: 'VARCHAR',
});

export const graphTables = [entityTable, linkTable, placeTable, momentTable, joinedLabelTable] as const;
