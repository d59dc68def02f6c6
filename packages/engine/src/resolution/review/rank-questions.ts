// In: resolution.candidate, resolution.cluster, statements, and on which grounds owners are told. Out: review.question.
// Invariant: the same snapshot gives the same questions in the same order.

import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable, type Table } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { candidateTable } from '../tables.ts';
import { askQuestions, type Question } from './ask-questions.ts';
import { readDecided } from './decided.ts';
import { decisionValue } from './decision-value.ts';
import { questionTable } from './tables.ts';

/** More than anybody will look at before the next run asks anew. */
const mostQuestions = 10_000;

interface Ranked {
  readonly question: Question;
  readonly value: number;
}

/** Puts the questions of a snapshot in order, those whose answer is expected to change most first. */
export async function rankQuestions(
  lake: Lake,
  given: { readonly grounds: Table; readonly most?: number },
): Promise<void> {
  const decided = await readDecided(lake, given.grounds);
  const ranked = foremost(askQuestions(decided), given.most ?? mostQuestions);
  const rows = ranked.map(({ question, value }, index) => ({ rank: index + 1, ...question, value }));
  await loadTable(lake, rankedTable, rows);
  // Pairs are numbered by the ids of their sides.
  await lake.run(sql`create or replace table ${questionTable} as
    with numbered as (select row_number() over (order by a, b) - 1 as pair, type, a, b, weight, probability
      from ${candidateTable})
    select r.rank, n.type, n.a, n.b, n.weight, n.probability, r.together, r.wrong, r.pairs, r.hits, r.bridge, r.more,
      r.value
    from ${rankedTable} r join numbered n using (pair) order by r.rank`);
  await lake.run(sql`drop table ${rankedTable}`);
}

/** Whether the questions of the snapshot in the lake are there already. */
export async function areRanked(lake: Lake): Promise<boolean> {
  const { there } = await lake.row<{ there: boolean }>(sql`select count(*) > 0 as there
    from duckdb_tables() where schema_name = ${questionTable.schema} and table_name = ${questionTable.name}`);
  return there;
}

const rankedTable = defineTable('review', 'ranked', {
  rank: 'INTEGER',
  pair: 'BIGINT',
  together: 'BOOLEAN',
  wrong: 'DOUBLE',
  pairs: 'BIGINT',
  hits: 'INTEGER',
  bridge: 'BOOLEAN',
  more: 'INTEGER',
  value: 'DOUBLE',
});

/** The first so many by value; of equals the pair with the smaller ids. Holds at most twice as many at a time. */
function foremost(questions: Iterable<Question>, most: number): Ranked[] {
  const byValue = (one: Ranked, other: Ranked) =>
    other.value - one.value || one.question.pair - other.question.pair;
  let kept: Ranked[] = [];
  let least = 0;
  for (const question of questions) {
    const value = decisionValue(question);
    if (value <= 0 || value < least) continue;
    kept.push({ question, value });
    if (kept.length < 2 * most) continue;
    kept = kept.sort(byValue).slice(0, most);
    least = kept.at(-1)?.value ?? 0;
  }
  return kept.sort(byValue).slice(0, most);
}
