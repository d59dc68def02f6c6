import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable, type Table } from '../../lake/table.ts';
import { statementTable, subjectTable } from '../../statements/tables.ts';
import { candidateTable, clusterTable } from '../tables.ts';
import type { Hold } from './owner-links.ts';

/** The clusters as they are and the pairs that were kept, by number; 17 bytes for each pair. */
export interface Decided extends DecidedPairs, Holdings {
  /** The cluster of each subject. */
  readonly cluster: Int32Array;
  readonly clusterSizes: Int32Array;
}

interface DecidedPairs {
  readonly pairs: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Bits. */
  readonly weight: Float64Array;
  /** `holdsTogether`, `judgedSame`, `judgedDifferent`, `notJudgeable`. */
  readonly flags: Uint8Array;
}

interface Holdings {
  /** What owners hold, by subject. Where nobody may be told, a subject is not in it. */
  readonly holds: ReadonlyMap<number, readonly Hold[]>;
  readonly owners: number;
}

export const holdsTogether = 1;
export const judgedSame = 4;
export const judgedDifferent = 8;
export const notJudgeable = 16;

/** The members of all clusters that a kept pair touches, numbered from 0 by subject. A working table. */
const memberTable = defineTable('review', 'member', { n: 'INTEGER', subject: 'UBIGINT', cluster: 'INTEGER' });

/**
 * Reads the kept pairs and their clusters. `grounds` has what the label of a statement lets its owner tell and be told
 * (label, owner, ground, tells). A pair with a side that no row states, a thing known by its value alone, is not judged.
 */
export async function readDecided(lake: Lake, grounds: Table): Promise<Decided> {
  await lake.makeSchema(memberTable.schema);
  await lake.run(sql`create or replace table ${memberTable} as
    with touched as (
      select distinct k.entity from ${clusterTable} k
      semi join (select a as subject from ${candidateTable} union select b from ${candidateTable}) c using (subject)
    )
    select (row_number() over (order by subject) - 1)::integer as n, subject,
      (dense_rank() over (order by entity) - 1)::integer as cluster
    from ${clusterTable} semi join touched using (entity) order by n`);
  try {
    return { ...(await readClusters(lake)), ...(await readPairs(lake)), ...(await readHolds(lake, grounds)) };
  } finally {
    await lake.run(sql`drop table ${memberTable}`);
  }
}

async function readClusters(lake: Lake): Promise<Pick<Decided, 'cluster' | 'clusterSizes'>> {
  const { subjects, clusters } = await lake.row<{ subjects: number; clusters: number }>(sql`
    select count(*) as subjects, count(distinct cluster) as clusters from ${memberTable}`);
  const cluster = new Int32Array(subjects);
  const clusterSizes = new Int32Array(clusters);
  let at = 0;
  for await (const { columns } of lake.batches(sql`select cluster from ${memberTable} order by n`)) {
    for (const value of columns[0] as readonly number[]) {
      cluster[at++] = value;
      clusterSizes[value] = (clusterSizes[value] as number) + 1;
    }
  }
  return { cluster, clusterSizes };
}

async function readPairs(lake: Lake): Promise<DecidedPairs> {
  const { pairs } = await lake.row<{ pairs: number }>(sql`select count(*) as pairs from ${candidateTable}`);
  const [a, b] = [new Int32Array(pairs), new Int32Array(pairs)];
  const [weight, flags] = [new Float64Array(pairs), new Uint8Array(pairs)];
  let at = 0;
  const query = sql`
    with stated as (select distinct subject from ${subjectTable})
    select x.n, y.n, c.weight, case when c.linked then ${holdsTogether} else 0 end
      + case c.judged when 'same' then ${judgedSame} when 'different' then ${judgedDifferent} else 0 end
      + case when s.subject is null or t.subject is null then ${notJudgeable} else 0 end as flags
    from ${candidateTable} c join ${memberTable} x on x.subject = c.a join ${memberTable} y on y.subject = c.b
    left join stated s on s.subject = c.a left join stated t on t.subject = c.b
    order by x.n, y.n`;
  for await (const { rowCount, columns } of lake.batches(query)) {
    for (let index = 0; index < rowCount; index++, at++) {
      a[at] = columns[0]?.[index] as number;
      b[at] = columns[1]?.[index] as number;
      weight[at] = columns[2]?.[index] as number;
      flags[at] = columns[3]?.[index] as number;
    }
  }
  return { pairs, a, b, weight, flags };
}

async function readHolds(lake: Lake, grounds: Table): Promise<Holdings> {
  const [owners, names] = [new Map<string, number>(), new Map<string, number>()];
  const numberOf = (of: Map<string, number>, name: string) => {
    const number = of.get(name) ?? of.size;
    of.set(name, number);
    return number;
  };
  const holds = new Map<number, Hold[]>();
  const query = sql`
    select m.n, g.owner, g.ground, bool_or(g.tells) as tells
    from (select distinct subject, label from ${statementTable}) s join ${memberTable} m using (subject)
    join ${grounds} g using (label) group by all order by all`;
  for await (const { rowCount, columns } of lake.batches(query)) {
    for (let index = 0; index < rowCount; index++) {
      const n = columns[0]?.[index] as number;
      const list = holds.get(n) ?? [];
      list.push({
        owner: numberOf(owners, columns[1]?.[index] as string),
        ground: numberOf(names, columns[2]?.[index] as string),
        tells: columns[3]?.[index] as boolean,
      });
      holds.set(n, list);
    }
  }
  return { holds, owners: owners.size };
}
