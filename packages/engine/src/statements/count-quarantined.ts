import { isQuarantined, labelFromText } from '@clew/model/terms/label.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { labelTable, statementTable } from './tables.ts';

/** How many persons of a contribution nobody has put in a category. */
export interface QuarantineCount {
  readonly contribution: string;
  readonly persons: number;
}

/** Counts, by contribution, the persons in quarantine in the mounted statements. Contributions without any are left out. */
export async function countQuarantined(lake: Lake): Promise<readonly QuarantineCount[]> {
  const labels = await lake.rows<{ label: bigint; content: string }>(
    sql`select distinct label, content from ${labelTable} order by label`,
  );
  const quarantined = labels.filter(({ content }) => isQuarantined(labelFromText(content)));
  if (quarantined.length === 0) return [];
  return lake.rows<QuarantineCount>(sql`
    select contribution, count(distinct subject) as persons from ${statementTable}
    where type = 'person' and label in ${quarantined.map(({ label }) => label)}
    group by contribution order by contribution`);
}
