import { defineTable } from '../../lake/table.ts';

/**
 * One question for a reviewer: are `a` and `b`, a < b, the same? By `rank` from 1: the one whose answer is expected to
 * change most comes first. `wrong` is the probability that what holds now (`together`) is wrong; `pairs` the pairs of
 * records and `hits` the pairs of owners that would come together or apart if it is; `bridge` whether nothing but this
 * pair binds the two sides; `more` how many other pairs ask the same. `value` is what the order goes by.
 */
export const questionTable = defineTable('review', 'question', {
  rank: 'INTEGER',
  type: 'VARCHAR',
  a: 'UBIGINT',
  b: 'UBIGINT',
  weight: 'DOUBLE',
  probability: 'DOUBLE',
  together: 'BOOLEAN',
  wrong: 'DOUBLE',
  pairs: 'BIGINT',
  hits: 'INTEGER',
  bridge: 'BOOLEAN',
  more: 'INTEGER',
  value: 'DOUBLE',
});
