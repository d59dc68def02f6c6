import type { Mapping } from '@clew/model/mapping.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { headOf } from './decode/byte-blocks.ts';
import { textOf } from './decode/text-of.ts';
import type { Reader, Source } from './reader.ts';
import { readers } from './readers.ts';

const headSize = 256 * 1024;

/** What files that are no tables look like, and what to do with them. */
const lookAlikes: readonly (readonly [start: string, what: string, advice: string])[] = [
  ['%PDF-', 'a PDF document', 'Ask for the table behind it as CSV or XLSX.'],
  ['\x1f\x8b', 'a gzip archive', 'Unpack it and hand in the file inside.'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive', 'Unpack it and hand in the files inside.'],
  ['Rar!', 'a RAR archive', 'Unpack it and hand in the files inside.'],
  ['BZh', 'a bzip2 archive', 'Unpack it and hand in the file inside.'],
  ['\xfd7zXZ', 'an xz archive', 'Unpack it and hand in the file inside.'],
  ['(\xb5/\xfd', 'a Zstandard archive', 'Unpack it and hand in the file inside.'],
  ['SQLite format 3', 'an SQLite database', 'Export its tables as CSV.'],
  ['PAR1', 'a Parquet file', 'Export it as CSV or JSON Lines.'],
  ['{\\rtf', 'an RTF document', 'Ask for the table in it as CSV or XLSX.'],
  ['<?xml', 'an XML document', 'Export it as CSV, XLSX or JSON.'],
  ['<!doctype', 'a web page', 'Export its table as CSV or XLSX.'],
  ['<html', 'a web page', 'Export its table as CSV or XLSX.'],
  ['\x89PNG', 'an image', 'Ask for the table in it as CSV or XLSX.'],
  ['\xff\xd8\xff', 'an image', 'Ask for the table in it as CSV or XLSX.'],
  ['GIF8', 'an image', 'Ask for the table in it as CSV or XLSX.'],
  ['MZ\x90', 'a program', 'Hand in a table: CSV, XLSX or JSON.'],
  ['\x7fELF', 'a program', 'Hand in a table: CSV, XLSX or JSON.'],
];

/** The reader for a file: the one that the mapping names, else the one that is surest of it. */
export async function recognise(
  source: Source,
  mapping: Pick<Mapping, 'reader' | 'encoding'> = {},
): Promise<Reader> {
  const head = await headOf(source.open(), headSize);
  refuseUnknown(head);
  const named = readers.find((reader) => reader.id === mapping.reader);
  // Text in an encoding that cannot be recognised does not look like text; then the mapping is believed.
  if (named !== undefined && mapping.encoding !== undefined) return named;
  if (named !== undefined) return refuseUnlike(named, source, head);
  let best: Reader | undefined;
  let confidence = 0;
  for (const reader of readers) {
    const sure = reader.recognises(source.fileName, head);
    if (sure <= confidence) continue;
    best = reader;
    confidence = sure;
  }
  if (best !== undefined) return best;
  throw new Refusal(
    'file-unknown-format',
    'What is in the file is of no known format, or not of the one that its name says.',
    `Hand in one of these: ${readers.map((reader) => reader.title).join('; ')}.`,
  );
}

function refuseUnlike(reader: Reader, source: Source, head: Buffer): Reader {
  if (reader.recognises(source.fileName, head) > 0) return reader;
  throw new Refusal(
    'file-unknown-format',
    `The mapping says \`reader: ${reader.id}\` (${reader.title}), but the file does not look like that.`,
    'Leave `reader` out of the mapping, or hand in the file that the mapping was made for.',
  );
}

function refuseUnknown(head: Buffer): void {
  if (head.length === 0) {
    throw new Refusal(
      'file-empty',
      'The file is empty: it has no bytes.',
      'Export it again and look inside.',
    );
  }
  const start = head.toString('latin1', 0, 600);
  const trimmed = start
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  for (const [signature, what, advice] of lookAlikes) {
    const isLike = start.startsWith(signature) || (/^[<{]/.test(signature) && trimmed.startsWith(signature));
    if (isLike) throw new Refusal('file-unknown-format', `The file looks like ${what}, not a table.`, advice);
  }
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw refusalOfCompound(head);
  if (start.slice(257, 262) === 'ustar') {
    throw new Refusal(
      'file-unknown-format',
      'The file looks like a tar archive.',
      'Hand in the files inside.',
    );
  }
  if (textOf(head)?.trim() === '' && head.length < headSize) {
    throw new Refusal('file-empty', 'The file holds nothing but spaces.', 'Export it again and look inside.');
  }
}

/** Both old workbooks and encrypted new ones are compound files (MS-CFB); the names of their streams tell. */
function refusalOfCompound(head: Buffer): Refusal {
  const isEncrypted = head.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return isEncrypted
    ? new Refusal(
        'file-unreadable',
        'The workbook is encrypted with a password.',
        'Save it without a password, or as CSV.',
      )
    : new Refusal(
        'file-unknown-format',
        'The file looks like an old Office document (.xls, .doc).',
        'Open it and save it as .xlsx or CSV. If it is protected by a password, remove that too.',
      );
}
