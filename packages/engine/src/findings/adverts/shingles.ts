// Phrases of a form, as numbers: two words that stand together and three, and for short forms the words themselves.

import { scrambled } from './forms.ts';
import { tokenLimit } from './tokens.ts';

/** Below this many tokens a single slot may be in every phrase, so that words are phrases too. */
const short = 8;
const mostBits = 26;
/** So often a phrase is counted: beyond, it is common. Fits beside its number in 31 bits. */
const mostCounted = 31;

/** By how many numbers phrases are told apart; two that share one cost time and never a wrong template. */
export function bucketsFor(forms: number): number {
  return 1 << Math.min(mostBits, 7 + Math.ceil(Math.log2(forms + 1)));
}

/** Of the phrases of a long form so many of the rarest, and so many others, are looked up. */
const rarest = 6;
const others = 10;
export const mostChosen = rarest + others;

export class Shingles {
  count = 0;
  readonly #buckets: number;
  readonly bucket = new Int32Array(3 * tokenLimit + 3);

  constructor(buckets: number) {
    this.#buckets = buckets;
  }

  /** Takes the phrases of a form. */
  take(keys: Int32Array): void {
    const { length } = keys;
    this.count = 0;
    let before = 0x5bd1e995;
    for (let at = 0; at <= length; at++) {
      const here = at < length ? (keys[at] as number) : 0x1b873593;
      const pair = Math.imul(before, 0x01000193) ^ here;
      this.#add(pair);
      if (at + 1 < length) this.#add(Math.imul(pair, 0x01000193) ^ (keys[at + 1] as number));
      if (length < short && at < length) this.#add(here ^ 0x77777777);
      before = here;
    }
  }

  /**
   * Puts those first that are looked up, and says how many: the rarest that another form has too, and of the rest
   * those with the smallest numbers, the same for all forms that have them (bottom-k sketch, Cohen and Kaplan 2007).
   */
  choose(counts: Uint8Array): number {
    let shared = 0;
    for (let at = 0; at < this.count; at++) {
      const bucket = this.bucket[at] as number;
      this.bucket[shared] = bucket;
      // Without a branch that waits for memory: a count of one adds nothing.
      shared += (1 - (counts[bucket] as number)) >>> 31;
    }
    if (shared <= mostChosen) return shared;
    const chosen = this.bucket;
    for (let at = 0; at < shared; at++)
      chosen[at] = ((counts[chosen[at] as number] as number) << mostBits) | (chosen[at] as number);
    smallestFirst(chosen, { from: 0, to: shared, wanted: rarest });
    for (let at = 0; at < shared; at++) chosen[at] = (chosen[at] as number) & (this.#buckets - 1);
    smallestFirst(chosen, { from: rarest, to: shared, wanted: others });
    return mostChosen;
  }

  #add(phrase: number): void {
    this.bucket[this.count++] = scrambled(phrase) & (this.#buckets - 1);
  }
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly wanted: number;
}

/** Puts the smallest numbers of a range first, in order; the others behind in any. */
function smallestFirst(numbers: Int32Array, { from, to, wanted }: Range): void {
  for (let at = from + 1; at < to; at++) {
    const number = numbers[at] as number;
    let place = Math.min(at, from + wanted - 1);
    if (place < at) {
      if (number >= (numbers[place] as number)) continue;
      numbers[at] = numbers[place] as number;
    }
    for (; place > from && (numbers[place - 1] as number) > number; place--)
      numbers[place] = numbers[place - 1] as number;
    numbers[place] = number;
  }
}

/** In how many forms a phrase is, up to a limit. */
export function countPhrases(counts: Uint8Array, shingles: Shingles): void {
  for (let at = 0; at < shingles.count; at++) {
    const bucket = shingles.bucket[at] as number;
    if ((counts[bucket] as number) < mostCounted) counts[bucket] = (counts[bucket] as number) + 1;
  }
}
