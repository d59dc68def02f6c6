import { UnionFind } from './union-find.ts';

/** Pairs of one type, by position: numbers of subjects a < b, weight in bits, and what the pair allows or forbids. */
export interface Pairs {
  readonly size: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: Float64Array;
  /**
   * 1: may link; 2: speaks against one thing; 4: judged the same; 8: judged different; 16, 32: a, b says only what the other
   * says, and is compared with it alone (`duplicates.ts`).
   */
  readonly flags: Uint8Array;
  /** Where each file tells of a thing once: the file of each subject. Then no two of one file are in one cluster. */
  readonly files?: Int32Array | undefined;
}

export const mayLink = 1;
export const conflicts = 2;
export const judgedSame = 4;
export const judgedDifferent = 8;
export const behindOther = { a: 16, b: 32 } as const;

export interface Clustering {
  /** The representative of each subject's cluster: its smallest member. */
  readonly roots: Int32Array;
  /** 1 for pairs that hold a cluster together. */
  readonly linked: Uint8Array;
  /** Pairs above the threshold that the guard left apart. */
  readonly cut: number;
}

/** No cluster grows beyond this, duplicates not counted; what would is reported as cut. */
const largestCluster = 2000;
/**
 * A pair of the two clusters that was not even compared, or came out too low to keep, speaks this much against; at most
 * so many pairs for each member of the smaller cluster, because in a crowded block only neighbours are compared.
 */
const unknownBits = -0.5;
const mostUnknown = 10;
const boundBits = 15;
const indifferentBits = -3;
/** Evidence for two conflicting sides that differs by less than this leaves a subject with neither. */
const decisiveBits = 3;

/**
 * Clusters from pairs, strongest first (ties by number: the order of rows does not matter). Two clusters merge when no
 * pair between them was judged different or conflicts, and all that is known between them adds up to more than
 * nothing. A subject whose evidence for two conflicting sides is about equal joins neither. What was judged the same
 * joins the clusters that evidence made, as whoever judged saw them; then evidence joins what it still can.
 * What becomes of a subject depends only on its component (`linkComponents`).
 */
export function clusterPairs(subjects: number, pairs: Pairs, threshold: number): Clustering {
  const links = linkOrder(pairs, threshold);
  const neighbours = adjacency(subjects, pairs);
  const heads = headsOf(subjects, pairs);
  const merging = { subjects, pairs, links, neighbours, heads };
  const first = mergeAll({ ...merging, undecided: undefined });
  const undecided = findUndecided({ ...merging, threshold, sets: first.sets, vetoed: first.vetoed });
  const last = undecided.size === 0 ? first : mergeAll({ ...merging, undecided });
  const roots = new Int32Array(subjects);
  for (let index = 0; index < subjects; index++) roots[index] = last.sets.find(index);
  const linked = new Uint8Array(pairs.size);
  let cut = 0;
  for (let index = 0; index < pairs.size; index++) {
    if (!joins(pairs, index, threshold)) continue;
    if (roots[pairs.a[index] as number] === roots[pairs.b[index] as number]) linked[index] = 1;
    else cut++;
  }
  return { roots, linked, cut };
}

/**
 * The smallest member of each subject's component: what pairs that could join it to others lead to. Two clusters of two
 * components have nothing to do with each other, so a change in one leaves the others as they are.
 */
export function linkComponents(subjects: number, pairs: Pairs, threshold: number): Int32Array {
  const sets = new UnionFind(subjects);
  for (let index = 0; index < pairs.size; index++) {
    if (joins(pairs, index, threshold)) sets.union(pairs.a[index] as number, pairs.b[index] as number);
  }
  return Int32Array.from({ length: subjects }, (_, index) => sets.find(index));
}

/** Whether a pair by itself says that two are one. */
function joins({ flags, weight }: Pairs, index: number, threshold: number): boolean {
  const flag = flags[index] as number;
  if ((flag & judgedDifferent) !== 0) return false;
  return (flag & judgedSame) !== 0 || ((flag & mayLink) !== 0 && (weight[index] as number) >= threshold);
}

interface Links {
  /** Pairs that evidence links, the strongest first. */
  readonly evident: Int32Array;
  /** Pairs that were judged the same. */
  readonly judged: Int32Array;
}

function linkOrder(pairs: Pairs, threshold: number): Links {
  const evident: number[] = [];
  const judged: number[] = [];
  const { a, b, weight, flags } = pairs;
  for (let index = 0; index < pairs.size; index++) {
    if (!joins(pairs, index, threshold)) continue;
    const flag = flags[index] as number;
    if ((flag & mayLink) !== 0 && (weight[index] as number) >= threshold) evident.push(index);
    if ((flag & judgedSame) !== 0) judged.push(index);
  }
  const strongestFirst = (x: number, y: number) =>
    (weight[y] as number) - (weight[x] as number) ||
    (a[x] as number) - (a[y] as number) ||
    (b[x] as number) - (b[y] as number);
  return {
    evident: Int32Array.from(evident).sort(strongestFirst),
    judged: Int32Array.from(judged).sort(strongestFirst),
  };
}

interface Neighbours {
  readonly starts: Int32Array;
  /** Pair numbers, those of subject s from starts[s] to starts[s + 1]. */
  readonly pairs: Int32Array;
}

function adjacency(subjects: number, pairs: Pairs): Neighbours {
  const starts = new Int32Array(subjects + 1);
  for (let index = 0; index < pairs.size; index++) {
    for (const end of [pairs.a[index] as number, pairs.b[index] as number]) starts[end + 1]!++;
  }
  for (let index = 0; index < subjects; index++) starts[index + 1]! += starts[index] as number;
  const next = starts.slice();
  const list = new Int32Array(2 * pairs.size);
  for (let index = 0; index < pairs.size; index++) {
    for (const end of [pairs.a[index] as number, pairs.b[index] as number]) list[next[end]!++] = index;
  }
  return { starts, pairs: list };
}

/** Behind whom each subject stands; who stands behind nobody stands for themselves. */
function headsOf(subjects: number, { size, a, b, flags }: Pairs): Int32Array {
  const heads = Int32Array.from({ length: subjects }, (_, index) => index);
  for (let index = 0; index < size; index++) {
    const flag = flags[index] as number;
    if ((flag & behindOther.a) !== 0) heads[a[index] as number] = b[index] as number;
    if ((flag & behindOther.b) !== 0) heads[b[index] as number] = a[index] as number;
  }
  return heads;
}

interface Merging {
  readonly subjects: number;
  readonly pairs: Pairs;
  readonly links: Links;
  readonly neighbours: Neighbours;
  readonly heads: Int32Array;
  /** Who is in doubt; who stands behind one of them is too. */
  readonly undecided: ReadonlySet<number> | undefined;
}

interface Cluster {
  readonly members: number[];
  /** Members who stand behind nobody. */
  readonly lone: number;
}

/** Sets that grow, each with its cluster; a root without one is alone. */
interface Growing {
  readonly sets: UnionFind;
  readonly clusters: Map<number, Cluster>;
  readonly vetoed: number[];
}

function mergeAll(merging: Merging): { sets: UnionFind; vetoed: readonly number[] } {
  const { evident, judged } = merging.links;
  const growing: Growing = { sets: new UnionFind(merging.subjects), clusters: new Map(), vetoed: [] };
  for (const index of evident) mergeByEvidence(merging, growing, index);
  if (judged.length > 0) {
    for (const index of judged) mergeByJudgement(merging, growing, index);
    growing.vetoed.length = 0;
    for (const index of evident) mergeByEvidence(merging, growing, index);
  }
  return growing;
}

function mergeByEvidence(merging: Merging, growing: Growing, index: number): void {
  const { pairs, heads, undecided } = merging;
  const isInDoubt = (end: number) => undecided?.has(heads[end] as number) === true;
  if (isInDoubt(pairs.a[index] as number) !== isInDoubt(pairs.b[index] as number)) return;
  const between = verdictBetween(merging, growing, index);
  if (between === 'merge') unite(merging, growing, index);
  else if (between === 'conflict') growing.vetoed.push(index);
}

function mergeByJudgement(merging: Merging, growing: Growing, index: number): void {
  const between = verdictBetween(merging, growing, index);
  if (between === 'one' || between === 'different') return;
  unite(merging, growing, index);
}

/** The cluster that a root stands for. */
function clusterOf({ heads }: Merging, { clusters }: Growing, root: number): Cluster {
  return clusters.get(root) ?? { members: [root], lone: heads[root] === root ? 1 : 0 };
}

/** Joins the clusters of the ends of a pair; the shorter list of members goes into the longer one. */
function unite(merging: Merging, growing: Growing, index: number): void {
  const { sets, clusters } = growing;
  const x = sets.find(merging.pairs.a[index] as number);
  const y = sets.find(merging.pairs.b[index] as number);
  const [left, right] = [clusterOf(merging, growing, x), clusterOf(merging, growing, y)];
  const [short, long] = left.members.length < right.members.length ? [left, right] : [right, left];
  for (const member of short.members) long.members.push(member);
  clusters.delete(x);
  clusters.delete(y);
  clusters.set(sets.union(x, y), { members: long.members, lone: left.lone + right.lone });
}

type Verdict = 'one' | 'merge' | 'different' | 'conflict' | 'weak';

/** What is known between the clusters of the two ends of a pair. */
function verdictBetween(merging: Merging, growing: Growing, index: number): Verdict {
  const x = growing.sets.find(merging.pairs.a[index] as number);
  const y = growing.sets.find(merging.pairs.b[index] as number);
  if (x === y) return 'one';
  const [left, right] = [clusterOf(merging, growing, x), clusterOf(merging, growing, y)];
  const { sets } = growing;
  return left.members.length <= right.members.length
    ? verdict(merging, sets, { small: left, other: y, large: right })
    : verdict(merging, sets, { small: right, other: x, large: left });
}

/** What is known between the members of the smaller cluster and the larger one with root `other`. */
function verdict(
  merging: Merging,
  sets: UnionFind,
  { small, other, large }: { readonly small: Cluster; readonly other: number; readonly large: Cluster },
): Verdict {
  const { pairs, neighbours } = merging;
  let known = 0;
  let bits = 0;
  let conflict = false;
  for (const member of small.members) {
    for (let at = neighbours.starts[member] as number; at < (neighbours.starts[member + 1] as number); at++) {
      const index = neighbours.pairs[at] as number;
      const a = pairs.a[index] as number;
      const end = a === member ? (pairs.b[index] as number) : a;
      if (sets.find(end) !== other) continue;
      const flags = pairs.flags[index] as number;
      if ((flags & judgedDifferent) !== 0) return 'different';
      if ((flags & conflicts) !== 0 && (flags & judgedSame) === 0) conflict = true;
      known++;
      bits += support(pairs.weight[index] as number);
    }
  }
  if (conflict) return 'conflict';
  if (pairs.files !== undefined && shareFile(pairs.files, small.members, large.members)) return 'weak';
  if (small.lone + large.lone > largestCluster) return 'weak';
  // Of who stands behind another nothing else is to be known.
  const unknown = Math.max(
    0,
    Math.min(small.lone * large.lone - known, mostUnknown * Math.min(small.lone, large.lone)),
  );
  return bits + unknownBits * unknown >= 0 ? 'merge' : 'weak';
}

/** Whether a file tells of both: clusters hold one of each file at most, so that they are as small as there are files. */
function shareFile(files: Int32Array, small: readonly number[], large: readonly number[]): boolean {
  const taken = new Set(large.map((member) => files[member]));
  return small.some((member) => taken.has(files[member]));
}

/** What a pair adds between two clusters. A little below zero means little known rather than something against. */
function support(weight: number): number {
  if (weight > 0) return Math.min(boundBits, weight);
  return weight > indifferentBits ? unknownBits : Math.max(-boundBits, weight);
}

/** Subjects that hang on their cluster no more than on another one that conflicts with it. */
function findUndecided(of: {
  pairs: Pairs;
  neighbours: Neighbours;
  heads: Int32Array;
  threshold: number;
  sets: UnionFind;
  vetoed: readonly number[];
}): Set<number> {
  const { pairs, neighbours, sets, heads } = of;
  const undecided = new Set<number>();
  for (const index of of.vetoed) {
    const weight = pairs.weight[index] as number;
    const first = pairs.a[index] as number;
    const second = pairs.b[index] as number;
    for (const subject of [first, second]) {
      const root = sets.find(subject);
      const far = sets.find(subject === first ? second : first);
      let support = Number.NEGATIVE_INFINITY;
      let decided = false;
      for (
        let at = neighbours.starts[subject] as number;
        at < (neighbours.starts[subject + 1] as number);
        at++
      ) {
        const pair = neighbours.pairs[at] as number;
        const a = pairs.a[pair] as number;
        const end = a === subject ? (pairs.b[pair] as number) : a;
        const flags = pairs.flags[pair] as number;
        const side = sets.find(end);
        // Who conflicts with the other side itself is not the one in doubt.
        if (side === far && (flags & conflicts) !== 0) decided = true;
        if (side !== root) continue;
        if ((flags & judgedSame) !== 0) decided = true;
        support = Math.max(support, pairs.weight[pair] as number);
      }
      if (!decided && support !== Number.NEGATIVE_INFINITY && support - weight < decisiveBits)
        undecided.add(heads[subject] as number);
    }
  }
  return undecided;
}
