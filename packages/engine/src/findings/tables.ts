import { defineTable } from '../lake/table.ts';

/**
 * A lead for a person to review. `finding` is made of detector and evidence, so that a review outlives a rebuild.
 * `subjects` are entities, the main one first. `evidence` are statement ids, `label` the join of their labels.
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

/**
 * The network each person belongs to, as found: communities of people bound by cases and close ties. Protected
 * persons belong to none. A network's id is that of its first person. `members` counts people.
 */
export const networkTable = defineTable('findings', 'network', {
  network: 'UBIGINT',
  entity: 'UBIGINT',
  members: 'BIGINT',
  crime_areas: 'VARCHAR[]',
});

/**
 * The campaign of each advert that is of one origin with another. A campaign's id is that of its first advert; `adverts`
 * counts them. `template` tells adverts of one wording, null where an advert has a wording of its own.
 */
export const campaignTable = defineTable('findings', 'campaign', {
  campaign: 'UBIGINT',
  advert: 'UBIGINT',
  adverts: 'BIGINT',
  template: 'INTEGER',
});

/** Labels of findings, in the form of `statements.label`; `owner` lists all owners, separated by commas. */
export const findingLabelTable = defineTable('findings', 'label', {
  label: 'UBIGINT',
  owner: 'VARCHAR',
  matchable: 'BOOLEAN',
  protected: 'BOOLEAN',
  content: 'VARCHAR',
});

export const findingTables = [findingTable, networkTable, campaignTable, findingLabelTable] as const;
