import { crc32 } from 'node:zlib';
import { Refusal } from '@clew/model/refusal.ts';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Source } from '../reader.ts';

const mebibyte = 1024 * 1024;

/** What a workbook may weigh: packed, unpacked, and how much smaller packing may make it once it is large at all. */
export interface PackageLimits {
  readonly packed: number;
  readonly unpacked: number;
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly entries: number;
}

const usualLimits: PackageLimits = {
  packed: 256 * mebibyte,
  unpacked: 4096 * mebibyte,
  ratio: 200,
  ratioFrom: 16 * mebibyte,
  entries: 10_000,
};

/** The parts of a workbook (a ZIP archive, ECMA-376 part 2), unpacked one at a time as they are read. */
export interface Package {
  has(part: string): boolean;
  /** The bytes of a part, checked against its declared size and checksum; nothing when there is no such part. */
  read(part: string): AsyncGenerator<Buffer>;
}

export async function openPackage(source: Source, limits: PackageLimits = usualLimits): Promise<Package> {
  const zip = await asDamage(yauzl.fromBufferPromise(await packedBytes(source, limits)));
  if (zip.entryCount > limits.entries) throw tooLarge('has too many parts');
  const parts = await asDamage(entriesOf(zip, limits));
  return {
    has: (part) => parts.has(part.toLowerCase()),
    async *read(part) {
      const entry = parts.get(part.toLowerCase());
      if (entry !== undefined) yield* checkedBytes(zip, entry);
    },
  };
}

async function packedBytes(source: Source, limits: PackageLimits): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.open()) {
    length += piece.length;
    if (Math.max(length, source.bytes) > limits.packed) {
      throw new Refusal(
        'file-too-large',
        `The workbook is larger than ${Math.round(limits.packed / mebibyte)} MiB.`,
        'Save the sheet as CSV: that is read without a limit.',
      );
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

async function entriesOf(zip: ZipFile, limits: PackageLimits): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  let packed = 0;
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (parts.size >= limits.entries) throw tooLarge('has too many parts');
    parts.set(entry.fileName.toLowerCase(), entry);
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.unpacked) throw tooLarge('would be too large once unpacked');
    if (unpacked > limits.ratioFrom && unpacked > packed * limits.ratio) {
      throw tooLarge('unpacks to so much more than its size that no workbook can be the reason');
    }
  }
  return parts;
}

async function* checkedBytes(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) {
    throw new Refusal(
      'file-unreadable',
      'The workbook is encrypted with a password.',
      'Save it without a password, or as CSV.',
    );
  }
  const stream = await asDamage(zip.openReadStreamPromise(entry));
  const bytes: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  let sum = 0;
  try {
    for (;;) {
      const next = await asDamage(bytes.next());
      if (next.done) break;
      sum = crc32(next.value, sum);
      yield next.value;
    }
  } finally {
    await bytes.return?.();
  }
  if (sum !== entry.crc32) throw damaged();
}

/** What goes wrong in unpacking is damage to the file, not a bug. */
async function asDamage<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  }
}

function damaged(): Refusal {
  return new Refusal(
    'file-unreadable',
    'The workbook is damaged: it cannot be unpacked.',
    'Hand it in again; if it opens in a spreadsheet program, save it there as a new file.',
  );
}

function tooLarge(why: string): Refusal {
  return new Refusal('file-too-large', `The workbook ${why}.`, 'Save the sheet as CSV and hand that in.');
}
