/** Remembers decisions under the canonical text of their facts, the most recent ones up to a limit. */
export class DecisionCache {
  readonly #limit: number;
  readonly #decisions = new Map<string, boolean>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The decision for a key, made when it is not known. */
  decided(key: string, decide: () => boolean): boolean {
    const known = this.#decisions.get(key);
    const decision = known ?? decide();
    if (known !== undefined) this.#decisions.delete(key);
    this.#decisions.set(key, decision);
    if (this.#decisions.size > this.#limit) {
      for (const oldest of this.#decisions.keys()) {
        this.#decisions.delete(oldest);
        break;
      }
    }
    return decision;
  }

  get size(): number {
    return this.#decisions.size;
  }
}
