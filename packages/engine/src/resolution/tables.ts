import { defineTable } from '../lake/table.ts';

/**
 * A pair of subjects of one type that was compared and kept, a < b. `weight` is the match weight in bits
 * (log2 of the Bayes factor, prior included), `probability` the same as a probability. `parts` is a JSON array of
 * `{comparison, level, weight, words}`, whose weights and the prior add up to `weight`: the reason is the score.
 */
export const candidateTable = defineTable('resolution', 'candidate', {
  type: 'VARCHAR',
  a: 'UBIGINT',
  b: 'UBIGINT',
  weight: 'DOUBLE',
  probability: 'DOUBLE',
  parts: 'VARCHAR',
  /** Whether the pair joined two clusters: false for pairs below the threshold or cut by the guard. */
  linked: 'BOOLEAN',
  /** null, or the verdict of a person: same, different. */
  judged: 'VARCHAR',
});

/** Every subject and the entity it belongs to. An entity's id is the smallest subject id in it. */
export const clusterTable = defineTable('resolution', 'cluster', {
  subject: 'UBIGINT',
  type: 'VARCHAR',
  entity: 'UBIGINT',
});

/** What the model learnt: one row per comparison level of each type; prior in the row with comparison = 'prior'. */
export const modelTable = defineTable('resolution', 'model', {
  type: 'VARCHAR',
  comparison: 'VARCHAR',
  level: 'INTEGER',
  title: 'VARCHAR',
  m: 'DOUBLE',
  u: 'DOUBLE',
  weight: 'DOUBLE',
});

/** What blocking did: pairs by rule, and what was skipped because a block was too large. */
export const blockingTable = defineTable('resolution', 'blocking', {
  type: 'VARCHAR',
  rule: 'VARCHAR',
  pairs: 'BIGINT',
  skipped_keys: 'BIGINT',
  skipped_pairs: 'BIGINT',
});

export const resolutionTables = [candidateTable, clusterTable, modelTable, blockingTable] as const;
