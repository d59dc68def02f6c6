import { defineTable } from '../lake/table.ts';

/**
 * A lead for a person to review. `subjects` are entities, the main one first. `evidence` are statement ids.
 * `chance` is the probability of the same or more under the null model, `chance_corrected` after correction for
 * all that were tested (Benjamini-Hochberg q). `reason` is a JSON `FindingReason`.
 */
export const findingTable = defineTable('findings', 'finding', {
  finding: 'UBIGINT',
  detector: 'VARCHAR',
  kind: 'VARCHAR',
  subjects: 'UBIGINT[]',
  evidence: 'UBIGINT[]',
  reason: 'VARCHAR',
  chance: 'DOUBLE',
  chance_corrected: 'DOUBLE',
  label: 'UBIGINT',
});

/** The network each entity belongs to, as found: communities of people bound by cases and close ties. */
export const networkTable = defineTable('findings', 'network', {
  network: 'UBIGINT',
  entity: 'UBIGINT',
  members: 'BIGINT',
  crime_areas: 'VARCHAR[]',
});

export const findingTables = [findingTable, networkTable] as const;
