// In: what is shown, and the types that are shown as one. Out: the nodes and links that the picture draws.
// Invariant: every thing that is shown is drawn once, by itself or as part of a group; no link leads from a group to itself.

import type { NetworkContent, NetworkNode, Place } from './network-content.ts';

/** A node of the picture: one thing, or all things of a type. */
export interface DrawnNode {
  readonly id: string;
  readonly type: string;
  /** Null for a group: its words depend on the language. */
  readonly caption: string | null;
  readonly things: readonly NetworkNode[];
}

export interface DrawnLink {
  readonly source: string;
  readonly target: string;
  readonly statements: number;
  /** The kinds of the links that it stands for. */
  readonly kinds: readonly string[];
}

export interface DrawnNetwork {
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
}

const groupStart = 'all of ';

export function groupId(type: string): string {
  return groupStart + type;
}

/** The type of which a node of the picture is all things; undefined where it is one thing. */
export function groupType(id: string): string | undefined {
  return id.startsWith(groupStart) ? id.slice(groupStart.length) : undefined;
}

/** Links between the same two are one, as strong as all of them. */
export function foldedNetwork({ nodes, links }: NetworkContent, folded: ReadonlySet<string>): DrawnNetwork {
  const drawn: DrawnNode[] = nodes
    .filter(({ type }) => !folded.has(type))
    .map((node) => ({ id: node.id, type: node.type, caption: node.caption, things: [node] }));
  const drawnAs = new Map<string, string>();
  for (const type of [...folded].sort()) {
    const things = nodes.filter((node) => node.type === type);
    if (things.length === 0) continue;
    drawn.push({ id: groupId(type), type, caption: null, things });
    for (const { id } of things) drawnAs.set(id, groupId(type));
  }
  const orders = new Map(drawn.map(({ id }, order) => [id, order]));
  const joined = new Map<number, DrawnLink & { statements: number; readonly kinds: string[] }>();
  for (const link of links) {
    const source = drawnAs.get(link.source) ?? link.source;
    const target = drawnAs.get(link.target) ?? link.target;
    if (source === target) continue;
    const [one, other] = [orders.get(source) ?? 0, orders.get(target) ?? 0];
    const pair = one < other ? one * drawn.length + other : other * drawn.length + one;
    const known = joined.get(pair);
    if (known === undefined) {
      joined.set(pair, { source, target, statements: link.statements, kinds: [link.kind] });
      continue;
    }
    known.statements += link.statements;
    if (!known.kinds.includes(link.kind)) known.kinds.push(link.kind);
  }
  return { nodes: drawn, links: [...joined.values()] };
}

/** Where a node of the picture is: a group is in the middle of its things. Undefined where none of them has a place. */
export function placeOf(node: DrawnNode, places: ReadonlyMap<string, Place>): Place | undefined {
  const [first] = node.things;
  if (first !== undefined && node.things.length === 1) return places.get(first.id);
  const known = node.things.map(({ id }) => places.get(id)).filter((place) => place !== undefined);
  if (known.length === 0) return undefined;
  const middle = (axis: 'x' | 'y') => known.reduce((sum, place) => sum + place[axis], 0) / known.length;
  return { x: middle('x'), y: middle('y') };
}
