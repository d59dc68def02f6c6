// In: what advertisers write, as keys of tokens. Out: how likely somebody else would write the same words.
//
// The model is a chain over words (Markov, of the first order): a run of words begins as often as advertisers use its first
// word, and each further word follows the one before as often as with those who use that one. An advertiser counts once
// for each word and pair, so that who posts most does not make his own words common. Those under test are left out.

import { mask } from '../adverts/tokens.ts';

/** Pairs of words are counted in so many places; two that meet make a wording look commoner, never rarer. */
const places = 1 << 20;

/** What nobody else was seen to do is taken to be done by half an advertiser. */
const unseen = 0.5;

/** The words of one advertiser: runs that follow one another in his texts. */
export type Words = readonly Int32Array[];

export class WordingChance {
  readonly #pairs = new Int32Array(places);
  readonly #leads = new Int32Array(places);
  readonly #words = new Int32Array(places);
  #advertisers = 0;

  /** Takes the words of an advertiser in, or out again with `sign` -1. */
  add(words: Words, sign: 1 | -1 = 1): void {
    this.#advertisers += sign;
    for (const place of distinct(words, pairAt)) this.#pairs[place] = (this.#pairs[place] as number) + sign;
    for (const place of distinct(words, leadAt)) this.#leads[place] = (this.#leads[place] as number) + sign;
    for (const place of distinct(words, wordAt)) this.#words[place] = (this.#words[place] as number) + sign;
  }

  /** ln of the probability that an advertiser writes these words. */
  logChance(words: Words): number {
    let log = 0;
    for (const run of words) {
      for (let at = 0; at < run.length; at++) {
        if (run[at] === mask) continue;
        const used = ((this.#words[wordAt(run, at)] as number) + unseen) / (this.#advertisers + 1);
        if (at === 0) log += Math.log(used);
        else {
          const following = this.#pairs[pairAt(run, at - 1)] as number;
          log += Math.log((following + used) / ((this.#leads[leadAt(run, at - 1)] as number) + 1));
        }
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
