import { createHash } from 'node:crypto';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { findingTable } from './tables.ts';

/** What a review is kept at: a detector and the statements behind a finding, whatever their order. */
export function findingKey(detector: string, evidence: readonly bigint[]): string {
  const sorted = [...new Set(evidence)].sort((one, other) => (one < other ? -1 : 1));
  return createHash('md5')
    .update(`${detector}|${sorted.join(',')}`)
    .digest('hex');
}

/** The findings of a snapshot that some keys belong to. */
export async function findingsByKey(
  lake: Lake,
  keys: readonly string[],
): Promise<ReadonlyMap<bigint, string>> {
  if (keys.length === 0) return new Map();
  const rows = await lake.rows<{ finding: bigint; key: string }>(sql`
    select finding, key from (
      select finding, md5(concat(detector, '|', array_to_string(list_sort(list_distinct(evidence)), ','))) as key
      from ${findingTable})
    where key in ${keys} order by finding`);
  return new Map(rows.map(({ finding, key }) => [finding, key]));
}
