import { keptContributionTable } from '../kept.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { subjectTable } from '../statements/tables.ts';

/** Where a subject was stated. */
export interface StatedIn {
  readonly partner: string;
  readonly contribution: string;
  readonly file: string;
  readonly row: number;
}

/** The first row of each contribution that states a subject, by contribution. */
export function statedIn(lake: Lake, subject: bigint): Promise<StatedIn[]> {
  return lake.rows<StatedIn>(sql`
    select coalesce(any_value(k.partner), '') as partner, s.contribution,
      coalesce(any_value(k.file_name), s.contribution) as file, min(s."row") as row
    from ${subjectTable} s left join ${keptContributionTable} k on k.contribution = s.contribution
    where s.subject = ${subject} group by s.contribution order by s.contribution`);
}
