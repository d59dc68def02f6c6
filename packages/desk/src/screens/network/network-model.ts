// In: the links of each thing that somebody unfolded. Out: the nodes and links of the picture, and the kinds there are.
// Invariant: a protected person is in no picture; the same links give the same picture, in whatever order they came; no link without both of its ends.

export interface NetworkNode {
  readonly id: string;
  readonly type: string;
  readonly caption: string;
}

export interface NetworkLink {
  readonly source: string;
  readonly target: string;
  readonly kind: string;
  readonly statements: number;
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
  /** The types of all that was unfolded, hidden ones included. */
  readonly kinds: readonly string[];
  /** How many protected persons were left out. */
  readonly leftOut: number;
}

interface Linked extends NetworkNode {
  readonly kind: string;
  readonly direction: 'in' | 'out';
  readonly statements: number;
  readonly protected: boolean;
}

export interface Unfolded {
  readonly center: NetworkNode;
  /** Types that are not shown. The centre always is. */
  readonly hidden: readonly string[];
  readonly links: readonly { readonly entity: string; readonly linked: readonly Linked[] }[];
}

export function networkFrom({ center, hidden, links }: Unfolded): Network {
  const nodes = new Map<string, NetworkNode>([[center.id, center]]);
  const found = new Map<string, NetworkLink>();
  const leftOut = new Set<string>();
  for (const { entity, linked } of links) {
    for (const { id, type, caption, kind, direction, statements, protected: isProtected } of linked) {
      if (isProtected) {
        leftOut.add(id);
        continue;
      }
      nodes.set(id, nodes.get(id) ?? { id, type, caption });
      const [source, target] = direction === 'out' ? [entity, id] : [id, entity];
      found.set(`${source} ${kind} ${target}`, { source, target, kind, statements });
    }
  }
  const isShown = ({ id, type }: NetworkNode) => id === center.id || !hidden.includes(type);
  const shown = new Map([...nodes].filter(([, node]) => isShown(node)));
  return {
    nodes: [...shown.values()].sort(byId),
    links: [...found.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, link]) => link)
      .filter(({ source, target }) => shown.has(source) && shown.has(target)),
    kinds: [...new Set([...nodes.values()].map(({ type }) => type))].sort(),
    leftOut: leftOut.size,
  };
}

function byId(one: NetworkNode, other: NetworkNode): number {
  return one.id < other.id ? -1 : 1;
}
