import type { FileHandle } from 'node:fs/promises';
import { crc32, createDeflateRaw, type DeflateRaw, deflateRawSync } from 'node:zlib';
import { append, opened } from './output-file.ts';
import type { Cell, RowFile } from './rows.ts';

/** Rows of a sheet after its header (Office Open XML allows 1,048,576 in all). */
const sheetRows = 1_048_575;

/**
 * Rows as Excel workbooks (ECMA-376), one sheet each, streamed; a further workbook is begun when a sheet is full.
 * A number is written as a date cell. `name` has a `*` where the number of the workbook goes.
 */
export async function openWorkbook(
  folder: string,
  name: string,
  shape: { readonly sheet: string; readonly columns: readonly string[] },
): Promise<RowFile> {
  const files: string[] = [];
  const fileName = (at: number) => name.replace('*', String(at).padStart(3, '0'));
  let row = 0;
  let part = 1;
  // Rows wait by workbook, so that one that was filled between two flushes is finished before the next begins.
  let waiting: { part: number; text: string[] }[] = [];
  let current: Workbook | undefined;
  let currentPart = 0;
  const begin = async (next: number) => {
    await current?.close();
    current = await Workbook.create(`${folder}/${fileName(next)}`, shape.sheet);
    currentPart = next;
    await current.write(rowText(shape.columns, 1));
  };
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    for (const { part: target, text } of batch) {
      if (target !== currentPart) await begin(target);
      await current?.write(text.join(''));
    }
  };
  if (shape.columns.length > 26) throw new Error('Columns after Z are not written');
  files.push(fileName(1));
  return {
    files,
    row(cells) {
      if (row === sheetRows) {
        row = 0;
        part++;
        files.push(fileName(part));
      }
      row++;
      let last = waiting[waiting.length - 1];
      if (last?.part !== part) {
        last = { part, text: [] };
        waiting.push(last);
      }
      last.text.push(rowText(cells, row + 1));
      return { file: fileName(part), row };
    },
    count: () => (part - 1) * sheetRows + row,
    flush,
    async close() {
      await flush();
      if (current === undefined) await begin(1);
      await current?.close();
    },
  };
}

/** A row element; empty cells are left out, as spreadsheet programs do. `number` counts from 1. */
function rowText(cells: readonly Cell[], number: number): string {
  let text = `<row r="${number}">`;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? '';
    if (cell === '') continue;
    const place = String.fromCharCode(65 + at) + number;
    if (typeof cell === 'number') text += `<c r="${place}" s="1"><v>${cell}</v></c>`;
    else text += `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  }
  return `${text}</row>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

interface Entry {
  readonly name: string;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly plain: number;
}

/** One .xlsx that is being written: a ZIP archive whose sheet is deflated as it comes (APPNOTE 6.3, bit 3). */
class Workbook {
  readonly #handle: FileHandle;
  readonly #entries: Entry[] = [];
  #offset = 0;
  #deflate: DeflateRaw | undefined;
  #packed: Buffer[] = [];
  #packedLength = 0;
  #plainLength = 0;
  #crc = 0;
  #sheetOffset = 0;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async create(path: string, sheet: string): Promise<Workbook> {
    const book = new Workbook(await opened(path));
    for (const [name, text] of partsOf(sheet)) await book.#addWhole(name, text);
    book.#sheetOffset = book.#offset;
    await book.#append(localHeader(sheetName, { flags: 0x0808, crc: 0, packed: 0, plain: 0 }));
    const deflate = createDeflateRaw({ level: 1 });
    deflate.on('data', (piece: Buffer) => book.#packed.push(piece));
    book.#deflate = deflate;
    await book.write(`${head}<worksheet xmlns="${main}"><sheetData>`);
    return book;
  }

  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text, 'utf8');
    this.#crc = crc32(bytes, this.#crc);
    this.#plainLength += bytes.length;
    const deflate = this.#deflate as DeflateRaw;
    await new Promise<void>((resolve, reject) => {
      deflate.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
    await this.#drain();
  }

  async close(): Promise<void> {
    await this.write('</sheetData></worksheet>');
    const deflate = this.#deflate as DeflateRaw;
    await new Promise<void>((resolve, reject) => {
      deflate.once('end', resolve).once('error', reject);
      deflate.end();
    });
    await this.#drain();
    const sizes = { crc: this.#crc, packed: this.#packedLength, plain: this.#plainLength };
    const descriptor = Buffer.alloc(16);
    [0x08074b50, sizes.crc, sizes.packed, sizes.plain].forEach((value, at) => {
      descriptor.writeUInt32LE(value, at * 4);
    });
    await this.#append(descriptor);
    this.#entries.push({ name: sheetName, offset: this.#sheetOffset, ...sizes });
    await this.#finish();
  }

  async #drain(): Promise<void> {
    const pieces = this.#packed;
    this.#packed = [];
    for (const piece of pieces) {
      this.#packedLength += piece.length;
      await this.#append(piece);
    }
  }

  async #addWhole(name: string, text: string): Promise<void> {
    const bytes = Buffer.from(text, 'utf8');
    const packed = deflateRawSync(bytes);
    const sizes = { crc: crc32(bytes), packed: packed.length, plain: bytes.length };
    this.#entries.push({ name, offset: this.#offset, ...sizes });
    await this.#append(localHeader(name, { flags: 0x0800, ...sizes }));
    await this.#append(packed);
  }

  async #finish(): Promise<void> {
    const begin = this.#offset;
    for (const entry of this.#entries) await this.#append(centralHeader(entry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(this.#offset - begin, 12);
    end.writeUInt32LE(begin, 16);
    await this.#append(end);
    await this.#handle.close();
  }

  async #append(bytes: Buffer): Promise<void> {
    await append(this.#handle, bytes);
    this.#offset += bytes.length;
  }
}

const dosDate = ((2026 - 1980) << 9) | (1 << 5) | 1;

function localHeader(
  name: string,
  entry: { readonly flags: number; readonly crc: number; readonly packed: number; readonly plain: number },
): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(entry.flags, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt32LE(entry.crc, 14);
  header.writeUInt32LE(entry.packed, 18);
  header.writeUInt32LE(entry.plain, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name)]);
}

function centralHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(entry.name === sheetName ? 0x0808 : 0x0800, 8);
  header.writeUInt16LE(8, 10);
  header.writeUInt16LE(dosDate, 14);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(entry.packed, 20);
  header.writeUInt32LE(entry.plain, 24);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, Buffer.from(entry.name)]);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const sheetName = 'xl/worksheets/sheet1.xml';

function partsOf(sheet: string): readonly (readonly [string, string])[] {
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/${sheetName}" ContentType="${types}.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
  ];
}
