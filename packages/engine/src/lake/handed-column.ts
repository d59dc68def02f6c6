// In: the values of one column, one after the other. Out: the same in a vector of the engine.
// Values are laid out here as the engine lays them out and copied at once: handed over one at a time each is looked at and
// allocated several times, which was an eighth of all that linking takes. Layout: `duckdb.h`, "Vector Interface".

import duckdb, { type Vector } from '@duckdb/node-bindings';
import type { ColumnType } from './table.ts';

/** A column that is being filled. Null and undefined are nothing. */
export interface HandedColumn {
  /** Throws where the value is not one of the column's type. */
  push(value: unknown): void;
  /** Puts what was pushed into a vector that has room for it, and begins anew. */
  moveTo(vector: Vector): void;
}

/** A column for as many values as the engine takes at once. */
export function handedColumn(type: ColumnType): HandedColumn {
  switch (type) {
    case 'VARCHAR':
      return new TextColumn();
    case 'VARCHAR[]':
      return new ListColumn(new TextColumn());
    case 'UBIGINT[]':
      return new ListColumn(idColumn());
    case 'DOUBLE[]':
      return new ListColumn(numberColumn());
    case 'DOUBLE':
      return numberColumn();
    case 'UBIGINT':
      return idColumn();
    case 'BIGINT':
      return new FixedColumn(
        (size) => new BigInt64Array(size),
        (value) => BigInt(value as number),
      );
    case 'INTEGER':
      return new FixedColumn((size) => new Int32Array(size), integerFrom);
    case 'BOOLEAN':
      return new FixedColumn(
        (size) => new Uint8Array(size),
        (value) => (value === true ? 1 : 0),
      );
    case 'DATE':
      return new FixedColumn(
        (size) => new Int32Array(size),
        (value) => dayFrom(value as string),
      );
  }
}

function numberColumn(): HandedColumn {
  return new FixedColumn(
    (size) => new Float64Array(size),
    (value) => value as number,
  );
}

function idColumn(): HandedColumn {
  return new FixedColumn(
    (size) => new BigUint64Array(size),
    (value) => value as bigint,
  );
}

const day = 86_400_000;

/** Days since 1970-01-01. */
function dayFrom(text: string): number {
  return Math.round(Date.parse(`${text}T00:00:00Z`) / day);
}

function integerFrom(value: unknown): number {
  if ((value as number) === ((value as number) | 0)) return value as number;
  throw new Error('A value that is no whole number of 32 bits');
}

const firstSize = 2048;

/** Which places have a value, a bit for each; nothing is told to the engine where all have. */
class Validity {
  #bits: Uint8Array<ArrayBuffer> | undefined;

  clear(place: number): void {
    const byte = place >> 3;
    this.#bits ??= new Uint8Array(firstSize >> 3).fill(255);
    if (byte >= this.#bits.length) {
      const longer = new Uint8Array(2 * byte).fill(255);
      longer.set(this.#bits);
      this.#bits = longer;
    }
    (this.#bits as Uint8Array)[byte] = (this.#bits[byte] as number) & ~(1 << (place & 7));
  }

  moveTo(vector: Vector, count: number): void {
    if (this.#bits === undefined) return;
    duckdb.vector_ensure_validity_writable(vector);
    const bytes = Math.min(this.#bits.length, (count + 7) >> 3);
    duckdb.copy_data_to_vector_validity(vector, 0, this.#bits.buffer, 0, bytes);
    this.#bits.fill(255);
  }
}

type Fixed =
  | Int32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>
  | BigUint64Array<ArrayBuffer>
  | BigInt64Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>;

/** Values of one length. */
class FixedColumn<V extends Fixed> implements HandedColumn {
  readonly #make: (size: number) => V;
  readonly #from: (value: unknown) => V[number];
  readonly #validity = new Validity();
  #values: V;
  #count = 0;

  constructor(make: (size: number) => V, from: (value: unknown) => V[number]) {
    this.#make = make;
    this.#from = from;
    this.#values = make(firstSize);
  }

  push(value: unknown): void {
    if (this.#count === this.#values.length) {
      const longer = this.#make(2 * this.#count);
      longer.set(this.#values as never);
      this.#values = longer;
    }
    if (value === null || value === undefined) this.#validity.clear(this.#count);
    else this.#values[this.#count] = this.#from(value);
    this.#count++;
  }

  moveTo(vector: Vector): void {
    const bytes = this.#count * this.#values.BYTES_PER_ELEMENT;
    if (bytes > 0) duckdb.copy_data_to_vector(vector, 0, this.#values.buffer, 0, bytes);
    this.#validity.moveTo(vector, this.#count);
    this.#count = 0;
  }
}

/** What the engine keeps of a text in its place: its length, and the text itself where it is short. */
const textBytes = 16;
const lengthBytes = 4;
const shortest = textBytes - lengthBytes;

/** Texts. Short ones of ASCII characters are written in their place; the others one by one. */
class TextColumn implements HandedColumn {
  readonly #validity = new Validity();
  #bytes = new Uint8Array(firstSize * textBytes);
  #long: string[] = [];
  #longPlaces: number[] = [];
  #count = 0;

  push(value: unknown): void {
    const from = this.#count * textBytes;
    if (from === this.#bytes.length) {
      const longer = new Uint8Array(2 * from);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    if (value === null || value === undefined) this.#validity.clear(this.#count);
    else if (!this.#write(value as string, from)) {
      this.#long.push(value as string);
      this.#longPlaces.push(this.#count);
    }
    this.#count++;
  }

  #write(text: string, from: number): boolean {
    const { length } = text;
    if (length > shortest) return false;
    const bytes = this.#bytes;
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code > 127) {
        bytes.fill(0, from, from + textBytes);
        return false;
      }
      bytes[from + lengthBytes + index] = code;
    }
    bytes[from] = length;
    return true;
  }

  moveTo(vector: Vector): void {
    const bytes = this.#count * textBytes;
    if (bytes > 0) duckdb.copy_data_to_vector(vector, 0, this.#bytes.buffer, 0, bytes);
    for (let index = 0; index < this.#long.length; index++) {
      const place = this.#longPlaces[index] as number;
      duckdb.vector_assign_string_element(vector, place, this.#long[index] as string);
    }
    this.#validity.moveTo(vector, this.#count);
    this.#bytes.fill(0, 0, bytes);
    this.#long = [];
    this.#longPlaces = [];
    this.#count = 0;
  }
}

/** Lists: where each begins and how many it has, and the values of all in one column. */
class ListColumn implements HandedColumn {
  readonly #validity = new Validity();
  readonly #values: HandedColumn;
  /** Two numbers of 64 bits for each, of which the upper halves stay zero. */
  readonly #entries = new Uint32Array(firstSize * 4);
  #total = 0;
  #count = 0;

  constructor(values: HandedColumn) {
    this.#values = values;
  }

  push(value: unknown): void {
    const list = (value ?? []) as readonly unknown[];
    if (value === null || value === undefined) this.#validity.clear(this.#count);
    this.#entries[4 * this.#count] = this.#total;
    this.#entries[4 * this.#count + 2] = list.length;
    for (let index = 0; index < list.length; index++) this.#values.push(list[index]);
    this.#total += list.length;
    this.#count++;
  }

  moveTo(vector: Vector): void {
    duckdb.list_vector_reserve(vector, this.#total);
    duckdb.list_vector_set_size(vector, this.#total);
    this.#values.moveTo(duckdb.list_vector_get_child(vector));
    duckdb.copy_data_to_vector(vector, 0, this.#entries.buffer, 0, this.#count * 16);
    this.#validity.moveTo(vector, this.#count);
    this.#total = 0;
    this.#count = 0;
  }
}
