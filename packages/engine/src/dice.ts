/** A source of chance that depends only on the numbers it was made from. */
export interface Dice {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/**
 * Dice for one place: the same seed, stream and index give the same throws, whatever was thrown
 * elsewhere. The generator is sfc32 (C. Doty-Humphrey, PractRand), with 128 bits of state.
 */
export function diceFor(seed: number, stream: string, index: number): Dice {
  return new SmallFastCounter(seed, stream, index);
}

/** A class for speed: the world has one for every person. */
class SmallFastCounter implements Dice {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor(seed: number, stream: string, index: number) {
    this.#a = mix(seed) ^ 0x9e3779b9;
    this.#b = mix(textHash(stream));
    this.#c = mix(index);
    this.#counter = (Math.floor(index / 4294967296) + Math.floor(seed / 4294967296) + 1) | 0;
    for (let round = 0; round < 15; round++) this.next();
  }

  next(): number {
    const word = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    const turned = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (turned + word) | 0;
    return (word >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('Nothing to pick from');
    return list[this.below(list.length)] as T;
  }
}

function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}
