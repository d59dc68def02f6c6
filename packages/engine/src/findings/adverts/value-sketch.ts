// How many different values there are, and some of them, from a bounded memory: those with the smallest hashes are kept
// (k minimum values; Bar-Yossef and others 2002). The order in which values come changes nothing.

import { scrambled } from './forms.ts';

const kept = 16;
const examplesShown = 3;
const longest = 80;

export interface TextSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export class ValueSketch {
  readonly #hashes: number[] = [];
  /** Those with the smallest hashes of all: a value that is behind them never comes before them again. */
  readonly #examples: string[] = [];

  /** Takes in what stands in a text from `start` up to `end`, by its hash. */
  add(hash: number, { text, start, end }: TextSpan): void {
    let place = this.#hashes.length;
    if (place === kept && hash > (this.#hashes[kept - 1] as number)) return;
    while (place > 0 && (this.#hashes[place - 1] as number) > hash) place--;
    if (place > 0 && this.#hashes[place - 1] === hash) return;
    this.#hashes.splice(place, 0, hash);
    if (this.#hashes.length > kept) this.#hashes.pop();
    if (place >= examplesShown) return;
    // A copy: a piece of a text would hold the whole text in memory.
    const value = text.slice(start, Math.min(end, start + longest));
    this.#examples.splice(place, 0, Buffer.from(value).toString());
    if (this.#examples.length > examplesShown) this.#examples.pop();
  }

  /** How many different values there were: exact below sixteen, else an estimate. */
  get count(): number {
    if (this.#hashes.length < kept) return this.#hashes.length;
    return Math.round(((kept - 1) * 2 ** 32) / ((this.#hashes[kept - 1] as number) + 1));
  }

  examples(): readonly string[] {
    return this.#examples;
  }
}

/** The hash of what stands in a text from `start` up to `end`: 32 bits, not negative. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = scrambled(hash ^ text.charCodeAt(at));
  return hash >>> 0;
}
