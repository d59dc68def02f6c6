// What blocking left out, told in matches: a sample of the skipped pairs is scored as if it had been compared.

import type { Lake } from '../lake/lake.ts';
import { type Blocks, comparablePairs } from './block.ts';
import { outcomesOfPairs } from './outcome.ts';
import { weightSql } from './score.ts';
import type { TrainedModel } from './train.ts';
import { text, workTable } from './work.ts';

const sampledPairs = 40_000;
const parts = 65_536;

/**
 * For each rule that skipped pairs: how many matches the model expects among those that no rule compared, from a sample
 * (all pairs among a sample of the subjects of its crowds, by number, so that it is the same each time), and what share
 * of all matches that is. Needs `crowd_<type>`, `block_<type>` and `scored_<type>`.
 */
export async function estimateSkipped(lake: Lake, trained: TrainedModel, blocks: Blocks): Promise<void> {
  const { type } = trained.model;
  const crowd = workTable('crowd', type);
  const skipping = blocks.counts.flatMap((count, rule) => (count.skippedPairs > 0 ? [{ count, rule }] : []));
  if (skipping.length === 0) return;
  const limits = skipping.map(({ count, rule }) => {
    const limit = Math.ceil(parts * Math.sqrt(Math.min(1, sampledPairs / count.skippedPairs)));
    return { rule, limit, scale: (parts / limit) ** 2, count };
  });
  const limit = `case rule ${limits.map((one) => `when ${one.rule} then ${one.limit}`).join(' ')} else 0 end`;
  await lake.run(
    text(`create or replace table ${workTable('unseen', type)} as
      with taken as (select rule, key, n from ${crowd} where hash(n, 'skipped') % ${parts} < ${limit}),
      pairs as (select distinct l.rule, l.n as a, r.n as b from taken l join taken r on l.rule = r.rule and l.key = r.key and l.n < r.n)
      select p.* from pairs p
      where (a, b) not in (select x.n, y.n from ${workTable('block', type)} x join ${workTable('block', type)} y
          on x.key = y.key and x.n < y.n where x.n in (select a from pairs) and y.n in (select b from pairs))`),
  );
  const outcomes = outcomesOfPairs(trained.model, {
    features: workTable('feature', type),
    pairs: comparablePairs(trained.model, `select * from ${workTable('unseen', type)}`),
    further: ['rule'],
  });
  const found = await lake.rows<{ rule: number; matches: number }>(
    text(`with outcome as materialized (${outcomes})
      select rule, ${probabilitySum(`${trained.prior} + ${weightSql(trained)}`)} as matches
      from outcome group by rule order by rule`),
  );
  const { seen } = await lake.row<{ seen: number }>(
    text(`select coalesce(${probabilitySum('weight')}, 0) as seen from ${workTable('scored', type)}`),
  );
  for (const { rule, scale, count } of limits) {
    const lost = (found.find((one) => one.rule === rule)?.matches ?? 0) * scale;
    count.lostMatches = Math.round(lost * 1e3) / 1e3;
    count.recallCost = Math.round((lost / Math.max(1, lost + seen)) * 1e6) / 1e6;
  }
  await lake.run(text(`drop table ${workTable('unseen', type)}`));
}

/** SQL: the probabilities of pairs of a weight, added up in billionths: a sum of fractions depends on the order of threads. */
function probabilitySum(weight: string): string {
  return `sum(round(1e9 / (1 + pow(2, -(${weight}))))::bigint)::double / 1e9`;
}
