import { defineTable } from '../lake/table.ts';

/**
 * A pair of subjects of one type that was compared and kept, a < b. `weight` is the match weight in bits
 * (log2 of the Bayes factor, prior included), `probability` the same as a probability. `parts` is a JSON array of
 * `{comparison, level, weight, words, class}`, whose weights and the prior add up to `weight`: the reason is the score.
 * `class` is the frequency class of the shared value (see value-code.ts), where it moved the weight.
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
  /** null, or which of the two, `a` or `b`, says only what the other says and is compared with it alone (`duplicates.ts`). */
  duplicate: 'VARCHAR',
});

/**
 * Every subject and the entity it belongs to. An entity's id is the smallest subject id in it. `component` is the smallest
 * subject id among those that links lead to, before the guard: what is decided on one hangs on nothing outside it.
 */
export const clusterTable = defineTable('resolution', 'cluster', {
  subject: 'UBIGINT',
  type: 'VARCHAR',
  entity: 'UBIGINT',
  component: 'UBIGINT',
});

/**
 * What the model learnt, whole: `trainedModelsFrom` reads it back. One row per comparison level of each type, with the
 * `average` share that the frequency of a value is held against. Rows with another `comparison`: prior, subjects,
 * matches, threshold (`weight` is the figure), precision and recall (`m` is what is expected, `low` and `high` its bounds),
 * and interactions with a rival explanation (level: how many of the two have records of their own).
 */
export const modelTable = defineTable('resolution', 'model', {
  type: 'VARCHAR',
  comparison: 'VARCHAR',
  level: 'INTEGER',
  title: 'VARCHAR',
  m: 'DOUBLE',
  u: 'DOUBLE',
  weight: 'DOUBLE',
  average: 'DOUBLE',
  low: 'DOUBLE',
  high: 'DOUBLE',
});

/**
 * What blocking did: pairs by rule, and what was skipped because too many share a key. `lost_matches` are expected among the skipped pairs that no rule compared, `recall_cost` is their
 * share of all matches. The rule `guard` tells of links that clustering left apart.
 */
export const blockingTable = defineTable('resolution', 'blocking', {
  type: 'VARCHAR',
  rule: 'VARCHAR',
  pairs: 'BIGINT',
  skipped_keys: 'BIGINT',
  skipped_pairs: 'BIGINT',
  lost_matches: 'DOUBLE',
  recall_cost: 'DOUBLE',
});

/**
 * How the model came by what it learnt: one row per type and iteration. `change` is the largest change of any share,
 * `log_likelihood` that of the patterns before the iteration, in nats. `subjects` took part; `block_pairs` and
 * `random_pairs` were looked at.
 */
export const trainingTable = defineTable('resolution', 'training', {
  type: 'VARCHAR',
  iteration: 'INTEGER',
  change: 'DOUBLE',
  log_likelihood: 'DOUBLE',
  subjects: 'BIGINT',
  block_pairs: 'BIGINT',
  random_pairs: 'BIGINT',
});

export const resolutionTables = [
  candidateTable,
  clusterTable,
  modelTable,
  blockingTable,
  trainingTable,
] as const;
