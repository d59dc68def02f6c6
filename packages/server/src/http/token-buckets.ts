/** What is left of an allowance. */
export interface Allowance {
  readonly allowed: boolean;
  readonly left: number;
  /** Seconds until there is one more. */
  readonly wait: number;
}

/** Milliseconds since the epoch. */
export type Clock = () => number;

const mostBuckets = 20_000;

/**
 * Token buckets by key: each holds what is allowed in a minute and fills up evenly. Forgets buckets that are full
 * again, so memory stays bounded however many keys are tried.
 */
export class TokenBuckets {
  readonly #perMinute: number;
  readonly #clock: Clock;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(perMinute: number, clock: Clock) {
    this.#perMinute = perMinute;
    this.#clock = clock;
  }

  get perMinute(): number {
    return this.#perMinute;
  }

  take(key: string): Allowance {
    const at = this.#clock();
    const perMs = this.#perMinute / 60_000;
    const last = this.#buckets.get(key);
    const passed = last === undefined ? 0 : Math.max(0, at - last.at);
    const filled =
      last === undefined ? this.#perMinute : Math.min(this.#perMinute, last.tokens + passed * perMs);
    const allowed = filled >= 1;
    const tokens = allowed ? filled - 1 : filled;
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens, at });
    if (this.#buckets.size > mostBuckets) this.#forget(at, perMs);
    const wait = tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs / 1000);
    return { allowed, left: Math.floor(tokens), wait };
  }

  /** Full buckets first; then those that were used the longest time ago. */
  #forget(at: number, perMs: number): void {
    for (const [key, bucket] of this.#buckets) {
      if (bucket.tokens + (at - bucket.at) * perMs >= this.#perMinute) this.#buckets.delete(key);
    }
    for (const key of this.#buckets.keys()) {
      if (this.#buckets.size <= mostBuckets) return;
      this.#buckets.delete(key);
    }
  }
}
