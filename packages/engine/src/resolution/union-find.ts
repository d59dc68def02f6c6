/** Sets of numbers 0 to size - 1 that merge. The smallest member of a set stands for it. Tarjan, JACM 22(2), 1975. */
export class UnionFind {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = new Int32Array(size);
    for (let index = 0; index < size; index++) this.#parent[index] = index;
  }

  find(member: number): number {
    const parent = this.#parent;
    let root = member;
    while ((parent[root] as number) !== root) root = parent[root] as number;
    let at = member;
    while ((parent[at] as number) !== root) {
      const next = parent[at] as number;
      parent[at] = root;
      at = next;
    }
    return root;
  }

  /** Merges the sets of two members; the representative of the merged set comes back. */
  union(a: number, b: number): number {
    const x = this.find(a);
    const y = this.find(b);
    const root = Math.min(x, y);
    this.#parent[Math.max(x, y)] = root;
    return root;
  }
}
