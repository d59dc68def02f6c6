// In: the candidates, clusters and model of a snapshot, what people have judged by now, and one judgement that nobody has
// made yet. Out: the clusters of everybody whom it may touch, without it and with it.
// Invariant: the evidence is what the run weighed, and the clusters are those of a run with the same models
// (`cluster.ts`); nothing of it stays.

import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { matchableSubjects } from '../../statements/matchable-subjects.ts';
import {
  behindOther,
  clusterPairs,
  conflicts,
  judgedDifferent,
  judgedSame,
  mayLink,
  type Pairs,
} from '../cluster.ts';
import { isCounted, linkableSql } from '../linkable.ts';
import type { TypeModel } from '../model.ts';
import { typeModels } from '../models/type-models.ts';
import { levelOutcome } from '../outcome.ts';
import { readThreshold } from '../read-threshold.ts';
import { leastDecisive } from '../rivals.ts';
import { clusterTable, modelTable } from '../tables.ts';
import { overLevels } from '../train.ts';
import { UnionFind } from '../union-find.ts';
import { text } from '../work.ts';
import { pairsAmong, type WeighedPair } from './pairs-among.ts';

/** What somebody says of a pair, a < b. */
export interface SaidOfPair {
  readonly a: bigint;
  readonly b: bigint;
  readonly verdict: string;
}

/** A subject with the cluster it is in now and the one it would be in, each named by its smallest subject. */
export interface Placed {
  readonly subject: bigint;
  readonly before: bigint;
  readonly after: bigint;
}

/**
 * Everybody whose cluster may change if one more judgement is made, in the order of their ids. `judged` has the last word
 * on each pair as of now. Empty when one of the two is not there; both sides must be of one type.
 */
export async function clustersIfJudged(
  lake: Lake,
  { judged, thought }: { readonly judged: readonly SaidOfPair[]; readonly thought: SaidOfPair },
): Promise<readonly Placed[]> {
  const ends = await lake.rows<{ type: string }>(
    sql`select type from ${clusterTable} where subject in ${[thought.a, thought.b]}`,
  );
  const type = ends[0]?.type;
  if (ends.length < 2 || type === undefined) return [];
  const model = typeModels.find((each) => each.type === type);
  const subjects = await touchedSubjects(lake, { type, judged, thought });
  if (model === undefined) return stillPlaced(lake, subjects);
  const numbers = new Map(subjects.map((subject, index) => [subject, index]));
  const evidence = await evidenceAmong(lake, model, subjects);
  const { bits } = await readThreshold(lake, type);
  const others = judged.filter(({ a, b }) => a !== thought.a || b !== thought.b);
  const [before, after] = [judged, [...others, thought]].map((said) => {
    const pairs = pairsOf(evidence, { numbers, said });
    return clusterPairs(subjects.length, pairs, bits).roots;
  }) as [Int32Array, Int32Array];
  return subjects.map((subject, index) => ({
    subject,
    before: subjects[before[index] as number] as bigint,
    after: subjects[after[index] as number] as bigint,
  }));
}

/** The members of both components, and of those that judgements made since have joined to them. */
async function touchedSubjects(
  lake: Lake,
  of: { readonly type: string; readonly judged: readonly SaidOfPair[]; readonly thought: SaidOfPair },
): Promise<readonly bigint[]> {
  const said = [of.thought, ...of.judged.filter(({ verdict }) => verdict === 'same')];
  const ends = [...new Set(said.flatMap(({ a, b }) => [a, b]))];
  const components = new Map(
    (
      await lake.rows<{ subject: bigint; component: bigint }>(
        sql`select subject, component from ${clusterTable} where subject in ${ends} and type = ${of.type}`,
      )
    ).map(({ subject, component }) => [subject, component]),
  );
  const places = new Map([...new Set(components.values())].map((component, index) => [component, index]));
  const sets = new UnionFind(places.size);
  const placeOf = (subject: bigint) => places.get(components.get(subject) as bigint);
  for (const { a, b } of said) {
    const [x, y] = [placeOf(a), placeOf(b)];
    if (x !== undefined && y !== undefined) sets.union(x, y);
  }
  const home = sets.find(placeOf(of.thought.a) as number);
  const touched = [...places].flatMap(([component, place]) => (sets.find(place) === home ? [component] : []));
  const rows = await lake.rows<{ subject: bigint }>(sql`
    with member as (select subject from ${clusterTable} where type = ${of.type} and component in ${touched})
    select subject from member
    where subject not in (
      select subject from (${matchableSubjects}) where not matchable and subject in (from member))
    order by subject`);
  return rows.map(({ subject }) => subject);
}

/** Of a type that keys decide on, a judgement changes nothing. */
function stillPlaced(lake: Lake, subjects: readonly bigint[]): Promise<readonly Placed[]> {
  if (subjects.length === 0) return Promise.resolve([]);
  return lake.rows<Placed>(sql`
    select subject, entity as before, entity as after from ${clusterTable} where subject in ${subjects} order by subject`);
}

interface Evidence extends Omit<WeighedPair, 'duplicate'> {
  readonly flags: number;
}

/** The kept pairs among some subjects, with what each allows or forbids: told from its levels, as when it was weighed. */
async function evidenceAmong(
  lake: Lake,
  model: TypeModel,
  subjects: readonly bigint[],
): Promise<readonly Evidence[]> {
  const pairs = await pairsAmong(lake, { type: model.type, subjects });
  if (pairs.length === 0) return [];
  const columns = Object.fromEntries(model.comparisons.map(({ id }) => [id, 'INTEGER' as const]));
  const levelTable = defineTable('review', 'level', { n: 'INTEGER', weight: 'DOUBLE', ...columns });
  await lake.makeSchema(levelTable.schema);
  await loadTable(
    lake,
    levelTable,
    pairs.map(({ weight, parts }, n) => ({
      ...Object.fromEntries(
        model.comparisons.map(({ id }) => {
          const level = parts.find(({ comparison }) => comparison === id)?.level ?? null;
          return [id, level === null ? null : levelOutcome(level)];
        }),
      ),
      ...{ n, weight },
    })),
  );
  const holds = (condition: string) => `coalesce(${overLevels(model, condition)}, false)`;
  const speaks = model.interactions.flatMap(({ conflict, rival, when }) =>
    !conflict ? [] : [rival === undefined ? holds(when) : `(${holds(when)} and weight < ${leastDecisive})`],
  );
  const learnt = await lake.row<{ counted: number; subjects: number }>(
    sql`select count(average) as counted, coalesce(max(weight) filter (where comparison = 'subjects'), 0) as subjects
      from ${modelTable} where type = ${model.type}`,
  );
  try {
    const flags = await lake.rows<{ flags: number }>(sql`
      select case when ${text(linkableSql(model, isCounted(learnt)))} then ${mayLink} else 0 end
        + case when ${text(speaks.join(' or ') || 'false')} then ${conflicts} else 0 end as flags
      from ${levelTable} order by n`);
    return pairs.map(({ duplicate, ...pair }, index) => ({
      ...pair,
      flags: (flags[index]?.flags ?? 0) | (duplicate === null ? 0 : behindOther[duplicate]),
    }));
  } finally {
    await lake.run(sql`drop table ${levelTable}`);
  }
}

/** The evidence by number, with what people said; what they judged without any evidence weighs nothing. */
function pairsOf(
  evidence: readonly Evidence[],
  of: { readonly numbers: ReadonlyMap<bigint, number>; readonly said: readonly SaidOfPair[] },
): Pairs {
  const verdicts = new Map(of.said.map(({ a, b, verdict }) => [`${a} ${b}`, verdict]));
  const among = evidence.map(({ a, b, weight, flags }) => {
    const verdict = verdicts.get(`${a} ${b}`);
    verdicts.delete(`${a} ${b}`);
    return { a, b, weight, flags: flags | flagOf(verdict) };
  });
  const only = of.said
    .filter(({ a, b }) => verdicts.has(`${a} ${b}`) && of.numbers.has(a) && of.numbers.has(b))
    .map(({ a, b, verdict }) => ({ a, b, weight: 0, flags: flagOf(verdict) }));
  const all = [...among, ...only];
  return {
    size: all.length,
    a: Int32Array.from(all, ({ a }) => of.numbers.get(a) as number),
    b: Int32Array.from(all, ({ b }) => of.numbers.get(b) as number),
    weight: Float64Array.from(all, ({ weight }) => weight),
    flags: Uint8Array.from(all, ({ flags }) => flags),
  };
}

function flagOf(verdict: string | undefined): number {
  return verdict === 'same' ? judgedSame : verdict === 'different' ? judgedDifferent : 0;
}
