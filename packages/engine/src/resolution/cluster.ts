import { UnionFind } from './union-find.ts';

/** Pairs of one type, by position: numbers of subjects a < b, weight in bits, and what the pair allows or forbids. */
export interface Pairs {
  readonly size: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: Float64Array;
  /** 1: may link; 2: speaks against one thing; 4: judged the same; 8: judged different. */
  readonly flags: Uint8Array;
}

export const mayLink = 1;
export const conflicts = 2;
export const judgedSame = 4;
export const judgedDifferent = 8;

export interface Clustering {
  /** The representative of each subject's cluster: its smallest member. */
  readonly roots: Int32Array;
  /** 1 for pairs that hold a cluster together. */
  readonly linked: Uint8Array;
  /** Pairs above the threshold that the guard left apart. */
  readonly cut: number;
}

/** No cluster grows beyond this; what would is reported as cut. */
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
 * nothing. A subject whose evidence for two conflicting sides is about equal joins neither.
 */
export function clusterPairs(subjects: number, pairs: Pairs, threshold: number): Clustering {
  const order = linkOrder(pairs, threshold);
  const neighbours = adjacency(subjects, pairs);
  const first = mergeAll({ subjects, pairs, order, neighbours, undecided: undefined });
  const undecided = findUndecided({ pairs, neighbours, threshold, sets: first.sets, vetoed: first.vetoed });
  const last = undecided.size === 0 ? first : mergeAll({ subjects, pairs, order, neighbours, undecided });
  const roots = new Int32Array(subjects);
  for (let index = 0; index < subjects; index++) roots[index] = last.sets.find(index);
  const linked = new Uint8Array(pairs.size);
  let cut = 0;
  for (const index of order) {
    if (roots[pairs.a[index] as number] === roots[pairs.b[index] as number]) linked[index] = 1;
    else cut++;
  }
  return { roots, linked, cut };
}

function linkOrder(pairs: Pairs, threshold: number): Int32Array {
  const links: number[] = [];
  for (let index = 0; index < pairs.size; index++) {
    const flags = pairs.flags[index] as number;
    const weight = pairs.weight[index] as number;
    if ((flags & judgedDifferent) !== 0) continue;
    if ((flags & judgedSame) !== 0 || ((flags & mayLink) !== 0 && weight >= threshold)) links.push(index);
  }
  const { a, b, weight, flags } = pairs;
  return Int32Array.from(links).sort(
    (x, y) =>
      ((flags[y] as number) & judgedSame) - ((flags[x] as number) & judgedSame) ||
      (weight[y] as number) - (weight[x] as number) ||
      (a[x] as number) - (a[y] as number) ||
      (b[x] as number) - (b[y] as number),
  );
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

interface Merging {
  readonly subjects: number;
  readonly pairs: Pairs;
  readonly order: Int32Array;
  readonly neighbours: Neighbours;
  readonly undecided: ReadonlySet<number> | undefined;
}

function mergeAll(merging: Merging): { sets: UnionFind; vetoed: number[] } {
  const { pairs, order, undecided } = merging;
  const sets = new UnionFind(merging.subjects);
  const members = new Map<number, number[]>();
  const vetoed: number[] = [];
  for (const index of order) {
    const a = pairs.a[index] as number;
    const b = pairs.b[index] as number;
    const x = sets.find(a);
    const y = sets.find(b);
    if (x === y) continue;
    const judged = ((pairs.flags[index] as number) & judgedSame) !== 0;
    if (!judged && undecided !== undefined && undecided.has(a) !== undecided.has(b)) continue;
    const left = members.get(x) ?? [x];
    const right = members.get(y) ?? [y];
    const between = verdict(merging, sets, left.length <= right.length ? [left, y, right] : [right, x, left]);
    if (between === 'different' || (between !== 'merge' && !judged)) {
      if (between === 'conflict') vetoed.push(index);
      continue;
    }
    const root = sets.union(x, y);
    members.delete(x);
    members.delete(y);
    members.set(root, left.length < right.length ? right.concat(left) : left.concat(right));
  }
  return { sets, vetoed };
}

type Verdict = 'merge' | 'different' | 'conflict' | 'weak';

/** What is known between the members of the smaller cluster and the larger one with root `other`. */
function verdict(
  merging: Merging,
  sets: UnionFind,
  [small, other, large]: readonly [readonly number[], number, readonly number[]],
): Verdict {
  const { pairs, neighbours } = merging;
  let known = 0;
  let bits = 0;
  let conflict = false;
  for (const member of small) {
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
  if (small.length + large.length > largestCluster) return 'weak';
  const unknown = Math.min(small.length * large.length - known, mostUnknown * small.length);
  return bits + unknownBits * unknown >= 0 ? 'merge' : 'weak';
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
  threshold: number;
  sets: UnionFind;
  vetoed: readonly number[];
}): Set<number> {
  const { pairs, neighbours, sets } = of;
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
        undecided.add(subject);
    }
  }
  return undecided;
}
