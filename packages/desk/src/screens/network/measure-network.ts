// In: what is shown. Out: in which community each thing is, or which things are brokers. The same network gives the
// same answer, whoever asks and however often.

import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import betweenness from 'graphology-metrics/centrality/betweenness.js';

export interface ToMeasure {
  readonly what: 'community' | 'broker';
  /** Sorted. */
  readonly ids: readonly string[];
  /** By the places of their ends in `ids`. */
  readonly links: readonly (readonly [source: number, target: number])[];
}

/**
 * A number for each thing that has one. Of a community: 1 is the largest. Of a broker: its rank, 1 first.
 */
export type Measured = readonly (readonly [id: string, number: number])[];

/** Ranks that are given: those who follow are brokers of little. */
const mostBrokers = 20;
/** Finding brokers takes time with the square of what is shown. */
export const mostForBrokers = 10_000;

export function measureNetwork({ what, ids, links }: ToMeasure): Measured {
  const graph = new Graph({ type: 'undirected' });
  for (const id of ids) graph.addNode(id);
  for (const [source, target] of links) graph.mergeEdge(ids[source], ids[target]);
  return what === 'community' ? communitiesOf(graph) : brokersOf(graph);
}

/** Modularity, maximised by the method of Louvain (Blondel and others 2008). Things without links are in none. */
function communitiesOf(graph: Graph): Measured {
  if (graph.size === 0) return [];
  const given = louvain(graph, { rng: seeded(1) });
  const members = new Map<number, string[]>();
  for (const id of graph.nodes().sort()) {
    if (graph.degree(id) === 0) continue;
    const community = given[id] ?? -1;
    const known = members.get(community);
    if (known === undefined) members.set(community, [id]);
    else known.push(id);
  }
  return [...members.values()]
    .sort((some, others) => others.length - some.length || ((some[0] ?? '') < (others[0] ?? '') ? -1 : 1))
    .flatMap((ids, place) => ids.map((id) => [id, place + 1] as const));
}

/** Betweenness: the share of pairs of others whose shortest paths lead through (Freeman 1977; Brandes 2001). */
function brokersOf(graph: Graph): Measured {
  if (graph.order > mostForBrokers) return [];
  return Object.entries(betweenness(graph))
    .filter(([, value]) => value > 0)
    .sort(([one, some], [other, others]) => others - some || (one < other ? -1 : 1))
    .slice(0, mostBrokers)
    .map(([id], place) => [id, place + 1] as const);
}

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
