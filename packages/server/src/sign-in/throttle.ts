import { isIP } from 'node:net';
import { Refusal } from '@clew/model/refusal.ts';

/** How attempts are slowed down. Times in milliseconds. */
export interface ThrottleRule {
  /** So many attempts within the window cost nothing. */
  readonly free: number;
  readonly window: number;
  /** The wait after the first attempt beyond; each further one doubles it up to the longest. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** So many keys are remembered; beyond, the one that was quiet for longest is forgotten. */
  readonly keys: number;
}

/** Attempts by key, over a sliding window. It delays and never locks: there is nothing to lock others out with. */
export class Throttle {
  readonly #rule: ThrottleRule;
  readonly #clock: () => number;
  /** In the order of the last attempt. */
  readonly #attempts = new Map<string, readonly number[]>();

  constructor(rule: ThrottleRule, clock: () => number) {
    this.#rule = rule;
    this.#clock = clock;
  }

  /** Milliseconds until the next attempt; 0: now. */
  wait(key: string): number {
    const { free, firstWait, longestWait } = this.#rule;
    const recent = this.#recent(key);
    const beyond = recent.length - free;
    if (beyond < 0) return 0;
    const wait = Math.min(firstWait * 2 ** Math.min(beyond, 40), longestWait);
    return Math.max((recent.at(-1) ?? 0) + wait - this.#clock(), 0);
  }

  /** Counts an attempt, before it is made: many at once count too. */
  count(key: string): void {
    const recent = [...this.#recent(key), this.#clock()].slice(-this.#mostKept());
    this.#attempts.delete(key);
    this.#attempts.set(key, recent);
    if (this.#attempts.size <= this.#rule.keys) return;
    const quietest = this.#attempts.keys().next().value;
    if (quietest !== undefined) this.#attempts.delete(quietest);
  }

  /** Takes the last attempt back: it was no failure. */
  takeBack(key: string): void {
    const rest = this.#recent(key).slice(0, -1);
    if (rest.length === 0) this.#attempts.delete(key);
    else this.#attempts.set(key, rest);
  }

  forget(key: string): void {
    this.#attempts.delete(key);
  }

  #recent(key: string): readonly number[] {
    const since = this.#clock() - this.#rule.window;
    return (this.#attempts.get(key) ?? []).filter((at) => at > since);
  }

  /** What it takes to reach the longest wait. */
  #mostKept(): number {
    return this.#rule.free + Math.ceil(Math.log2(this.#rule.longestWait / this.#rule.firstWait)) + 1;
  }
}

const minute = 60_000;
const keys = 100_000;
/** One person from one address. */
const pairRule = { free: 5, window: 60 * minute, firstWait: 1000, longestWait: 15 * minute, keys };
/** One address, whoever it is: many people may share it. */
const addressRule = { free: 30, window: 15 * minute, firstWait: 1000, longestWait: 5 * minute, keys };
/** One person from anywhere new: at most about a hundred a day (NIST SP 800-63B, section 5.2.2). */
const personRule = { free: 10, window: 24 * 60 * minute, firstWait: 1000, longestWait: 15 * minute, keys };

/**
 * Slows guessing down for a person and for an address. Who signed in from an address before is not held up there by
 * what others try elsewhere in the person's name (after OWASP's device cookies).
 */
export class SignInThrottle {
  readonly #pairs: Throttle;
  readonly #addresses: Throttle;
  readonly #people: Throttle;
  readonly #known = new Set<string>();

  constructor(clock: () => number) {
    this.#pairs = new Throttle(pairRule, clock);
    this.#addresses = new Throttle(addressRule, clock);
    this.#people = new Throttle(personRule, clock);
  }

  /** Counts an attempt or refuses it (`too-many-requests`). Call what it gives when the attempt was right. */
  begin(person: string, address: string): () => void {
    const from = addressKey(address);
    const pair = pairKey(person, from);
    const isKnown = this.#known.has(pair);
    const wait = Math.max(
      this.#pairs.wait(pair),
      this.#addresses.wait(from),
      isKnown ? 0 : this.#people.wait(person),
    );
    if (wait > 0) throw tooMany(wait);
    this.#pairs.count(pair);
    this.#addresses.count(from);
    if (!isKnown) this.#people.count(person);
    return () => {
      this.#pairs.forget(pair);
      this.#addresses.takeBack(from);
      if (!isKnown) this.#people.takeBack(person);
    };
  }

  /** Both factors were right: this person works from this address. */
  know(person: string, address: string): void {
    const pair = pairKey(person, addressKey(address));
    this.#known.delete(pair);
    this.#known.add(pair);
    if (this.#known.size <= keys) return;
    const oldest = this.#known.values().next().value;
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}

/** Codes have six digits: guessing them is slowed down for the person, wherever it comes from. */
export const codeRule: ThrottleRule = {
  free: 5,
  window: 24 * 60 * minute,
  firstWait: 5000,
  longestWait: 15 * minute,
  keys,
};

/** Counts an attempt by one key or refuses it (`too-many-requests`). */
export function countOrRefuse(throttle: Throttle, key: string): void {
  const wait = throttle.wait(key);
  if (wait > 0) throw tooMany(wait);
  throttle.count(key);
}

/** The address as far as it names one subscriber: an IPv6 network of 64 bits, an IPv4 address. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : 'unknown';
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  if (tail !== undefined) while (groups.length + after.length < 8) groups.push('0');
  const network = [...groups, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

function pairKey(person: string, from: string): string {
  return JSON.stringify([person, from]);
}

function tooMany(wait: number): Refusal {
  const seconds = Math.ceil(wait / 1000);
  return new Refusal(
    'too-many-requests',
    'Too many attempts.',
    `Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  );
}
