import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { labelTable } from '../statements/tables.ts';

/**
 * Lets all that is stated be matched, whatever its labels say. For linkage without a hub: one owner's own files, from
 * which nothing is shared. Never for a hub, where the law says who may be compared.
 */
export async function matchEverything(lake: Lake): Promise<void> {
  const labels = sql`select label, owner, true as matchable, protected, content from ${labelTable}`;
  await lake.run(sql`create or replace temp table label_of_own as ${labels}`);
  await lake.run(sql`drop view if exists ${labelTable}`);
  await lake.run(sql`create view ${labelTable} as select * from label_of_own`);
}
