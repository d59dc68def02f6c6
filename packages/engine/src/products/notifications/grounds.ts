import { isMatchable, type Label, labelFromText } from '@clew/model/terms/label.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { labelTable } from '../../statements/tables.ts';

/** The grounds of processing that each matchable label gives, and whether others may be told that there is a link. */
export const groundTable = defineTable('notifying', 'ground', {
  label: 'UBIGINT',
  owner: 'VARCHAR',
  ground: 'VARCHAR',
  tells: 'BOOLEAN',
});

/**
 * On what grounds two holders may learn of each other: both allow cross-checking, or both work in one named
 * project. A contact (Annex II.B) is known in its project only.
 */
export function groundsOf(label: Label): readonly string[] {
  if (!isMatchable(label)) return [];
  const grounds: string[] = [];
  if (label.purposes.includes('cross-check') && !label.categories.includes('contact'))
    grounds.push('cross-check');
  if (label.purposes.includes('operational-analysis')) {
    for (const project of label.projects) grounds.push(`project:${project}`);
  }
  return grounds;
}

/**
 * Whether the other owner may be told that there is a link. H2 ("not to be disseminated without the permission of
 * the provider") holds back the content, and a hit has none: it is how the other learns whom to ask for that
 * permission (hit/no-hit, Regulation (EU) 2016/794, Articles 20 and 21). The words of H3 must be read by a person
 * first, so H3 tells nobody; its own provider is still told of what others hold.
 */
export function tells(label: Label): boolean {
  return !label.handling.includes('H3');
}

/** Labels are few (one per distinct set of terms), so they are read here and not in SQL. */
export async function loadGrounds(lake: Lake): Promise<void> {
  const labels = await lake.rows<{ label: bigint; owner: string; content: string }>(
    sql`select label, any_value(owner) as owner, any_value(content) as content from ${labelTable}
        where matchable group by label order by label`,
  );
  await loadTable(
    lake,
    groundTable,
    labels.flatMap(({ label, owner, content }) => {
      const read = labelFromText(content);
      return groundsOf(read).map((ground) => ({ label, owner, ground, tells: tells(read) }));
    }),
  );
}
