import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { statementId, statementTable } from '../statements/tables.ts';
import { findingTable } from './tables.ts';

/** What a finding rests on: its detector, the statements behind it and the contributions that they stand in. */
export async function evidenceOf(
  lake: Lake,
  finding: bigint,
): Promise<
  | {
      readonly detector: string;
      readonly evidence: readonly bigint[];
      readonly contributions: readonly string[];
    }
  | undefined
> {
  const [found] = await lake.rows<{ detector: string; evidence: readonly bigint[] }>(
    sql`select detector, evidence from ${findingTable} where finding = ${finding}`,
  );
  if (found === undefined) return undefined;
  const rows = await lake.rows<{ contribution: string }>(sql`
    select distinct s.contribution from ${statementTable} s
    where ${statementId()} in (select unnest(evidence) from ${findingTable} where finding = ${finding})
    order by s.contribution`);
  return { ...found, contributions: rows.map(({ contribution }) => contribution) };
}
