import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { candidateTable, modelTable } from './tables.ts';

/** From where on a pair links, and what the model expects of that. */
export interface ReadThreshold {
  readonly bits: number;
  readonly probability: number;
  /**
   * Of the pairs from there on, the share that are of one thing; of all pairs of one thing that were kept, the share that
   * lie from there on. By the model's own probabilities; null without pairs.
   */
  readonly expectedPrecision: number | null;
  readonly expectedRecall: number | null;
}

/** Where nothing chose another: a probability of 0.95. */
const untaughtBits = Math.log2(0.95 / 0.05);

/**
 * The threshold of a type. What the run chose and expected is in the rows `threshold` (weight), `precision` and `recall` (m)
 * of the model; what is not there is taken from the kept pairs.
 */
export async function readThreshold(lake: Lake, type: string): Promise<ReadThreshold> {
  const rows = await lake.rows<{ comparison: string; m: number | null; weight: number | null }>(sql`
    select comparison, m, weight from ${modelTable}
    where type = ${type} and comparison in ('threshold', 'precision', 'recall')`);
  const row = (comparison: string) => rows.find((one) => one.comparison === comparison);
  const bits = row('threshold')?.weight ?? untaughtBits;
  const { precision, recall } = await lake.row<{ precision: number | null; recall: number | null }>(sql`
    select sum(probability) filter (weight >= ${bits}) / nullif(count(*) filter (weight >= ${bits}), 0) as precision,
      coalesce(sum(probability) filter (weight >= ${bits}), 0) / nullif(sum(probability), 0) as recall
    from ${candidateTable} where type = ${type}`);
  return {
    bits,
    probability: 1 / (1 + 2 ** -bits),
    expectedPrecision: rounded(row('precision')?.m ?? precision),
    expectedRecall: rounded(row('recall')?.m ?? recall),
  };
}

/** Sums depend on the order of rows in their last digits; four digits do not. */
function rounded(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1e4) / 1e4;
}
