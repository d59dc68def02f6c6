// In: scored_<type> of a type of which each file tells once. Out: the same, each pair weighed with what else either of the
// two could go with. The order of rows does not matter: pairs are taken by number, and sums go in that order.

import type { Lake } from '../lake/lake.ts';
import { defineTable } from '../lake/table.ts';
import { loadTable } from '../lake/table-writer.ts';
import { weightFloor } from './score.ts';
import type { TrainedModel } from './train.ts';
import { text, workSchema, workTable } from './work.ts';

/** Pairs between two files, the `a` of the one and the `b` of the other; `bits`: how much likelier each is if the two are one. */
export interface FilePairs {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly bits: Float64Array;
  /** How many things each of the two files tells of. */
  readonly sizes: readonly [number, number];
  /** Log odds, in bits, that one of each at random are one. */
  readonly prior: number;
}

const mostRounds = 200;
const settled = 1e-6;
/** Of each file at least this share is thought to have nothing that goes with it. */
const leastAlone = 0.01;
/** Nothing is taken for surer than this. */
const surestBits = 40;

/**
 * Log odds, in bits, that each pair is one thing, given that each of the one file goes with at most one of the other:
 * marginals of a matching by belief propagation. How many have another half is estimated with it, so that what is left over
 * at the end is likelier to belong together than two at random.
 *
 * Constraint: Sadinle, "Bayesian estimation of bipartite matchings for record linkage", JASA 112, 2017. Marginals:
 * Zdeborová and Mézard, "The number of matchings in random graphs", Journal of Statistical Mechanics, 2006.
 */
export function oneToOneBits({ a, b, bits, sizes, prior }: FilePairs): Float64Array {
  const [left, right] = [places(a), places(b)];
  const ratio = bits.map((each) => 2 ** Math.min(surestBits, each));
  // What a pair would weigh, were it not for the one side, as the other side sees it.
  const fromLeft = new Float64Array(a.length);
  const fromRight = new Float64Array(a.length);
  let share = 2 ** prior;
  for (let round = 0; round < mostRounds; round++) {
    const before = share;
    const moved =
      pass({ from: fromRight, to: fromLeft, places: left, ratio, share }) +
      pass({ from: fromLeft, to: fromRight, places: right, ratio, share });
    let matches = 0;
    for (let index = 0; index < a.length; index++) matches += likely(oddsAt(index));
    const alone = sizes.map((size) => Math.max(size - matches, leastAlone * size)) as [number, number];
    share = Math.max(2 ** prior, matches / (alone[0] * alone[1]));
    if (moved < settled && Math.abs(Math.log2(share / before)) < settled) break;
  }
  return bits.map((_, index) => Math.max(-surestBits, Math.min(surestBits, Math.log2(oddsAt(index)))));

  function oddsAt(index: number): number {
    const alone = (ratio[index] as number) * share;
    return ((fromLeft[index] as number) * (fromRight[index] as number)) / alone;
  }
}

/** The numbers of subjects as places in a list without gaps. */
function places(subjects: Int32Array): { readonly of: Int32Array; readonly count: number } {
  const known = new Map<number, number>();
  const of = subjects.map((subject) => {
    const place = known.get(subject) ?? known.size;
    known.set(subject, place);
    return place;
  });
  return { of, count: known.size };
}

/**
 * One side tells the other of each pair: its odds over those of all else that this side could go with, or nothing. Returns
 * the largest change, in bits.
 */
function pass(of: {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly places: { readonly of: Int32Array; readonly count: number };
  readonly ratio: Float64Array;
  readonly share: number;
}): number {
  const sums = new Float64Array(of.places.count).fill(1);
  for (let index = 0; index < of.from.length; index++)
    sums[of.places.of[index] as number]! += of.from[index] as number;
  let moved = 0;
  for (let index = 0; index < of.from.length; index++) {
    const others = (sums[of.places.of[index] as number] as number) - (of.from[index] as number);
    const told = ((of.ratio[index] as number) * of.share) / Math.max(1, others);
    moved = Math.max(moved, Math.abs(Math.log2(told / (of.to[index] as number))));
    of.to[index] = told;
  }
  return moved;
}

function likely(odds: number): number {
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}

const alternativeTable = defineTable(workSchema, 'alternative', {
  a: 'INTEGER',
  b: 'INTEGER',
  bits: 'DOUBLE',
});

/** Weighs each pair that may link again, in `scored_<type>`: `rival` is what was added. What is then too unlikely goes. */
export async function weighOneToOne(lake: Lake, { model, prior }: TrainedModel): Promise<void> {
  const { type } = model;
  const [scored, features] = [workTable('scored', type), workTable('feature', type)];
  const sizes = new Map<number, number>();
  for (const { file, size } of await lake.rows<{ file: number; size: number }>(
    text(`select file, count(*) as size from ${features} group by file order by file`),
  ))
    sizes.set(file, size);
  const pairs = await lake.rows<{
    a: number;
    b: number;
    bits: number;
    one: number;
    other: number;
    turned: boolean;
  }>(
    text(`select a, b, s.weight - ${prior}::double as bits, least(l.file, r.file) as one, greatest(l.file, r.file) as other,
        l.file > r.file as turned
      from ${scored} s join ${features} l on l.n = s.a join ${features} r on r.n = s.b where linkable order by one, other, a, b`),
  );
  const groups = new Map<string, typeof pairs>();
  for (const pair of pairs) {
    const key = `${pair.one} ${pair.other}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pair]);
    else group.push(pair);
  }
  const found = [...groups.values()].flatMap((group) => {
    const first = group[0] as (typeof pairs)[number];
    const bits = oneToOneBits({
      a: Int32Array.from(group, ({ a, b, turned }) => (turned ? b : a)),
      b: Int32Array.from(group, ({ a, b, turned }) => (turned ? a : b)),
      bits: Float64Array.from(group, (pair) => pair.bits),
      sizes: [sizes.get(first.one) ?? 0, sizes.get(first.other) ?? 0],
      prior,
    });
    return group.map(({ a, b }, index) => ({ a, b, bits: bits[index] as number }));
  });
  const name = workTable('alternative', type);
  await loadTable(lake, { ...alternativeTable, name: `alternative_${type}` }, found);
  await lake.run(
    text(`update ${scored} s set weight = round(o.bits, 4), rival = round(round(o.bits, 4) - s.weight, 4)
      from ${name} o where o.a = s.a and o.b = s.b`),
  );
  await lake.run(
    text(`delete from ${scored} where weight < ${weightFloor} and not conflict
    and (a, b) not in (select (a, b) from ${workTable('judged', type)})`),
  );
  await lake.run(text(`drop table ${name}`));
}
