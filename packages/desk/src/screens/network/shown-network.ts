// In: all that the page knows of a network, and what somebody made of it. Out: the nodes and links that are shown.
// Invariant: no link without both of its ends; the same knowledge gives the same network, in whatever order it came.

import type { NetworkContent, NetworkFilters, NetworkLink, NetworkNode } from './network-content.ts';
import type { NetworkDocument } from './network-document.ts';

export interface KnownNetwork {
  readonly nodes: ReadonlyMap<string, NetworkNode>;
  readonly links: ReadonlyMap<string, NetworkLink>;
}

/** What is in the network, filtered out or not. */
export function heldNetwork(known: KnownNetwork, { members }: NetworkDocument): NetworkContent {
  const ids = [...members].filter((id) => known.nodes.has(id)).sort();
  const orders = new Map(ids.map((id, order) => [id, order]));
  // Numbers are sorted many times faster than the ids that they stand for.
  const ordered: { readonly order: number; readonly link: NetworkLink }[] = [];
  for (const link of known.links.values()) {
    const source = orders.get(link.source);
    const target = orders.get(link.target);
    if (source !== undefined && target !== undefined)
      ordered.push({ order: source * ids.length + target, link });
  }
  ordered.sort((one, other) => one.order - other.order || (one.link.kind < other.link.kind ? -1 : 1));
  return {
    nodes: ids.map((id) => known.nodes.get(id) as NetworkNode),
    links: ordered.map(({ link }) => link),
  };
}

/** What of it is let through. */
export function shownNetwork(held: NetworkContent, document: NetworkDocument): NetworkContent {
  const { filters, pinned } = document;
  const nodes = held.nodes.filter((node) => passes(node, filters, pinned.has(node.id)));
  const ids = new Set(nodes.map(({ id }) => id));
  return {
    nodes,
    links: held.links.filter(
      (link) => ids.has(link.source) && ids.has(link.target) && linkPasses(link, filters),
    ),
  };
}

function passes(node: NetworkNode, filters: NetworkFilters, isPinned: boolean): boolean {
  const { withoutTypes, areas, hubsAbove } = filters;
  return (
    !withoutTypes.includes(node.type) &&
    (areas.length === 0 || node.areas.length === 0 || node.areas.some((area) => areas.includes(area))) &&
    (hubsAbove === null || isPinned || node.degree <= hubsAbove) &&
    isWithin(node, filters) &&
    isGraded(node, filters)
  );
}

function linkPasses(link: NetworkLink, filters: NetworkFilters): boolean {
  return (
    !filters.withoutKinds.includes(link.kind) && isWithin(link, filters) && isGraded(link.grade, filters)
  );
}

/** Whether what was seen between two days was seen within the time that is let through; without days it was. */
function isWithin(
  { firstSeen, lastSeen }: Pick<NetworkLink, 'firstSeen' | 'lastSeen'>,
  { from, until }: Pick<NetworkFilters, 'from' | 'until'>,
): boolean {
  const begins = firstSeen ?? lastSeen;
  const ends = lastSeen ?? firstSeen;
  return (
    (from === null || ends === null || ends >= from) && (until === null || begins === null || begins <= until)
  );
}

/** Grades sort from the best to the weakest. */
function isGraded(
  { source, information }: NetworkLink['grade'],
  { weakestSource, weakestInformation }: NetworkFilters,
): boolean {
  return (
    (weakestSource === null || source <= weakestSource) &&
    (weakestInformation === null || information <= weakestInformation)
  );
}
