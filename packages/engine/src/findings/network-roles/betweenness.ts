// How many of the shortest paths between others lead through a node (L. C. Freeman, Sociometry 40, 1977), by U. Brandes'
// algorithm (J. Math. Sociol. 25, 2001), over ties without their weights: exact, or from a sample of starts (U. Brandes,
// C. Pich, Int. J. Bifurcation and Chaos 17, 2007).

import type { Watch } from '@clew/model/progress.ts';
import { diceFor } from '../../dice.ts';
import type { Network } from './network.ts';

export interface Betweenness {
  /** Share of the pairs of others whose shortest paths lead through the node, 0 to 1. */
  readonly values: Float64Array;
  /** How many nodes paths were followed from: all, or a sample. */
  readonly starts: number;
  /** With 95 % certainty no value is off by more (Hoeffding's bound over all nodes); 0 where exact. */
  readonly errorAtMost: number;
  /** The largest standard error of a value, as estimated from the sample; 0 where exact. */
  readonly standardError: number;
}

/** Steps of the search that are spent: more than this, and starts are sampled. */
const exactUpTo = 2e9;
const sampleUpTo = 5e8;
const fewestStarts = 200;

/** Betweenness of every node. The same network and seed give the same values. */
export function betweennessOf(network: Network, seed: number, watch: Watch = {}): Betweenness {
  const count = network.nodes.length;
  const cost = count + network.edges * 2;
  const isExact = cost * count <= exactUpTo;
  const starts = isExact ? count : Math.min(count, Math.max(fewestStarts, Math.floor(sampleUpTo / cost)));
  const order = startsOf(count, starts, seed);
  const sums = new Float64Array(count);
  const squares = new Float64Array(count);
  const paths = new Paths(network);
  order.forEach((start, index) => {
    paths.addFrom(start, sums, squares);
    if ((index & 31) === 0) {
      watch.onProgress?.({ step: 'betweenness', done: index, total: starts, unit: 'starts' });
      watch.signal?.throwIfAborted();
    }
  });
  // Each start gives the paths to all others; a pair is met from both ends.
  const scale = count < 3 ? 0 : count / Math.max(1, starts) / ((count - 1) * (count - 2));
  const values = sums.map((sum) => sum * scale);
  if (isExact) return { values, starts, errorAtMost: 0, standardError: 0 };
  const standardError = squares.reduce((most, square, node) => {
    const mean = (sums[node] as number) / starts;
    const variance = Math.max(0, square / starts - mean * mean) / starts;
    return Math.max(most, Math.sqrt(variance) * scale * starts);
  }, 0);
  const errorAtMost = Math.sqrt(Math.log((2 * count) / 0.05) / (2 * starts));
  return { values, starts, errorAtMost, standardError };
}

/** All nodes, or some without repeats, ascending: sums of floats then come in one order. */
function startsOf(count: number, wanted: number, seed: number): Int32Array {
  const all = Int32Array.from({ length: count }, (_, node) => node);
  if (wanted === count) return all;
  const dice = diceFor(seed, 'betweenness', 0);
  for (let at = 0; at < wanted; at++) {
    const other = at + dice.below(count - at);
    const kept = all[at] as number;
    all[at] = all[other] as number;
    all[other] = kept;
  }
  return all.slice(0, wanted).sort();
}

/** Shortest paths from one start, over and over in the same memory. */
class Paths {
  readonly #network: Network;
  readonly #distance: Int32Array;
  readonly #count: Float64Array;
  readonly #dependency: Float64Array;
  readonly #queue: Int32Array;

  constructor(network: Network) {
    const size = network.nodes.length;
    this.#network = network;
    this.#distance = new Int32Array(size).fill(-1);
    this.#count = new Float64Array(size);
    this.#dependency = new Float64Array(size);
    this.#queue = new Int32Array(size);
  }

  addFrom(root: number, sums: Float64Array, squares: Float64Array): void {
    const reached = this.#search(root);
    const { start, neighbours } = this.#network;
    const [distance, count, dependency] = [this.#distance, this.#count, this.#dependency];
    for (let at = reached - 1; at >= 0; at--) {
      const node = this.#queue[at] as number;
      const nearer = (distance[node] as number) - 1;
      const each = (1 + (dependency[node] as number)) / (count[node] as number);
      for (let edge = start[node] as number; edge < (start[node + 1] as number); edge++) {
        const before = neighbours[edge] as number;
        if (distance[before] !== nearer) continue;
        dependency[before] = (dependency[before] as number) + (count[before] as number) * each;
      }
    }
    for (let at = 0; at < reached; at++) {
      const node = this.#queue[at] as number;
      const value = node === root ? 0 : (dependency[node] as number);
      sums[node] = (sums[node] as number) + value;
      squares[node] = (squares[node] as number) + value * value;
      distance[node] = -1;
      dependency[node] = 0;
    }
  }

  #search(root: number): number {
    const { start, neighbours } = this.#network;
    const [distance, count, queue] = [this.#distance, this.#count, this.#queue];
    distance[root] = 0;
    count[root] = 1;
    queue[0] = root;
    let reached = 1;
    for (let at = 0; at < reached; at++) {
      const node = queue[at] as number;
      const further = (distance[node] as number) + 1;
      for (let edge = start[node] as number; edge < (start[node + 1] as number); edge++) {
        const next = neighbours[edge] as number;
        if (distance[next] === -1) {
          distance[next] = further;
          count[next] = 0;
          queue[reached++] = next;
        }
        if (distance[next] === further) count[next] = (count[next] as number) + (count[node] as number);
      }
    }
    return reached;
  }
}
