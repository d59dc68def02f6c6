// In: what advertisers write, as keys of tokens. Out: how likely somebody else would write the same words.
//
// The model is a chain over words (Markov, of the first order): each word follows the one before as often as among all
// advertisers, each of whom counts once for each pair of words, so that who posts most does not make his own words common.
// Those under test are left out.

import { mask } from '../adverts/tokens.ts';

/** Pairs of words are counted in so many places; two that meet make a wording look commoner, never rarer. */
const places = 1 << 20;

/** So many looks at a word weigh as much as how often the next word is used at all. */
const smoothing = 1;

/** The words of one advertiser: runs that follow one another in his texts. */
export type Words = readonly Int32Array[];

export class WordingChance {
  readonly #pairs = new Int32Array(places);
  readonly #leads = new Int32Array(places);
  readonly #words = new Int32Array(places);
  #all = 0;

  /** Takes the words of an advertiser in, or out again with `sign` -1. */
  add(words: Words, sign: 1 | -1 = 1): void {
    for (const place of distinct(words, pairAt)) this.#pairs[place] = (this.#pairs[place] as number) + sign;
    for (const place of distinct(words, leadAt)) this.#leads[place] = (this.#leads[place] as number) + sign;
    for (const place of distinct(words, wordAt)) {
      this.#words[place] = (this.#words[place] as number) + sign;
      this.#all += sign;
    }
  }

  /** ln of the probability that an advertiser writes these words. */
  logChance(words: Words): number {
    let log = 0;
    for (const run of words) {
      for (let at = 0; at < run.length; at++) {
        if (run[at] === mask) continue;
        const used = ((this.#words[wordAt(run, at)] as number) + 1) / (this.#all + places);
        const lead = at === 0 ? -1 : leadAt(run, at - 1);
        const following = at === 0 ? 0 : (this.#pairs[pairAt(run, at - 1)] as number);
        const led = lead < 0 ? 0 : (this.#leads[lead] as number);
        log += Math.log((following + smoothing * used) / (led + smoothing));
      }
    }
    return log;
  }
}

/** The places of something in the words, each once. */
function distinct(words: Words, placeAt: (run: Int32Array, at: number) => number): Set<number> {
  const found = new Set<number>();
  for (const run of words)
    for (let at = 0; at < run.length; at++) {
      const place = placeAt(run, at);
      if (place >= 0) found.add(place);
    }
  return found;
}

function wordAt(run: Int32Array, at: number): number {
  return (run[at] as number) & (places - 1);
}

/** A word that another follows. */
function leadAt(run: Int32Array, at: number): number {
  return at + 1 < run.length ? wordAt(run, at) : -1;
}

function pairAt(run: Int32Array, at: number): number {
  if (at + 1 >= run.length) return -1;
  return (Math.imul(run[at] as number, 0x9e3779b1) ^ (run[at + 1] as number)) & (places - 1);
}
