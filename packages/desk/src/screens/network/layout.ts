// Lays a network out in a worker: one layout at a time; a new one ends the one before.

import { seedPlace, spacing } from './arrange-by-type.ts';
import type { DrawnNetwork } from './folded-network.ts';
import type { LaidOut, ToLayOut } from './layout-worker.ts';
import type { Place } from './network-content.ts';

export type Places = ReadonlyMap<string, Place>;

/**
 * A place for each node of the picture: its own, else beside what it is linked to, else after the others. The same
 * network gives the same places.
 */
export function firstPlaces({ nodes, links }: DrawnNetwork, known: Places): Places {
  if (nodes.every(({ id }) => known.has(id))) return known;
  const places = new Map<string, Place>();
  for (const { id } of nodes) {
    const place = known.get(id);
    if (place !== undefined) places.set(id, place);
  }
  if (places.size === 0) {
    for (const [order, { id }] of nodes.entries()) places.set(id, seedPlace(order));
    return places;
  }
  const beside = new Map<string, string>();
  for (const { source, target } of links) {
    if (places.has(source) && !places.has(target)) beside.set(target, source);
    if (places.has(target) && !places.has(source)) beside.set(source, target);
  }
  const taken = new Map<string, number>();
  let loose = nodes.length;
  for (const { id } of nodes) {
    if (places.has(id)) continue;
    const anchor = beside.get(id);
    const middle = anchor === undefined ? undefined : known.get(anchor);
    if (anchor === undefined || middle === undefined) {
      places.set(id, seedPlace(loose++));
      continue;
    }
    const order = (taken.get(anchor) ?? 0) + 1;
    taken.set(anchor, order);
    const { x, y } = seedPlace(order);
    places.set(id, { x: middle.x + x / 2 + spacing, y: middle.y + y / 2 });
  }
  return places;
}

export interface LayoutAsked {
  readonly network: DrawnNetwork;
  readonly places: Places;
  readonly pinned: ReadonlySet<string>;
  /** Called again and again; at the end with 1. */
  readonly onPlaces: (places: Places, share: number) => void;
}

/** Begins a layout; what it gives back ends it, and what was found until then stays. */
export function beginLayout({ network, places, pinned, onPlaces }: LayoutAsked): () => void {
  const ids = network.nodes.map(({ id }) => id);
  const orders = new Map(ids.map((id, order) => [id, order]));
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data: { x, y, share } }: MessageEvent<LaidOut>) => {
    onPlaces(new Map(ids.map((id, order) => [id, { x: x[order] ?? 0, y: y[order] ?? 0 }])), share);
    if (share === 1) worker.terminate();
  };
  const ask: ToLayOut = {
    x: Float32Array.from(ids, (id) => places.get(id)?.x ?? 0),
    y: Float32Array.from(ids, (id) => places.get(id)?.y ?? 0),
    isFixed: Uint8Array.from(ids, (id) => (pinned.has(id) ? 1 : 0)),
    sources: Uint32Array.from(network.links, ({ source }) => orders.get(source) ?? 0),
    targets: Uint32Array.from(network.links, ({ target }) => orders.get(target) ?? 0),
  };
  worker.postMessage(ask);
  return () => worker.terminate();
}
