// In: the pairs that were kept, the clusters and who holds what. Out: one question for each thing that could turn out
// otherwise, with what would change. Invariant: nothing depends on which side of a pair is named first or on the order
// of rows; what people have settled is not asked again.

import { type Decided, holdsTogether, judgedDifferent, judgedSame, notJudgeable } from './decided.ts';
import { probabilityOf, type Stake } from './decision-value.ts';
import { type LinkForest, linkForest } from './link-forest.ts';
import { type Hold, linksBetween } from './owner-links.ts';

export interface Question extends Stake {
  /** The pair to look at, by position in `Decided`. */
  readonly pair: number;
  readonly together: boolean;
  readonly bridge: boolean;
  /** Other pairs that ask the same. */
  readonly more: number;
}

/** Both kinds: clusters that may be one, and clusters that may be two. */
export function* askQuestions(decided: Decided): Generator<Question> {
  yield* askApart(decided);
  yield* askTogether(decided);
}

/** Evidence against counts from here, as in clustering: a little below zero is little known. Bits. */
const indifferentBits = -3;
const boundBits = 15;

/**
 * Two clusters with kept pairs between them: would they be one? All their pairs ask the same, since one `same` joins
 * them and one `different` keeps them apart. The strongest pair is the one to look at; what speaks against elsewhere
 * between them lowers how likely it is.
 */
function* askApart(decided: Decided): Generator<Question> {
  const { cluster, clusterSizes, weight } = decided;
  const between = pairsBetween(decided);
  const members = membersByCluster(decided);
  for (let slot = 0; slot < between.count; slot++) {
    const pair = between.strongest[slot] as number;
    if (between.settled[slot] === 1 || pair < 0) continue;
    const [x, y] = [
      cluster[decided.a[pair] as number] as number,
      cluster[decided.b[pair] as number] as number,
    ];
    const own = weight[pair] as number;
    const against = (between.against[slot] as number) - Math.min(0, againstOf(own));
    yield {
      pair,
      together: false,
      bridge: false,
      more: (between.pairs[slot] as number) - 1,
      wrong: probabilityOf(own + against),
      pairs: (clusterSizes[x] as number) * (clusterSizes[y] as number),
      hits: linksBetween(members(x), members(y), decided.owners),
    };
  }
}

function againstOf(weight: number): number {
  return weight > indifferentBits ? 0 : Math.max(-boundBits, weight);
}

interface Between {
  count: number;
  /** The pair with the highest weight that can be judged; -1 where there is none. */
  readonly strongest: number[];
  readonly against: number[];
  readonly pairs: number[];
  readonly settled: number[];
}

/** Adds up the kept pairs of each two clusters. */
function pairsBetween({ cluster, clusterSizes, a, b, weight, flags, pairs }: Decided): Between {
  const slots = new Map<number, number>();
  const found: Between = { count: 0, strongest: [], against: [], pairs: [], settled: [] };
  for (let pair = 0; pair < pairs; pair++) {
    const x = cluster[a[pair] as number] as number;
    const y = cluster[b[pair] as number] as number;
    if (x === y) continue;
    const key = Math.min(x, y) * clusterSizes.length + Math.max(x, y);
    let slot = slots.get(key);
    if (slot === undefined) {
      slot = found.count++;
      slots.set(key, slot);
      found.strongest.push(-1);
      found.against.push(0);
      found.pairs.push(0);
      found.settled.push(0);
    }
    const bits = weight[pair] as number;
    const flag = flags[pair] as number;
    found.pairs[slot]!++;
    found.against[slot]! += againstOf(bits);
    if ((flag & (judgedDifferent | judgedSame)) !== 0) found.settled[slot] = 1;
    const best = found.strongest[slot] as number;
    if ((flag & notJudgeable) === 0 && (best < 0 || bits > (weight[best] as number)))
      found.strongest[slot] = pair;
  }
  return found;
}

/** What the owners hold in a cluster, gathered when first asked for. */
function membersByCluster({ cluster, holds }: Decided): (cluster: number) => readonly Hold[] {
  const byCluster = new Map<number, Hold[]>();
  for (const [subject, own] of holds) {
    const list = byCluster.get(cluster[subject] as number) ?? [];
    for (const hold of own) if (!list.some((known) => sameHold(known, hold))) list.push(hold);
    byCluster.set(cluster[subject] as number, list);
  }
  return (one) => byCluster.get(one) ?? [];
}

function sameHold(one: Hold, other: Hold): boolean {
  return one.owner === other.owner && one.ground === other.ground && one.tells === other.tells;
}

/**
 * A cluster that may be two. Clustering takes the strongest links first, so if two members are different, it comes apart
 * where they were tied last: at the weakest link of the strongest way between them. All pairs that would be cut there
 * ask the same; the one most likely to be different is the one to look at. That a pair is different takes both the pair
 * and the strongest other link over the cut to be wrong: of a bridge, the pair alone.
 */
function* askTogether(decided: Decided): Generator<Question> {
  const forest = forestOf(decided);
  const { a, b, cluster, flags, weight } = decided;
  const edges = forest.edges.length;
  const pairAt = new Int32Array(edges).fill(-1);
  const wrongAt = new Float64Array(edges);
  const pairsAt = new Int32Array(edges);
  for (let pair = 0; pair < decided.pairs; pair++) {
    const [x, y] = [a[pair] as number, b[pair] as number];
    if (cluster[x] !== cluster[y]) continue;
    const cut = forest.cutBetween(x, y);
    if (cut < 0) continue;
    pairsAt[cut]!++;
    const edge = forest.edges[cut] as number;
    const other = edge === pair ? (forest.detours[cut] as number) : edge;
    const held =
      other < 0
        ? 0
        : ((flags[other] as number) & judgedSame) !== 0
          ? 1
          : probabilityOf(weight[other] as number);
    const wrong = (1 - probabilityOf(weight[pair] as number)) * (1 - held);
    const open = ((flags[pair] as number) & (judgedSame | judgedDifferent | notJudgeable)) === 0;
    if (!open || ((flags[edge] as number) & judgedSame) !== 0) continue;
    if ((pairAt[cut] as number) < 0 || wrong > (wrongAt[cut] as number)) {
      pairAt[cut] = pair;
      wrongAt[cut] = wrong;
    }
  }
  const sides = sidesOf(decided, forest);
  for (const { edge, pairs, hits } of sides) {
    const pair = pairAt[edge] as number;
    if (pair < 0) continue;
    const wrong = wrongAt[edge] as number;
    const bridge = (forest.detours[edge] as number) < 0;
    yield { pair, together: true, bridge, more: (pairsAt[edge] as number) - 1, wrong, pairs, hits };
  }
}

/** What was judged the same comes first, so that no cut is thought of that would part it. */
function forestOf(decided: Decided): LinkForest {
  const { a, b, weight, flags, cluster } = decided;
  const links: number[] = [];
  for (let pair = 0; pair < decided.pairs; pair++) {
    if (((flags[pair] as number) & holdsTogether) !== 0) links.push(pair);
  }
  const judged = (pair: number) => (flags[pair] as number) & judgedSame;
  // Pairs are numbered in the order of their ids, so that the number settles ties.
  const taken = Int32Array.from(links).sort(
    (x, y) => judged(y) - judged(x) || (weight[y] as number) - (weight[x] as number) || x - y,
  );
  return linkForest(cluster.length, { size: decided.pairs, a, b }, taken);
}

interface Cut {
  readonly edge: number;
  readonly pairs: number;
  readonly hits: number;
}

/** For each edge, what comes apart without it. Holds are counted from the leaves up, the smaller into the larger. */
function* sidesOf(decided: Decided, forest: LinkForest): Generator<Cut> {
  const { cluster, clusterSizes, holds, owners } = decided;
  const whole = new Map<number, HoldCounts>();
  for (const [subject, own] of holds) {
    const at = cluster[subject] as number;
    const counts = whole.get(at) ?? new HoldCounts();
    counts.add(own);
    whole.set(at, counts);
  }
  const gathered = new Map<number, HoldCounts>();
  for (let at = forest.order.length - 1; at >= 0; at--) {
    const subject = forest.order[at] as number;
    const counts = gathered.get(subject) ?? new HoldCounts();
    counts.add(holds.get(subject) ?? []);
    gathered.delete(subject);
    const parent = forest.above[subject] as number;
    if (parent === subject) continue;
    const of = cluster[subject] as number;
    const size = forest.below[subject] as number;
    const all = whole.get(of);
    const hits = all === undefined ? 0 : linksBetween(counts.held(), all.without(counts), owners);
    yield {
      edge: forest.hangsFrom[subject] as number,
      pairs: size * ((clusterSizes[of] as number) - size),
      hits,
    };
    const other = gathered.get(parent);
    gathered.set(parent, other === undefined ? counts : other.merged(counts));
  }
}

/** How many subjects give each hold. */
class HoldCounts {
  readonly #counts = new Map<string, { readonly hold: Hold; count: number }>();

  add(holds: readonly Hold[]): void {
    for (const hold of holds) this.#raise(hold, 1);
  }

  held(): Hold[] {
    return [...this.#counts.values()].map(({ hold }) => hold);
  }

  /** What is held beyond what the part counts. */
  without(part: HoldCounts): Hold[] {
    const rest: Hold[] = [];
    for (const [key, { hold, count }] of this.#counts) {
      if (count > (part.#counts.get(key)?.count ?? 0)) rest.push(hold);
    }
    return rest;
  }

  merged(other: HoldCounts): HoldCounts {
    const [small, large] = this.#counts.size < other.#counts.size ? [this, other] : [other, this];
    for (const { hold, count } of small.#counts.values()) large.#raise(hold, count);
    return large;
  }

  #raise(hold: Hold, by: number): void {
    const key = `${hold.owner} ${hold.ground} ${hold.tells}`;
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { hold, count: by });
    else known.count += by;
  }
}
