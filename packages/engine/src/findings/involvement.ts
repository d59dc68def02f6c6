import { labelFromText } from '@clew/model/terms/label.ts';
import { entityTable, joinedLabelTable, linkTable } from '../graph/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { defineTable } from '../lake/table.ts';
import { loadTable } from '../lake/table-writer.ts';

/**
 * Whose data may be looked at for leads. A working table of this stage. `open`: not quarantined, and under a purpose
 * of analysis or cross-checking. Under any other label a row is as if it were not there.
 */
export const usableLabelTable = defineTable('findings_work', 'usable_label', {
  label: 'UBIGINT',
  protected: 'BOOLEAN',
});

/** Who is in which case: people who are not protected. A working table. */
export const involvementTable = defineTable('findings_work', 'involvement', {
  person: 'UBIGINT',
  case: 'UBIGINT',
});

/** The people who may be told of as members or as providers: usable, and protected by no statement. */
export const openPersonTable = defineTable('findings_work', 'open_person', { person: 'UBIGINT' });

/** Fills the working tables that networks and detectors start from. */
export async function gatherInvolvement(lake: Lake): Promise<void> {
  await lake.makeSchema('findings_work');
  const labels = await lake.rows<{ label: bigint; content: string; protected: boolean }>(
    sql`select label, content, protected from ${joinedLabelTable} order by label`,
  );
  const usable = labels.filter(({ content }) => {
    const { uncategorised, purposes } = labelFromText(content);
    return !uncategorised && purposes.some((purpose) => purpose !== 'exchange');
  });
  await loadTable(lake, usableLabelTable, usable);
  await lake.run(sql`create or replace table ${openPersonTable} as
    select e.entity as person from ${entityTable} e join ${usableLabelTable} u using (label)
    where e.type = 'person' and not e.protected order by person`);
  await lake.run(sql`create or replace table ${involvementTable} as
    select distinct l.source as person, l.target as "case"
    from ${linkTable} l join ${usableLabelTable} u using (label)
    where l.kind = 'in case' and l.source in (select person from ${openPersonTable})
    order by "case", person`);
}
