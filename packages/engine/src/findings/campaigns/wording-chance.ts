// In: what advertisers write, as keys of tokens. Out: how likely somebody else would write the same words.
//
// The model is a chain over words: a run of words begins as often as advertisers use its first word, and each further word
// follows the ones before as often as with those who use these. Up to three words before count, each longer context beside
// the shorter one by how many different words follow it (Witten and Bell, IEEE Trans. Inf. Theory 37, 1085, 1991): with one
// word before alone, a phrase whose words stand in others too counted as unlikely at each of them. An advertiser counts once
// for each word and context, so that who posts most does not make his own words common. Those under test are left out.

import { mask } from '../adverts/tokens.ts';

/** Words with those before them are counted in so many places; two that meet make a wording look commoner, never rarer. */
const places = 1 << 21;

/** So many words before a word count. */
const longest = 3;

/** What nobody else was seen to do is taken to be done by half an advertiser. */
const unseen = 0.5;

/** The words of one advertiser: runs that follow one another in his texts. */
export type Words = readonly Int32Array[];

/** For words with so many before them, by place: how many advertisers use them. */
interface Counts {
  readonly withBefore: Int32Array;
  /** Those before it, with any word. */
  readonly before: Int32Array;
  /** How many different words follow those before. */
  readonly following: Int32Array;
}

export class WordingChance {
  readonly #words = new Int32Array(places);
  readonly #longer: readonly Counts[] = Array.from({ length: longest }, () => ({
    withBefore: new Int32Array(places),
    before: new Int32Array(places),
    following: new Int32Array(places),
  }));
  #advertisers = 0;

  /** Takes the words of an advertiser in, or out again with `sign` -1. */
  add(words: Words, sign: 1 | -1 = 1): void {
    this.#advertisers += sign;
    for (const place of new Set(words.flatMap((run) => Array.from(run, (_, at) => placeOf(run, at, at + 1)))))
      this.#words[place] = (this.#words[place] as number) + sign;
    for (const [shorter, counts] of this.#longer.entries())
      addLonger(counts, { words, before: shorter + 1, sign });
  }

  /** ln of the probability that an advertiser writes these words. */
  logChance(words: Words): number {
    let log = 0;
    for (const run of words)
      run.forEach((word, at) => {
        if (word !== mask) log += Math.log(this.#chanceAt(run, at));
      });
    return log;
  }

  #chanceAt(run: Int32Array, at: number): number {
    const used = this.#words[placeOf(run, at, at + 1)] as number;
    let chance = (used + unseen) / (this.#advertisers + 1);
    for (const [shorter, counts] of this.#longer.slice(0, at).entries()) {
      const from = at - shorter - 1;
      const [whole, before] = [placeOf(run, from, at + 1), placeOf(run, from, at)];
      const [all, kinds] = [counts.before[before] as number, counts.following[before] as number];
      if (all > 0) chance = ((counts.withBefore[whole] as number) + kinds * chance) / (all + kinds);
    }
    return chance;
  }
}

function addLonger(
  { withBefore, before, following }: Counts,
  of: { readonly words: Words; readonly before: number; readonly sign: 1 | -1 },
): void {
  const found = new Map<number, number>();
  for (const run of of.words)
    for (let at = of.before; at < run.length; at++)
      found.set(placeOf(run, at - of.before, at + 1), placeOf(run, at - of.before, at));
  for (const [whole, place] of found) {
    const count = (withBefore[whole] as number) + of.sign;
    withBefore[whole] = count;
    if (count === (of.sign === 1 ? 1 : 0)) following[place] = (following[place] as number) + of.sign;
  }
  for (const place of new Set(found.values())) before[place] = (before[place] as number) + of.sign;
}

/** Where the words from one to before another are counted. */
function placeOf(run: Int32Array, from: number, until: number): number {
  let place = 0;
  for (let at = from; at < until; at++)
    place = Math.imul(place ^ (run[at] as number), 0x9e3779b1) ^ (place >>> 15);
  return (place ^ (place >>> 13)) & (places - 1);
}
