// In: rows of a query, each under an id. Out: files in which the rows of a few ids are found without going through the
// others: `rows` (64-bit words, little-endian: the id, its numbers, and where its text is), in the order of ids; `starts`
// (32-bit), the first row of each range of ids; and `texts`. Invariant: the same rows give the same bytes; what is asked
// for costs what is found, however much is held.
// Ids are hashes, so that ranges of equal width hold about as many rows each; where they are not, it only takes longer.

import { closeSync, existsSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBDataChunk, UBIGINT, VARCHAR } from '@duckdb/node-api';
import type { Batch, Lake } from './lake.ts';
import { type Query, sql } from './sql.ts';
import { writeWhole } from './store.ts';
import type { Table } from './table.ts';

/** What a look-up holds of each row beside its id. */
export interface LookUp {
  /** Names of columns: numbers of 64 bits without a sign, never null. */
  readonly numbers: readonly string[];
  /** The name of a column of text, never null. The same few may come again and again: they are kept once. */
  readonly text?: string;
}

const wordBytes = 8;
const rowsInRange = 8;
/** Texts that are remembered, to be kept once. */
const mostRemembered = 65_536;
/** A text stands as its place, shifted by so many bits, and its length in bytes. */
const lengthBits = 24n;
const lengthMask = (1n << lengthBits) - 1n;
/** Bytes between two things that are asked for, up to which reading on is quicker than reading twice. */
const nearBytes = 16_384;
const bufferedBytes = 1 << 20;

/** Writes what a query gives (id, the numbers, the text), in any order. Whole or not at all. */
export async function writeLookUp(
  lake: Lake,
  folder: string,
  of: LookUp & { readonly select: Query },
): Promise<void> {
  const columns = columnsOf(of).map((column) => `"${column}"`);
  const { count } = await lake.row<{ count: number }>(sql`select count(*) as count from (${of.select})`);
  await writeWhole(folder, async (target) => {
    const shift = shiftOf(count);
    const ends = new Uint32Array(2 ** (64 - Number(shift)) + 1);
    const rows = new Appended(join(target, 'rows'));
    const texts = new Texts(join(target, 'texts'));
    try {
      const ordered = sql`select ${{ text: columns.join(', ') }} from (${of.select}) order by ${{ text: columns.join(', ') }}`;
      for await (const batch of lake.stream(ordered)) {
        for (let row = 0; row < batch.rowCount; row++) {
          const id = word(batch, 0, row);
          const range = Number(id >> shift) + 1;
          ends[range] = (ends[range] as number) + 1;
          rows.word(id);
          for (let column = 1; column <= of.numbers.length; column++) rows.word(word(batch, column, row));
          if (of.text !== undefined)
            rows.word(texts.place(batch.columns[of.numbers.length + 1]?.[row] as string));
        }
      }
    } finally {
      rows.close();
      texts.close();
    }
    for (let range = 1; range < ends.length; range++)
      ends[range] = (ends[range] as number) + (ends[range - 1] as number);
    await writeFile(join(target, 'starts'), ends);
  });
}

/**
 * Fills a new table with the rows of the ids that a query gives: `id` and the columns of the look-up, or, where that is asked,
 * `id` alone. Empty where there is no such folder.
 */
export async function takeFound(
  lake: Lake,
  of: LookUp & {
    readonly folder: string;
    readonly ids: Query;
    readonly into: Table;
    readonly idsAlone?: boolean | undefined;
  },
): Promise<void> {
  const names = of.idsAlone === true ? ['id'] : columnsOf(of);
  const kinds = names.map((name) => `"${name}" ${name === of.text ? 'varchar' : 'ubigint'}`);
  await lake.run(sql`create or replace table ${of.into} (${{ text: kinds.join(', ') }})`);
  if (!existsSync(of.folder)) return;
  const reader = new Reader(of);
  const appender = await lake.connection.createAppender(of.into.name, of.into.schema, 'memory');
  try {
    for (const found of reader.rows(await idsInOrder(lake, of.ids))) {
      const chunk = DuckDBDataChunk.create(
        names.map((name) => (name === of.text ? VARCHAR : UBIGINT)),
        found[0]?.length ?? 0,
      );
      chunk.setColumns(found);
      appender.appendDataChunk(chunk);
    }
  } finally {
    reader.close();
    appender.closeSync();
  }
}

/** The ids that a query gives, each once. Some thousand are in order here before the engine has made its plan for that. */
async function idsInOrder(lake: Lake, ids: Query): Promise<BigUint64Array> {
  const all: bigint[] = [];
  const given = sql`select id from (${ids}) as asked(id) where id is not null`;
  for await (const { columns } of lake.stream(given)) all.push(...(columns[0] as readonly bigint[]));
  const sorted = BigUint64Array.from(all).sort();
  return sorted.filter((id, place) => place === 0 || id !== sorted[place - 1]);
}

function columnsOf({ numbers, text }: LookUp): readonly string[] {
  return ['id', ...numbers, ...(text === undefined ? [] : [text])];
}

/** By how many bits an id is shifted to give its range: some eight rows a range, were the ids spread evenly. */
function shiftOf(rows: number): bigint {
  return BigInt(64 - Math.max(1, Math.min(28, Math.floor(Math.log2(Math.max(1, rows / rowsInRange))))));
}

function word(batch: Batch, column: number, row: number): bigint {
  return batch.columns[column]?.[row] as bigint;
}

/** A file that is written from its beginning to its end. */
class Appended {
  readonly #file: number;
  readonly #buffer = new ArrayBuffer(bufferedBytes);
  readonly #words = new BigUint64Array(this.#buffer);
  readonly #bytes = Buffer.from(this.#buffer);
  #used = 0;
  written = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  word(value: bigint): void {
    this.#words[this.#used / wordBytes] = value;
    this.#used += wordBytes;
    if (this.#used === bufferedBytes) this.#flush();
  }

  bytes(value: Buffer): void {
    if (this.#used + value.length > bufferedBytes) this.#flush();
    this.written += value.length;
    if (value.length > bufferedBytes) writeWholeBuffer(this.#file, value);
    else this.#used += value.copy(this.#bytes, this.#used);
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    writeWholeBuffer(this.#file, this.#bytes.subarray(0, this.#used));
    this.#used = 0;
  }
}

function writeWholeBuffer(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** Texts one behind the other, those that were there lately once. */
class Texts {
  readonly #file: Appended;
  readonly #known = new Map<string, bigint>();

  constructor(path: string) {
    this.#file = new Appended(path);
  }

  /** Where a text is. */
  place(text: string): bigint {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const bytes = Buffer.from(text);
    if (BigInt(bytes.length) > lengthMask) throw new Error('A text is too long for a look-up');
    const place = (BigInt(this.#file.written) << lengthBits) | BigInt(bytes.length);
    this.#file.bytes(bytes);
    if (this.#known.size < mostRemembered) this.#known.set(text, place);
    return place;
  }

  close(): void {
    this.#file.close();
  }
}

/** Rows in columns. */
type Found = (bigint | string)[][];

class Reader {
  readonly #rows: number;
  readonly #texts: number | undefined;
  readonly #starts: Uint32Array;
  /** By how many bits the upper half of an id is shifted to give its range. */
  readonly #shift: number;
  /** Words of a row, and how many of them are asked for. */
  readonly #width: number;
  readonly #asked: number;
  readonly #buffer = new ArrayBuffer(bufferedBytes);
  readonly #words = new BigUint64Array(this.#buffer);
  readonly #halves = new Uint32Array(this.#buffer);
  /** The rows that are in the buffer: from one up to another, which is not. */
  #from = 0;
  #to = 0;
  readonly #known = new Map<bigint, string>();

  constructor(of: LookUp & { readonly folder: string; readonly idsAlone?: boolean | undefined }) {
    const { folder, text, idsAlone } = of;
    const starts = readFileSync(join(folder, 'starts'));
    this.#starts = new Uint32Array(starts.buffer, starts.byteOffset, starts.length / 4);
    this.#shift = 32 - Math.log2(this.#starts.length - 1);
    this.#width = columnsOf(of).length;
    this.#asked = idsAlone === true ? 1 : this.#width;
    this.#rows = openSync(join(folder, 'rows'), 'r');
    this.#texts = text === undefined || idsAlone === true ? undefined : openSync(join(folder, 'texts'), 'r');
  }

  close(): void {
    closeSync(this.#rows);
    if (this.#texts !== undefined) closeSync(this.#texts);
  }

  /** The rows of some ids, which are in order; at most as many at a time as the engine takes. */
  *rows(ids: BigUint64Array): Generator<Found> {
    // Halves of words are compared: a whole one is an object in the heap each time that it is read.
    const asked = new Uint32Array(ids.buffer);
    let found = this.#none();
    for (let at = 0; at < ids.length; ) {
      const { to, until } = this.#stretch(asked, at);
      for (let row = 0; at < until; at++) {
        const range = this.#range(asked, at);
        const end = this.#starts[range + 1] as number;
        // What lies between two ranges that are asked for is read with them, and passed over.
        for (row = Math.max(row, this.#starts[range] as number); row < end; row++) {
          const word = this.#wordOf(row, to);
          const order = compareHalves(asked, at, this.#halves, word);
          if (order < 0) break;
          if (order > 0) continue;
          for (let column = 0; column < this.#asked; column++)
            (found[column] as bigint[]).push(this.#words[word + column] as bigint);
          if (found[0]?.length !== mostFound) continue;
          yield this.#told(found);
          found = this.#none();
        }
      }
    }
    if (found[0]?.length !== 0) yield this.#told(found);
  }

  #none(): bigint[][] {
    return Array.from({ length: this.#asked }, () => []);
  }

  /** Up to which row those of some ids are, beginning with one of them and ending where it is far to the next. */
  #stretch(asked: Uint32Array, at: number): { to: number; until: number } {
    const near = nearBytes / wordBytes / this.#width;
    let [to, until] = [this.#starts[this.#range(asked, at) + 1] as number, at + 1];
    for (; until < asked.length / 2; until++) {
      const range = this.#range(asked, until);
      if ((this.#starts[range] as number) - to > near) break;
      to = this.#starts[range + 1] as number;
    }
    return { to, until };
  }

  #range(asked: Uint32Array, at: number): number {
    return (asked[2 * at + 1] as number) >>> this.#shift;
  }

  /** Where in the buffer a row begins; where it is not there yet, it is read, with those behind it up to another row. */
  #wordOf(row: number, to: number): number {
    if (row < this.#from || row >= this.#to) {
      const rowBytes = this.#width * wordBytes;
      [this.#from, this.#to] = [row, Math.min(to, row + Math.floor(bufferedBytes / rowBytes))];
      readWhole(this.#rows, new Uint8Array(this.#buffer, 0, (this.#to - row) * rowBytes), row * rowBytes);
    }
    return (row - this.#from) * this.#width;
  }

  /** Texts in place of where they are. */
  #told(found: bigint[][]): Found {
    if (this.#texts === undefined) return found;
    const places = found.at(-1) as bigint[];
    if (this.#known.size > mostRemembered) this.#known.clear();
    const missing = BigUint64Array.from(new Set(places)).filter((place) => !this.#known.has(place));
    this.#readTexts(this.#texts, missing.sort());
    return [...found.slice(0, -1), places.map((place) => this.#known.get(place) as string)];
  }

  #readTexts(file: number, places: BigUint64Array): void {
    for (let at = 0; at < places.length; ) {
      const from = startOf(places[at] as bigint);
      let [until, to] = [at, from];
      for (; until < places.length; until++) {
        const place = places[until] as bigint;
        if (until > at && startOf(place) - to > nearBytes) break;
        to = startOf(place) + lengthOf(place);
      }
      const bytes = Buffer.allocUnsafe(to - from);
      readWhole(file, bytes, from);
      for (const place of places.slice(at, until)) {
        const start = startOf(place) - from;
        this.#known.set(place, bytes.toString('utf8', start, start + lengthOf(place)));
      }
      at = until;
    }
  }
}

/** Rows that the engine takes at a time. */
const mostFound = 2048;

/** Below 0 where an id that is asked for, in halves, comes before a word, above 0 where it comes after it, 0 where it is it. */
function compareHalves(asked: Uint32Array, at: number, halves: Uint32Array, word: number): number {
  const high = (asked[2 * at + 1] as number) - (halves[2 * word + 1] as number);
  return high === 0 ? (asked[2 * at] as number) - (halves[2 * word] as number) : high;
}

function startOf(place: bigint): number {
  return Number(place >> lengthBits);
}

function lengthOf(place: bigint): number {
  return Number(place & lengthMask);
}

function readWhole(file: number, bytes: Uint8Array, from: number): void {
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(file, bytes, done, bytes.length - done, from + done);
    if (read === 0) throw new Error('A look-up is cut off');
    done += read;
  }
}
