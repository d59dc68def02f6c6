// Communities by modularity (V. D. Blondel et al., J. Stat. Mech. P10008, 2008), several times in different orders. Kept is the
// run with the highest modularity; how stable it is, is told by the others (S. Fortunato, Phys. Rep. 486, 2010, XIV).

import type { Watch } from '@clew/model/progress.ts';
import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { diceFor } from '../../dice.ts';
import type { Network } from './network.ts';

// The package is CommonJS and its types say `export default`: under Node's rules the function is the import itself.
const louvain = louvainModule as unknown as typeof louvainModule.default;

export interface Communities {
  /** For each node its community, from 1: the largest is 1, of equal ones that with the first node. */
  readonly of: Int32Array;
  readonly count: number;
  /** For each node the mean overlap (Jaccard) of its community with the one that it has in the other runs, 0 to 1. */
  readonly stability: Float64Array;
  readonly modularity: number;
  readonly runs: number;
}

const runsOfSmall = 20;
const runsOfLarge = 5;
/** Edges from which there are fewer runs. */
const large = 50_000;

export function communitiesOf(network: Network, seed: number, watch: Watch = {}): Communities {
  const graph = new UndirectedGraph();
  for (let node = 0; node < network.nodes.length; node++) graph.addNode(node);
  for (let node = 0; node < network.nodes.length; node++) {
    for (let at = network.start[node] as number; at < (network.start[node + 1] as number); at++) {
      const other = network.neighbours[at] as number;
      if (other > node) graph.addEdge(node, other, { weight: network.weights[at] as number });
    }
  }
  const runs = network.edges > large ? runsOfLarge : runsOfSmall;
  const partitions: { readonly of: Int32Array; readonly modularity: number }[] = [];
  for (let run = 0; run < runs; run++) {
    watch.onProgress?.({ step: 'communities', done: run, total: runs, unit: 'runs' });
    watch.signal?.throwIfAborted();
    const dice = diceFor(seed, 'communities', run);
    partitions.push(partition(graph, network, () => dice.next()));
  }
  const best = partitions.reduce((a, b) => (b.modularity > a.modularity + 1e-12 ? b : a));
  const others = partitions.filter((one) => one !== best).map(({ of }) => of);
  const count = best.of.reduce((most, community) => Math.max(most, community), 0);
  return { of: best.of, count, stability: stabilityOf(best.of, others), modularity: best.modularity, runs };
}

function partition(
  graph: UndirectedGraph,
  network: Network,
  rng: () => number,
): { readonly of: Int32Array; readonly modularity: number } {
  if (network.edges === 0) return { of: bySize(network.nodes.map((_, node) => node)), modularity: 0 };
  const { communities, modularity } = louvain.detailed(graph, {
    getEdgeWeight: 'weight',
    randomWalk: true,
    rng,
  });
  return { of: bySize(network.nodes.map((_, node) => communities[node] as number)), modularity };
}

/** Numbers communities from 1, the largest first. */
export function bySize(given: readonly number[]): Int32Array {
  const members = new Map<number, { size: number; first: number }>();
  given.forEach((community, node) => {
    const known = members.get(community);
    if (known === undefined) members.set(community, { size: 1, first: node });
    else known.size++;
  });
  const order = [...members].sort(([, a], [, b]) => b.size - a.size || a.first - b.first);
  const number = new Map(order.map(([community], index) => [community, index + 1]));
  return Int32Array.from(given, (community) => number.get(community) as number);
}

function stabilityOf(best: Int32Array, others: readonly Int32Array[]): Float64Array {
  const stability = new Float64Array(best.length);
  const sizes = countsOf(best);
  for (const other of others) {
    const otherSizes = countsOf(other);
    const width = otherSizes.size + 1;
    const shared = new Map<number, number>();
    best.forEach((community, node) => {
      const key = community * width + (other[node] as number);
      shared.set(key, (shared.get(key) ?? 0) + 1);
    });
    best.forEach((community, node) => {
      const there = other[node] as number;
      const both = shared.get(community * width + there) as number;
      const either = (sizes.get(community) as number) + (otherSizes.get(there) as number) - both;
      stability[node] = (stability[node] as number) + both / either;
    });
  }
  return others.length === 0 ? stability.fill(1) : stability.map((sum) => sum / others.length);
}

function countsOf(partition: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const community of partition) counts.set(community, (counts.get(community) ?? 0) + 1);
  return counts;
}
