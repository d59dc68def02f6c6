import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import type { Duplicate } from '../duplicates.ts';
import { candidateTable } from '../tables.ts';

/** A kept pair with the level of each comparison, as the run weighed it. */
export interface WeighedPair {
  readonly a: bigint;
  readonly b: bigint;
  /** Bits. */
  readonly weight: number;
  /** Which of the two stands behind the other. */
  readonly duplicate: Duplicate | null;
  readonly parts: readonly { readonly comparison: string; readonly level: number | null }[];
}

const amongTable = defineTable('review', 'among', { subject: 'UBIGINT' });

/** The kept pairs of a type both sides of which are among some subjects, in the order of their ids. */
export async function pairsAmong(
  lake: Lake,
  { type, subjects }: { readonly type: string; readonly subjects: readonly bigint[] },
): Promise<readonly WeighedPair[]> {
  await lake.makeSchema(amongTable.schema);
  await loadTable(
    lake,
    amongTable,
    subjects.map((subject) => ({ subject })),
  );
  try {
    const rows = await lake.rows<Omit<WeighedPair, 'parts'> & { parts: string }>(sql`
      select a, b, weight, duplicate, parts from ${candidateTable}
      where type = ${type} and a in (from ${amongTable}) and b in (from ${amongTable}) order by a, b`);
    return rows.map(({ parts, ...row }) => ({ ...row, parts: JSON.parse(parts) }));
  } finally {
    await lake.run(sql`drop table ${amongTable}`);
  }
}
