// Files that nobody should hand in, and that somebody will.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { crc32, deflateRawSync, constants as zlib } from 'node:zlib';

/** Stands in every cell of the files below; no sentence may repeat it. */
export const cell = 'Zzyzxovna';

const mebibyte = 1024 * 1024;
export const gibibyte = 1024 * mebibyte;

/** A table of people with so many rows that work on it can be interrupted. */
export async function writePeople(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write('Surname,Given name,Date of birth,Phone,Category,Case number\n');
  for (let row = 1; row <= rows; row++) {
    const day = `19${50 + (row % 50)}-0${1 + (row % 9)}-1${row % 10}`;
    const phone = `+4915${String(100_000_000 + row * 37)}`;
    const line = `${cell}${row % 997},A${row % 1009},${day},${phone},suspect,K-${row % 5000}\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

/** A file of one line of `length` bytes between the start and the end given. */
export async function writeLongLine(
  path: string,
  length: number,
  around: readonly [string, string],
): Promise<void> {
  const file = createWriteStream(path);
  const piece = Buffer.from(`${cell} `.repeat(mebibyte / 10).slice(0, mebibyte));
  file.write(around[0]);
  for (let written = 0; written < length; written += piece.length) {
    if (!file.write(piece)) await once(file, 'drain');
  }
  file.end(around[1]);
  await once(file, 'close');
}

interface Part {
  readonly name: string;
  readonly packed: readonly Buffer[];
  readonly size: number;
  readonly crc: number;
}

const partOf = (name: string, text: string): Part => ({
  name,
  packed: [deflateRawSync(Buffer.from(text))],
  size: Buffer.byteLength(text),
  crc: crc32(Buffer.from(text)),
});

/**
 * A workbook whose sheet unpacks to 8 GiB. `declared` is the size that it says it has: the truth, or a lie. The same
 * 64 MiB of packed zeros stand there 128 times, so that making it takes no time.
 */
export function zipBomb(declared: number): Buffer {
  const zeros = deflateRawSync(Buffer.alloc(64 * mebibyte), { finishFlush: zlib.Z_FULL_FLUSH });
  const packed = [...Array.from({ length: 128 }, () => zeros), deflateRawSync(Buffer.alloc(0))];
  return zipOf([
    partOf(
      'xl/workbook.xml',
      '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    partOf(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    { name: 'xl/worksheets/sheet1.xml', packed, size: declared, crc: 0 },
  ]);
}

/** A ZIP archive; sizes from 4 GiB on stand in the ZIP64 field (APPNOTE 4.5.3). */
function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, size, crc } of parts) {
    const length = packed.reduce((sum, { length }) => sum + length, 0);
    const isLarge = size >= 0xffff_ffff;
    const extra = Buffer.alloc(isLarge ? 12 : 0);
    if (isLarge) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(8, 2);
      extra.writeBigUInt64LE(BigInt(size), 4);
    }
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(isLarge ? 45 : 20, 0);
    fixed.writeUInt16LE(0x800, 2);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt32LE(crc, 10);
    fixed.writeUInt32LE(length, 14);
    fixed.writeUInt32LE(isLarge ? 0xffff_ffff : size, 18);
    fixed.writeUInt16LE(name.length, 22);
    fixed.writeUInt16LE(extra.length, 24);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const local = [Buffer.from('PK\x03\x04', 'latin1'), fixed, Buffer.from(name), extra, ...packed];
    directory.push(Buffer.from('PK\x01\x02\x2d\x00', 'latin1'), fixed, tail, Buffer.from(name), extra);
    bodies.push(...local);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}
