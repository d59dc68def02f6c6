// Which leaders have a phrase, for many millions of phrases of which most have one or two. Each list lies in one piece of
// memory, so that reading it waits once: a piece of 2, 4, 8, 16 or 32 numbers, the first of which counts the others. A list
// that outgrows its piece moves, and the piece waits for the next list of its size.

import { grown } from './forms.ts';

/** Leaders that are remembered for a phrase. */
export const leadersOfPhrase = 24;

export class PhraseLists {
  /** Where the list of each phrase begins, 0 where it has none. */
  readonly #start: Int32Array;
  /** The lists; nothing begins at 0. */
  numbers = new Int32Array(1 << 13);
  #used = 2;
  /** The first piece that waits, by the logarithm of its size; it names the next. */
  readonly #waiting = new Int32Array(6);

  constructor(phrases: number) {
    this.#start = new Int32Array(phrases);
  }

  /** Where in `numbers` the count of the leaders of a phrase stands, the leaders behind it; 0 where it has none. */
  startOf(phrase: number): number {
    return this.#start[phrase] as number;
  }

  /** Remembers a leader, unless the list of the phrase is full. */
  add(phrase: number, leader: number): void {
    let start = this.#start[phrase] as number;
    const count = start === 0 ? 0 : (this.numbers[start] as number);
    if (count >= leadersOfPhrase) return;
    // As many numbers as the piece has: 1, 3, 7 or 15 leaders and their count.
    if (((count + 1) & count) === 0) start = this.#moved(start, count + 1);
    this.#start[phrase] = start;
    this.numbers[start] = count + 1;
    this.numbers[start + count + 1] = leader;
  }

  /** Copies a list into a piece of twice the size. */
  #moved(start: number, size: number): number {
    const place = this.#piece(2 * size);
    if (start === 0) return place;
    this.numbers.copyWithin(place, start, start + size);
    const kind = 31 - Math.clz32(size);
    this.numbers[start] = this.#waiting[kind] as number;
    this.#waiting[kind] = start;
    return place;
  }

  #piece(size: number): number {
    const kind = 31 - Math.clz32(size);
    const waiting = this.#waiting[kind] as number;
    if (waiting !== 0) {
      this.#waiting[kind] = this.numbers[waiting] as number;
      return waiting;
    }
    if (this.#used + size > this.numbers.length) this.numbers = grown(this.numbers);
    this.#used += size;
    return this.#used - size;
  }
}
