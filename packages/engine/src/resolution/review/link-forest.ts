// In: the pairs that hold clusters together, numbered, with their weights. Out: which of them would be cut if two members
// of a cluster turned out to be different, what hangs on each side, and what else would still hold it.
// Invariant: the strongest links are taken first (ties by number), as clustering takes them, so that the order of rows
// does not matter.

/** Links by position; `rank` orders them: the lower, the sooner it is taken. */
export interface Links {
  readonly size: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** The maximum spanning forest of the links. Edges are numbered in the order in which they were taken. */
export interface LinkForest {
  /** The link of each edge. */
  readonly edges: Int32Array;
  /** For each edge, the strongest other link that would hold its two sides together; -1 for a bridge. */
  readonly detours: Int32Array;
  /** The weakest edge on the way between two members of a cluster; -1 when there is no way. */
  cutBetween(a: number, b: number): number;
  /** Members below each subject, itself included, when each tree hangs from its root. */
  readonly below: Int32Array;
  /** The edge that a subject hangs from; -1 for a root. */
  readonly hangsFrom: Int32Array;
  /** What a subject hangs from; itself for a root. */
  readonly above: Int32Array;
  /** Subjects so that each comes after what it hangs from. */
  readonly order: Int32Array;
}

/** `taken`: positions of links, the strongest first. */
export function linkForest(subjects: number, links: Links, taken: Int32Array): LinkForest {
  const joined = new JoinedSets(subjects);
  const edges: number[] = [];
  const others: number[] = [];
  for (const link of taken) {
    if (joined.join(links.a[link] as number, links.b[link] as number, edges.length)) edges.push(link);
    else others.push(link);
  }
  const hung = hangTrees(subjects, links, edges);
  const detours = findDetours({ subjects, links, others, hung, edges: edges.length });
  return {
    edges: Int32Array.from(edges),
    detours,
    cutBetween: (a, b) => joined.lastBetween(a, b),
    ...hung,
  };
}

/**
 * Union by size without compressing paths: each subject keeps when it was joined to another, so that the join that
 * brought two together is found by climbing, in O(log n) steps.
 */
class JoinedSets {
  readonly #up: Int32Array;
  readonly #when: Int32Array;
  readonly #size: Int32Array;

  constructor(subjects: number) {
    this.#up = Int32Array.from({ length: subjects }, (_, index) => index);
    this.#when = new Int32Array(subjects).fill(2 ** 31 - 1);
    this.#size = new Int32Array(subjects).fill(1);
  }

  join(a: number, b: number, when: number): boolean {
    const [x, y] = [this.#root(a), this.#root(b)];
    if (x === y) return false;
    const small = (this.#size[x] as number) < (this.#size[y] as number) ? x : y;
    const large = small === x ? y : x;
    this.#up[small] = large;
    this.#when[small] = when;
    this.#size[large] = (this.#size[large] as number) + (this.#size[small] as number);
    return true;
  }

  /** The last join on the way between two; -1 when none ties them. */
  lastBetween(a: number, b: number): number {
    let [x, y, last] = [a, b, -1];
    while (x !== y) {
      if ((this.#when[x] as number) > (this.#when[y] as number)) [x, y] = [y, x];
      if (this.#up[x] === x) return -1;
      last = this.#when[x] as number;
      x = this.#up[x] as number;
    }
    return last;
  }

  #root(subject: number): number {
    let at = subject;
    while (this.#up[at] !== at) at = this.#up[at] as number;
    return at;
  }
}

type Hung = Pick<LinkForest, 'below' | 'hangsFrom' | 'above' | 'order'>;

/** Hangs each tree from its smallest subject, breadth first. */
function hangTrees(subjects: number, links: Links, edges: readonly number[]): Hung {
  const starts = new Int32Array(subjects + 1);
  const ends = (edge: number) => {
    const link = edges[edge] as number;
    return [links.a[link] as number, links.b[link] as number] as const;
  };
  edges.forEach((_, edge) => {
    for (const end of ends(edge)) starts[end + 1]!++;
  });
  for (let index = 0; index < subjects; index++) starts[index + 1]! += starts[index] as number;
  const next = starts.slice();
  const touching = new Int32Array(2 * edges.length);
  edges.forEach((_, edge) => {
    for (const end of ends(edge)) touching[next[end]!++] = edge;
  });
  const hangsFrom = new Int32Array(subjects).fill(-1);
  const above = new Int32Array(subjects).fill(-1);
  const order = new Int32Array(subjects);
  let [filled, read] = [0, 0];
  for (let root = 0; root < subjects; root++) {
    if (above[root] !== -1) continue;
    above[root] = root;
    order[filled++] = root;
    while (read < filled) {
      const subject = order[read++] as number;
      for (let at = starts[subject] as number; at < (starts[subject + 1] as number); at++) {
        const edge = touching[at] as number;
        const [a, b] = ends(edge);
        const other = a === subject ? b : a;
        if (above[other] !== -1) continue;
        above[other] = subject;
        hangsFrom[other] = edge;
        order[filled++] = other;
      }
    }
  }
  const below = new Int32Array(subjects).fill(1);
  for (let at = subjects - 1; at >= 0; at--) {
    const subject = order[at] as number;
    const parent = above[subject] as number;
    if (parent !== subject) below[parent] = (below[parent] as number) + (below[subject] as number);
  }
  return { hangsFrom, above, order, below };
}

/** The strongest other link over each edge: others come strongest first, and an edge is given the first that spans it. */
function findDetours(of: {
  readonly subjects: number;
  readonly links: Links;
  readonly others: readonly number[];
  readonly hung: Hung;
  readonly edges: number;
}): Int32Array {
  const { above, hangsFrom, order } = of.hung;
  const depth = new Int32Array(of.subjects);
  for (const subject of order) {
    const parent = above[subject] as number;
    if (parent !== subject) depth[subject] = (depth[parent] as number) + 1;
  }
  const detours = new Int32Array(of.edges).fill(-1);
  // Climbing skips what has its detour already.
  const skip = Int32Array.from({ length: of.subjects }, (_, index) => index);
  const bare = (subject: number) => {
    let at = subject;
    while (skip[at] !== at) {
      skip[at] = skip[skip[at] as number] as number;
      at = skip[at] as number;
    }
    return at;
  };
  for (const link of of.others) {
    let x = bare(of.links.a[link] as number);
    let y = bare(of.links.b[link] as number);
    while (x !== y) {
      if ((depth[x] as number) < (depth[y] as number)) [x, y] = [y, x];
      detours[hangsFrom[x] as number] = link;
      skip[x] = above[x] as number;
      x = bare(x);
    }
  }
  return detours;
}
