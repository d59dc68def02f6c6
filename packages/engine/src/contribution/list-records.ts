import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { recordTable } from './tables.ts';

/** A row of a partner's file as it came. Cells that hold nothing but spaces are left out. */
export interface ListedRecord {
  /** The data row, counted from 1. */
  readonly row: number;
  readonly cells: readonly { readonly column: string; readonly value: string }[];
}

/** Rows of the contributions that are mounted, in their order: `limit` of them after the row named. */
export async function listRecords(
  lake: Lake,
  { after, limit }: { readonly after?: number | undefined; readonly limit: number },
): Promise<ListedRecord[]> {
  const records = await lake.rows<{ row: number; content: string }>(sql`
    select "row", content from ${recordTable} where "row" > ${after ?? 0} order by "row" limit ${limit}`);
  return records.map(({ row, content }) => ({
    row,
    cells: Object.entries(JSON.parse(content) as Record<string, string>).map(([column, value]) => ({
      column,
      value,
    })),
  }));
}
