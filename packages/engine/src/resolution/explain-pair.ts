import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { type Commonness, commonnessOf, sharedThing } from './commonness.ts';
import { levelCode, type TypeModel } from './model.ts';
import { typeModels } from './models/type-models.ts';
import { type NeverCompared, whyNotCompared } from './never-compared.ts';
import { readThreshold } from './read-threshold.ts';
import { type Said, saidOf } from './said-of.ts';
import { candidateTable, clusterTable, modelTable, trainingTable } from './tables.ts';

/** One part of the evidence on a pair. Weights are in bits; with the prior they add up to the pair's weight. */
export interface EvidencePart {
  /** The id of a comparison, or of what follows from several together. */
  readonly comparison: string;
  /** Null for what follows from several comparisons together. */
  readonly level: number | null;
  /** The words of the level as a code; null without a level. */
  readonly code: string | null;
  readonly weight: number;
  /** How many times likelier this is for the same thing than for two: 2 to the weight. Below 1 it speaks for two. */
  readonly likelier: number;
  readonly words: string;
  /** How common the shared value is here, where that moved the weight. */
  readonly common: Commonness | null;
  /** What each of the two says, as it was written; null where it is not told or not of one trait. */
  readonly says: readonly [readonly string[], readonly string[]] | null;
}

/** A trait that only one of the two tells of: it weighs nothing. */
export interface OneSided {
  readonly comparison: string;
  readonly title: string;
  readonly says: readonly [readonly string[], readonly string[]];
}

/** A pair of subjects that was compared. */
export interface ComparedPair {
  readonly type: string;
  readonly a: bigint;
  readonly b: bigint;
  readonly weight: number;
  readonly probability: number;
  readonly prior: number | null;
  /** From how many bits on a pair of this type links. */
  readonly threshold: number;
  readonly linked: boolean;
  readonly judged: string | null;
  readonly parts: readonly EvidencePart[];
  readonly oneSided: readonly OneSided[];
  /** Whether what they say is not told, because one is a protected person. */
  readonly withheld: boolean;
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
  /** Set when the two themselves are not among the pairs that were kept, and are not one. */
  readonly neverCompared: NeverCompared | null;
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
 * the pair itself if it decided, else the strongest chain of pairs inside their entity, else the strongest pair between their
 * two entities. Undefined when one of them is not known.
 */
export async function explainPair(lake: Lake, a: bigint, b: bigint): Promise<Explanation | undefined> {
  const [first, second] = [await membersOf(lake, a), await membersOf(lake, b)];
  if (first === undefined || second === undefined) return undefined;
  const sameEntity = first.entity === second.entity;
  const answer = async (chain: readonly KeptPair[], neverCompared: NeverCompared | null = null) => {
    const explained: ComparedPair[] = [];
    for (const pair of chain) explained.push(await explainedPair(lake, pair));
    return { type: first.type, sameEntity, chain: explained, neverCompared };
  };
  const direct = await pairs(lake, sql`c.a = ${a < b ? a : b} and c.b = ${a < b ? b : a}`);
  const isDirect = direct[0] !== undefined && (direct[0].linked || !sameEntity);
  if (isDirect) return answer(direct.slice(0, 1));
  if (sameEntity) {
    const members = sql`select subject from ${clusterTable} where entity = ${first.entity}`;
    const linked = await pairs(lake, sql`c.linked and c.a in (${members}) and c.b in (${members})`);
    const chain = chainBetween(linked, a, b);
    return answer(chain.length > 0 ? chain : direct.slice(0, 1));
  }
  const one = sql`select subject from ${clusterTable} where entity = ${first.entity}`;
  const other = sql`select subject from ${clusterTable} where entity = ${second.entity}`;
  const between = await pairs(
    lake,
    sql`(c.a in (${one}) and c.b in (${other})) or (c.a in (${other}) and c.b in (${one}))`,
  );
  const types = [first.type, second.type] as const;
  return answer(between.slice(0, 1), await whyNotCompared(lake, { a, b, types }));
}

/** A pair as it is kept. */
interface KeptPair extends Omit<ComparedPair, 'parts' | 'threshold' | 'oneSided' | 'withheld'> {
  readonly parts: string;
}

interface KeptPart {
  readonly comparison: string;
  readonly level: number | null;
  readonly weight: number;
  readonly words: string;
  readonly class?: number;
}

/** The pairs that a condition on `c` (a candidate) picks, the strongest first. */
function pairs(lake: Lake, condition: { readonly text: string }): Promise<KeptPair[]> {
  return lake.rows<KeptPair>(sql`
    select c.type, c.a, c.b, c.weight, c.probability, m.weight as prior, c.linked, c.judged, c.parts
    from ${candidateTable} c left join ${modelTable} m on m.type = c.type and m.comparison = 'prior'
    where ${condition} order by c.weight desc, c.a, c.b`);
}

async function explainedPair(lake: Lake, pair: KeptPair): Promise<ComparedPair> {
  const model = typeModels.find(({ type }) => type === pair.type);
  if (model === undefined) throw new Error(`No model of ${pair.type}`);
  const [left, right] = [await saidOf(lake, pair.a, model), await saidOf(lake, pair.b, model)];
  const { subjects } = await lake.row<{ subjects: number | null }>(
    sql`select coalesce((select max(weight) from ${modelTable} where type = ${pair.type} and comparison = 'subjects'),
      (select max(subjects) from ${trainingTable} where type = ${pair.type})) as subjects`,
  );
  const kept = JSON.parse(pair.parts) as readonly KeptPart[];
  const threshold = (await readThreshold(lake, pair.type)).bits;
  const parts = kept.map((part): EvidencePart => {
    const { comparison, level, weight, words } = part;
    const says = level === null ? null : both(comparison, left, right);
    const common = commonOf(part, model, subjects ?? 0);
    const code = level === null ? null : levelCode(levelWords(part, model));
    return { comparison, level, code, weight, likelier: 2 ** weight, words, common, says };
  });
  const withheld = left === null || right === null;
  return { ...pair, threshold, parts, oneSided: oneSided(model, kept, [left, right]), withheld };
}

function commonOf(part: KeptPart, model: TypeModel, subjects: number): Commonness | null {
  const comparison = model.comparisons.find(({ id }) => id === part.comparison);
  if (part.class === undefined || comparison === undefined) return null;
  const level = levelWords(part, model);
  return commonnessOf(part.class, { what: sharedThing(comparison.title, level), subjects }) ?? null;
}

/** What a part says of its level, without the title of its comparison. */
function levelWords({ comparison, words }: KeptPart, { comparisons }: TypeModel): string {
  const title = comparisons.find(({ id }) => id === comparison)?.title ?? '';
  return words.slice(title.length);
}

function both(comparison: string, left: Said, right: Said): EvidencePart['says'] {
  if (left === null || right === null) return null;
  return [left.get(comparison) ?? [], right.get(comparison) ?? []];
}

/** Traits that were not weighed though one of the two tells of them. */
function oneSided(
  model: TypeModel,
  parts: readonly KeptPart[],
  [left, right]: readonly [Said, Said],
): readonly OneSided[] {
  if (left === null || right === null) return [];
  const weighed = new Set(parts.map(({ comparison }) => comparison));
  return model.comparisons.flatMap(({ id, title }) => {
    const says = [left.get(id) ?? [], right.get(id) ?? []] as const;
    const isOneSided = (says[0].length === 0) !== (says[1].length === 0);
    return weighed.has(id) || !isOneSided ? [] : [{ comparison: id, title, says }];
  });
}

/** The chain with the fewest pairs; of equals the one whose pairs come first, and they come by weight. */
function chainBetween(linked: readonly KeptPair[], from: bigint, to: bigint): readonly KeptPair[] {
  const reached = new Map<bigint, readonly KeptPair[]>([[from, []]]);
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
