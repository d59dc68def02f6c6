import { createHash } from 'node:crypto';
import {
  isMatchable,
  isProtected,
  joinLabels,
  type Label,
  labelFromText,
  labelText,
} from '@clew/model/terms/label.ts';
import type { Lake } from '../lake/lake.ts';
import { type Query, sql } from '../lake/sql.ts';
import { defineTable } from '../lake/table.ts';
import { loadTable, writeTable } from '../lake/table-writer.ts';
import { labelTable } from '../statements/tables.ts';
import { joinedLabelTable } from './tables.ts';

/**
 * What a set of labels amounts to. `labels` is the set as text: ids in ascending order between commas.
 * `pseudonym` is the word for a protected person under the joined label, else null.
 */
export const labelSetTable = defineTable('graph_work', 'label_set', {
  labels: 'VARCHAR',
  label: 'UBIGINT',
  owners: 'VARCHAR[]',
  any_protected: 'BOOLEAN',
  all_protected: 'BOOLEAN',
  pseudonym: 'VARCHAR',
});

/** SQL for the text of the set of labels of a group of rows. `low` and `high` spare the list for sets of one. */
export function labelSetText(list: Query): Query {
  return sql`array_to_string(list_sort(list_distinct(${list})), ',')`;
}

/**
 * Joins every distinct set of labels that `sets` (one column `labels`) yields, fills `labelSetTable` and writes the
 * labels of all derived rows.
 */
export async function joinLabelSets(lake: Lake, folder: string, sets: Query): Promise<void> {
  const known = await knownLabels(lake);
  const joined = new Map<bigint, Label>();
  const rows = [];
  for (const { labels } of await lake.rows<{ labels: string }>(
    sql`select distinct labels from (${sets}) order by labels`,
  )) {
    const parts = labels.split(',').map((id) => labelOf(known, BigInt(id)));
    const label = parts.reduce(joinLabels);
    const id = known.idOf(label);
    joined.set(id, label);
    rows.push({
      labels,
      label: id,
      owners: label.owners,
      any_protected: parts.some(isProtected),
      all_protected: parts.every(isProtected),
      pseudonym: pseudonymOf(label),
    });
  }
  await loadTable(lake, labelSetTable, rows);
  await writeTable(lake, { folder, table: joinedLabelTable }, async (writer) => {
    for (const [id, label] of [...joined].sort(([a], [b]) => (a < b ? -1 : 1))) {
      await writer.add({
        label: id,
        owner: label.owners.join(','),
        matchable: isMatchable(label),
        protected: isProtected(label),
        content: labelText(label),
      });
    }
  });
}

interface KnownLabels {
  readonly byId: ReadonlyMap<bigint, Label>;
  /** The id under which a label with this content is known already, else one made from the content. */
  idOf(label: Label): bigint;
}

async function knownLabels(lake: Lake): Promise<KnownLabels> {
  const byId = new Map<bigint, Label>();
  const byText = new Map<string, bigint>();
  for (const { label, content } of await lake.rows<{ label: bigint; content: string }>(
    sql`select distinct label, content from ${labelTable} order by label`,
  )) {
    byId.set(label, labelFromText(content));
    if (!byText.has(content)) byText.set(content, label);
  }
  const idOf = (label: Label) => {
    const text = labelText(label);
    return byText.get(text) ?? createHash('sha256').update(text).digest().readBigUInt64BE(0);
  };
  return { byId, idOf };
}

function labelOf(known: KnownLabels, id: bigint): Label {
  const label = known.byId.get(id);
  if (label === undefined)
    throw new Error(`A statement carries label ${id}, which is not in statements.label`);
  return label;
}

function pseudonymOf(label: Label): string | null {
  if (!isProtected(label)) return null;
  return (['victim', 'witness', 'informant'] as const).find((c) => label.categories.includes(c)) ?? 'minor';
}
