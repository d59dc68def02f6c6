// Distinct forms of texts: a form is the sequence of the keys of a text's tokens, all that varies by nature masked. Texts
// of one form are one thing to everything that follows. Everything lies in typed arrays that grow: four bytes a token
// of each distinct form, four a text. What there is to know of a form lies in memory that threads share.

import type { Tokens } from './tokens.ts';

const chunkBits = 18;
const chunkSize = 1 << chunkBits;

/** What lies in the memory of all threads. */
export interface SharedForms {
  readonly size: Int32Array;
  readonly length: Uint16Array;
  readonly offset: Float64Array;
  readonly chunks: readonly Int32Array[];
}

/** Forms to look at, in any thread. */
export class FormList {
  /** How many texts have a form. */
  size = new Int32Array(new SharedArrayBuffer(4 << 12));
  length = new Uint16Array(new SharedArrayBuffer(2 << 12));
  protected offset = new Float64Array(new SharedArrayBuffer(8 << 12));
  protected chunks: Int32Array[] = [];

  /** The forms that another thread has shared. */
  static of({ size, length, offset, chunks }: SharedForms): FormList {
    return Object.assign(new FormList(), { size, length, offset, chunks });
  }

  /** What another thread needs; nothing may be added after. */
  shared(): SharedForms {
    const { size, length, offset, chunks } = this;
    return { size, length, offset, chunks };
  }

  /** The keys of a form; a view, not a copy. */
  keys(form: number): Int32Array {
    const offset = this.offset[form] as number;
    const chunk = this.chunks[Math.floor(offset / chunkSize)] as Int32Array;
    const from = offset % chunkSize;
    return chunk.subarray(from, from + (this.length[form] as number));
  }

  /** How many texts some forms have. */
  textsOf(forms: readonly number[]): number {
    return forms.reduce((sum, form) => sum + (this.size[form] as number), 0);
  }
}

/** Forms as texts come. */
export class Forms extends FormList {
  count = 0;
  texts = 0;
  /** The form of each text, or -1 where a text has no tokens. */
  formOf = new Int32Array(1 << 12);
  /** Two hashes of a form: they order forms by what is in them, whatever the order of texts. */
  hash = new Int32Array(1 << 12);
  hash2 = new Int32Array(1 << 12);
  #used = chunkSize;
  #slots = new Int32Array(1 << 13).fill(-1);

  /** Takes a text in, in the order of texts. */
  add(tokens: Tokens): void {
    const form = tokens.count === 0 ? -1 : this.#formFor(tokens);
    if (this.texts === this.formOf.length) this.formOf = grown(this.formOf);
    this.formOf[this.texts++] = form;
  }

  #formFor(tokens: Tokens): number {
    const { key, count } = tokens;
    let one = count;
    let other = ~count;
    for (let at = 0; at < count; at++) {
      one = scrambled(one ^ (key[at] as number));
      other = Math.imul(other, 31) + (key[at] as number);
    }
    other = scrambled(other);
    const mask = this.#slots.length - 1;
    let slot = (one ^ Math.imul(other, 0x9e3779b1)) & mask;
    for (;;) {
      const form = this.#slots[slot] as number;
      if (form < 0) break;
      if (this.hash[form] === one && this.hash2[form] === other && this.#isSame(form, tokens)) {
        this.size[form] = (this.size[form] as number) + 1;
        return form;
      }
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.count;
    return this.#append(tokens, one, other);
  }

  #isSame(form: number, { key, count }: Tokens): boolean {
    if (this.length[form] !== count) return false;
    const keys = this.keys(form);
    for (let at = 0; at < count; at++) if (keys[at] !== key[at]) return false;
    return true;
  }

  #append({ key, count }: Tokens, one: number, other: number): number {
    const form = this.count++;
    if (form === this.size.length) {
      this.size = grown(this.size);
      this.hash = grown(this.hash);
      this.hash2 = grown(this.hash2);
      this.length = grown(this.length);
      this.offset = grown(this.offset);
    }
    if (this.#used + count > chunkSize) {
      this.chunks.push(new Int32Array(new SharedArrayBuffer(4 * chunkSize)));
      this.#used = 0;
    }
    const chunk = this.chunks.length - 1;
    (this.chunks[chunk] as Int32Array).set(key.subarray(0, count), this.#used);
    this.offset[form] = chunk * chunkSize + this.#used;
    this.#used += count;
    this.size[form] = 1;
    this.length[form] = count;
    this.hash[form] = one;
    this.hash2[form] = other;
    if (this.count * 2 > this.#slots.length) this.#rehash();
    return form;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let form = 0; form < this.count; form++) {
      let slot = ((this.hash[form] as number) ^ Math.imul(this.hash2[form] as number, 0x9e3779b1)) & mask;
      while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = form;
    }
  }
}

/** A typed array of twice the length with the same beginning, shared between threads where the given one is. */
export function grown<T extends Int32Array | Uint16Array | Float64Array>(array: T): T {
  const { buffer, byteLength } = array;
  const Buffer = buffer instanceof SharedArrayBuffer ? SharedArrayBuffer : ArrayBuffer;
  const larger = new (array.constructor as new (buffer: ArrayBufferLike) => T)(new Buffer(2 * byteLength));
  larger.set(array);
  return larger;
}

/** All bits of the outcome depend on all of the number (the finaliser of MurmurHash3, Appleby). */
export function scrambled(number: number): number {
  let mixed = number ^ (number >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
