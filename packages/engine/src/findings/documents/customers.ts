// In: groups of documents that come from one hand or rest on one thing. Out: the people who carry them as the customers of
// that, tested as the people of a facilitator are: same null, same correction.

import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import type { Candidate, Tested } from '../facilitators/candidate.ts';
import { testProviders } from '../facilitators/provider-test.ts';
import { useTable } from '../facilitators/uses.ts';
import { networkTable } from '../tables.ts';
import { bearingTable } from './bearings.ts';

/** Which documents are of which group. A working table. */
export const documentGroupTable = defineTable('findings_work', 'document_group', {
  layer: 'VARCHAR',
  provider: 'UBIGINT',
  document: 'UBIGINT',
});

/** Who carries a document of which group, as `useTable` has it. A working table. */
const customerTable = defineTable('findings_work', 'customer', useTable.columns);

/**
 * Tests the groups in `documentGroupTable`. Candidates are those that reach two networks: that people of none are in cases of
 * several crime areas is what chance gives, where most people on file are in a case.
 */
export async function testCustomers(lake: Lake): Promise<Tested> {
  await lake.run(sql`create or replace table ${customerTable} as
    with home as (select person, min(area) as area from ${useTable} where area is not null group by person)
    select distinct g.layer, g.provider, b.person, n.network, h.area
    from ${documentGroupTable} g join ${bearingTable} b on b.document = g.document and b.sort = 'number'
      left join ${networkTable} n on n.entity = b.person left join home h on h.person = b.person
    order by g.layer, g.provider, b.person`);
  const { tested, candidates } = await testProviders(lake, customerTable);
  return { tested, candidates: candidates.filter(({ networks }) => networks >= 2) };
}

export interface FoundGroup extends Candidate {
  readonly chanceCorrected: number;
}
