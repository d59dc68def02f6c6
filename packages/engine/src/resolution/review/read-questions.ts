import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { candidateTable, clusterTable } from '../tables.ts';
import { questionTable } from './tables.ts';

/** A row of `questionTable`. */
export interface RankedQuestion {
  readonly rank: number;
  readonly type: string;
  readonly a: bigint;
  readonly b: bigint;
  readonly weight: number;
  readonly probability: number;
  readonly together: boolean;
  readonly wrong: number;
  readonly pairs: number;
  readonly hits: number;
  readonly bridge: boolean;
  readonly more: number;
  readonly value: number;
}

/** The questions behind a rank, in their order, of one type or of all. */
export function readQuestions(
  lake: Lake,
  asked: { readonly after: number; readonly limit: number; readonly type?: string | undefined },
): Promise<RankedQuestion[]> {
  const { after, limit, type } = asked;
  return lake.rows<RankedQuestion>(sql`select * from ${questionTable}
    where rank > ${after} and ${type === undefined ? sql`true` : sql`type = ${type}`} order by rank limit ${limit}`);
}

/** A pair that both sides of are in the snapshot, with what the model says of it; null where it kept nothing of it. */
export interface KnownPair {
  readonly a: bigint;
  readonly b: bigint;
  readonly type: string;
  readonly weight: number | null;
  readonly probability: number | null;
  readonly together: boolean;
}

/** Those of some pairs (a < b) of which both sides are in the snapshot, in the order given. */
export async function knownPairs(
  lake: Lake,
  asked: readonly { readonly a: bigint; readonly b: bigint }[],
): Promise<KnownPair[]> {
  if (asked.length === 0) return [];
  const values = {
    text: asked.map(({ a, b }, place) => `(${place}, ${a}::ubigint, ${b}::ubigint)`).join(', '),
  };
  return lake.rows<KnownPair>(sql`
    select p.a, p.b, x.type, c.weight, c.probability, x.entity = y.entity as together
    from (values ${values}) p(place, a, b)
    join ${clusterTable} x on x.subject = p.a join ${clusterTable} y on y.subject = p.b
    left join ${candidateTable} c on c.a = p.a and c.b = p.b
    order by p.place`);
}
