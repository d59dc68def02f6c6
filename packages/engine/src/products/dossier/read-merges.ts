import { keptContributionTable } from '../../kept.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { candidateTable, clusterTable } from '../../resolution/tables.ts';
import { gatherRecords, recordColumns } from './stated.ts';

/** How a record came to be one with those before it. */
export interface JoinedRecord {
  readonly subject: bigint;
  /** When the first file with it came; empty where nobody knows. ISO 8601, UTC. */
  readonly at: string;
  readonly partner: string;
  readonly file: string;
  readonly row: number;
  /** The earlier record to which the strongest link leads; null for the first, and where links lead round about. */
  readonly to: bigint | null;
  readonly probability: number | null;
  /** Whether a person said so. */
  readonly judged: boolean;
}

/** The records of the entity. A working table. */
const ownTable = defineTable('merges_work', 'own', recordColumns);

/** More records than this are not told one by one. */
export const mostJoined = 200;

/** The records of an entity in the order in which they came, each with what binds it to those before it. */
export async function readMerges(lake: Lake, entity: bigint): Promise<readonly JoinedRecord[]> {
  await gatherRecords(lake, ownTable, sql`select subject from ${clusterTable} where entity = ${entity}`);
  const records = await lake.rows<Omit<JoinedRecord, 'to' | 'probability' | 'judged'>>(sql`
    with stated as (
      select s.subject, coalesce(k.received_at, '') as received, coalesce(k.partner, '') as partner,
        coalesce(k.file_name, s.contribution) as file, s."row"
      from ${ownTable} s left join ${keptContributionTable} k on k.contribution = s.contribution
    ), first as (
      select * from stated
      qualify row_number() over (partition by subject order by received, partner, file, "row") = 1
    )
    select subject, received as "at", partner, file, "row" from first
    order by received, partner, file, "row", subject limit ${mostJoined}`);
  const subjects = records.map(({ subject }) => subject);
  if (subjects.length < 2) return records.map((record) => ({ ...record, ...unbound }));
  const links = await lake.rows<{ a: bigint; b: bigint; probability: number; judged: boolean }>(sql`
    select a, b, probability, judged is not null as judged from ${candidateTable}
    where linked and a in ${subjects} and b in ${subjects} order by weight desc, a, b`);
  const places = new Map(subjects.map((subject, place) => [subject, place]));
  return records.map((record, place) => {
    const earlier = (id: bigint) => (places.get(id) as number) < place;
    const link = links.find(
      ({ a, b }) => (a === record.subject && earlier(b)) || (b === record.subject && earlier(a)),
    );
    if (link === undefined) return { ...record, ...unbound };
    const { a, b, probability, judged } = link;
    return { ...record, to: a === record.subject ? b : a, probability, judged };
  });
}

const unbound = { to: null, probability: null, judged: false };
