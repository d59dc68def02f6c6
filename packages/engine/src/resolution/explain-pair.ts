import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { candidateTable, clusterTable, modelTable } from './tables.ts';

/** One part of the evidence on a pair. Weights are in bits; with the prior they add up to the pair's weight. */
export interface EvidencePart {
  readonly comparison: string;
  readonly level: number;
  readonly weight: number;
  readonly words: string;
}

/** A pair of subjects that was compared. */
export interface ComparedPair {
  readonly type: string;
  readonly a: bigint;
  readonly b: bigint;
  readonly weight: number;
  readonly probability: number;
  readonly prior: number | null;
  readonly linked: boolean;
  readonly judged: string | null;
  readonly parts: readonly EvidencePart[];
}

/** Why two things are one, or are not. */
export interface Explanation {
  readonly type: string;
  readonly sameEntity: boolean;
  /**
   * The pairs that lead from one to the other: one when they were compared directly, several when others bind them.
   * Empty when nothing brought them together.
   */
  readonly chain: readonly ComparedPair[];
}

/** A subject, or all subjects of an entity, with its type. Undefined when the id is neither. */
export async function membersOf(
  lake: Lake,
  id: bigint,
): Promise<{ readonly type: string; readonly entity: bigint; readonly asked: bigint } | undefined> {
  const rows = await lake.rows<{ type: string; entity: bigint; asked: bigint }>(sql`
    select type, entity, ${id}::ubigint as asked from ${clusterTable} where subject = ${id} order by type limit 1`);
  return rows[0];
}

/**
 * Why `a` and `b` (subject ids; an entity's id is the first of its subjects) were taken for the same, or were not:
 * the pair itself, else the strongest chain of pairs inside their entity, else the strongest pair between their
 * two entities. Undefined when one of them is not known.
 */
export async function explainPair(lake: Lake, a: bigint, b: bigint): Promise<Explanation | undefined> {
  const [first, second] = [await membersOf(lake, a), await membersOf(lake, b)];
  if (first === undefined || second === undefined) return undefined;
  const sameEntity = first.entity === second.entity;
  const answer = (chain: readonly ComparedPair[]) => ({ type: first.type, sameEntity, chain });
  const direct = await pairs(lake, sql`c.a = ${a < b ? a : b} and c.b = ${a < b ? b : a}`);
  if (direct.length > 0) return answer(direct.slice(0, 1));
  if (sameEntity) {
    const members = sql`select subject from ${clusterTable} where entity = ${first.entity}`;
    return answer(
      chainBetween(await pairs(lake, sql`c.linked and c.a in (${members}) and c.b in (${members})`), a, b),
    );
  }
  const one = sql`select subject from ${clusterTable} where entity = ${first.entity}`;
  const other = sql`select subject from ${clusterTable} where entity = ${second.entity}`;
  const between = await pairs(
    lake,
    sql`(c.a in (${one}) and c.b in (${other})) or (c.a in (${other}) and c.b in (${one}))`,
  );
  return answer(between.slice(0, 1));
}

/** The pairs that a condition on `c` (a candidate) picks, the strongest first. */
async function pairs(lake: Lake, condition: { readonly text: string }): Promise<ComparedPair[]> {
  const rows = await lake.rows<Omit<ComparedPair, 'parts'> & { parts: string }>(sql`
    select c.type, c.a, c.b, c.weight, c.probability, m.weight as prior, c.linked, c.judged, c.parts
    from ${candidateTable} c left join ${modelTable} m on m.type = c.type and m.comparison = 'prior'
    where ${condition} order by c.weight desc, c.a, c.b`);
  return rows.map((row) => ({ ...row, parts: JSON.parse(row.parts) as EvidencePart[] }));
}

/** The chain with the fewest pairs; of equals the one whose pairs come first, and they come by weight. */
function chainBetween(linked: readonly ComparedPair[], from: bigint, to: bigint): readonly ComparedPair[] {
  const reached = new Map<bigint, readonly ComparedPair[]>([[from, []]]);
  const queue = [from];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const path = reached.get(next) ?? [];
    if (next === to) return path;
    for (const pair of linked) {
      if (pair.a !== next && pair.b !== next) continue;
      const other = pair.a === next ? pair.b : pair.a;
      if (reached.has(other)) continue;
      reached.set(other, [...path, pair]);
      queue.push(other);
    }
  }
  return [];
}
