// What a node's own ties say of its place.

import type { Network } from './network.ts';
import { strengthOf } from './network.ts';

/**
 * Burt's constraint: how far the ties of a node lead back to the same others; low where it bridges holes (R. S. Burt,
 * Structural Holes, 1992). NaN for a node without ties.
 */
export function constraintsOf(network: Network): Float64Array {
  const { nodes, start, neighbours, weights } = network;
  const strengths = Float64Array.from(nodes, (_, node) => strengthOf(network, node));
  const own = new Float64Array(nodes.length);
  return Float64Array.from(nodes, (_, node) => {
    const [from, to] = [start[node] as number, start[node + 1] as number];
    if (from === to) return Number.NaN;
    for (let at = from; at < to; at++)
      own[neighbours[at] as number] = (weights[at] as number) / (strengths[node] as number);
    const through = new Float64Array(to - from);
    const places = neighbours.subarray(from, to);
    for (let at = from; at < to; at++) {
      const between = neighbours[at] as number;
      const share = own[between] as number;
      const total = strengths[between] as number;
      forShared(network, between, { places, own }, (place, weight) => {
        through[place] = (through[place] as number) + (share * weight) / total;
      });
    }
    let constraint = 0;
    for (let at = from; at < to; at++) {
      constraint += ((own[neighbours[at] as number] as number) + (through[at - from] as number)) ** 2;
    }
    for (const other of places) own[other] = 0;
    return constraint;
  });
}

/** The ties of `between` to those at the places, going through the shorter list. */
function forShared(
  { start, neighbours, weights }: Network,
  between: number,
  { places, own }: { readonly places: Int32Array; readonly own: Float64Array },
  use: (place: number, weight: number) => void,
): void {
  const [from, to] = [start[between] as number, start[between + 1] as number];
  if (to - from <= places.length) {
    for (let at = from; at < to; at++) {
      const other = neighbours[at] as number;
      if ((own[other] as number) > 0) use(placeIn(places, other), weights[at] as number);
    }
    return;
  }
  const list = neighbours.subarray(from, to);
  places.forEach((other, place) => {
    const at = placeIn(list, other);
    if (list[at] === other) use(place, weights[from + at] as number);
  });
}

/** Where a value stands, or would, in an ascending list. */
function placeIn(list: Int32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const roles = ['hub', 'connector', 'local', 'isolated'] as const;
export type Role = (typeof roles)[number];

/** Hub of its community; connector of several; from where the authors draw the line. */
const hubFrom = 2.5;
const connectorFrom = 0.62;

export interface Position {
  /** 0 where all ties lead into one community, near 1 where they are spread evenly over many. */
  readonly participation: number;
  readonly role: Role;
}

/** Participation and role within communities: R. Guimera, L. A. N. Amaral, Nature 433, 2005. */
export function positionsOf(network: Network, communities: Int32Array): Position[] {
  const { nodes, start, neighbours } = network;
  const inside = new Float64Array(nodes.length);
  const participation = nodes.map((_, node) => {
    const counts = new Map<number, number>();
    const [from, to] = [start[node] as number, start[node + 1] as number];
    for (let at = from; at < to; at++) {
      const community = communities[neighbours[at] as number] as number;
      counts.set(community, (counts.get(community) ?? 0) + 1);
    }
    inside[node] = counts.get(communities[node] as number) ?? 0;
    let squares = 0;
    for (const count of counts.values()) squares += (count / (to - from)) ** 2;
    return from === to ? 0 : 1 - squares;
  });
  const scores = standardScores(inside, communities);
  return nodes.map((_, node) => {
    const spread = participation[node] as number;
    const hasTies = start[node] !== start[node + 1];
    let role: Role = 'local';
    if (!hasTies) role = 'isolated';
    else if ((scores[node] as number) >= hubFrom) role = 'hub';
    else if (spread > connectorFrom) role = 'connector';
    return { participation: spread, role };
  });
}

function standardScores(values: Float64Array, groups: Int32Array): Float64Array {
  const sums = new Map<number, { count: number; sum: number; squares: number }>();
  values.forEach((value, node) => {
    const group = groups[node] as number;
    const known = sums.get(group) ?? { count: 0, sum: 0, squares: 0 };
    known.count++;
    known.sum += value;
    known.squares += value * value;
    sums.set(group, known);
  });
  return values.map((value, node) => {
    const { count, sum, squares } = sums.get(groups[node] as number) as {
      count: number;
      sum: number;
      squares: number;
    };
    const mean = sum / count;
    const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
    return deviation < 1e-9 ? 0 : (value - mean) / deviation;
  });
}
