/** Works that have begun and not ended, for whoever takes away what they need. */
export class Underway {
  readonly #works = new Set<Promise<unknown>>();

  begin<T>(work: () => Promise<T>): Promise<T> {
    const done = work();
    const ended = done
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => this.#works.delete(ended));
    this.#works.add(ended);
    return done;
  }

  /** Waits until nothing is under way, however each work ends; what begins meanwhile is waited for too. */
  async settled(): Promise<void> {
    while (this.#works.size > 0) await Promise.all(this.#works);
  }
}
