import { isAscii, isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { languages } from './languages.ts';
import { likelihood } from './letter-likelihood.ts';

export interface DetectedEncoding {
  /** A name that iconv-lite knows; `ascii` when nothing in the sample says more. */
  readonly encoding: string;
  /** Length of the byte order mark. */
  readonly bom: number;
}

const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Enough of a file to tell its code page, counted from where it is no longer ASCII. */
const pageSample = 128 * 1024;

const multiByte = new Set(['Shift_JIS', 'Big5', 'EUC-JP', 'EUC-KR', 'GB18030']);
const sameAs: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'koi8-r': 'koi8-u',
};

/** The encoding of a text from a sample of it. `isStart` is false for a sample from inside a file. */
export function detectEncoding(sample: Buffer, isStart = true): DetectedEncoding {
  const unicode = isStart ? unicodeEncoding(sample) : undefined;
  if (unicode !== undefined) return unicode;
  if (isAscii(sample)) return { encoding: 'ascii', bom: 0 };
  return { encoding: isMostlyUtf8(sample) ? 'utf-8' : codePageOf(aroundFirst(sample)), bom: 0 };
}

/** The encoding of the start of a file that has a byte order mark or the zero bytes of UTF-16, else undefined. */
export function unicodeEncoding(sample: Buffer): DetectedEncoding | undefined {
  for (const [encoding, bytes] of marks) {
    if (bytes.every((byte, index) => sample[index] === byte)) return { encoding, bom: bytes.length };
  }
  const wide = wideEncoding(sample);
  return wide === undefined ? undefined : { encoding: wide, bom: 0 };
}

/**
 * UTF-16 without a mark: separators, digits and line ends have a zero byte on one side, and nothing has one on the
 * other.
 */
function wideEncoding(sample: Buffer): string | undefined {
  const zeros = [0, 0];
  const lineEnds = [0, 0];
  const end = Math.min(sample.length, 65_536);
  for (let index = 0; index < end; index++) {
    if (sample[index] !== 0) continue;
    const side = index % 2;
    zeros[side] = (zeros[side] ?? 0) + 1;
    const other = sample[side === 0 ? index + 1 : index - 1];
    if (other === 10 || other === 13) lineEnds[side] = (lineEnds[side] ?? 0) + 1;
  }
  const isWide = (side: 0 | 1) => {
    const [own, across] = [zeros[side] ?? 0, zeros[1 - side] ?? 0];
    if (own < 2 || across >= Math.max(1, end / 400)) return false;
    return own > end / 8 || (own > end / 50 && (lineEnds[side] ?? 0) > 0);
  };
  if (isWide(1)) return 'utf-16le';
  return isWide(0) ? 'utf-16be' : undefined;
}

function aroundFirst(sample: Buffer): Buffer {
  const first = sample.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 64);
  return sample.subarray(start, start + pageSample);
}

/** True also for UTF-8 with a few damaged places, which then show as problems of their rows. */
function isMostlyUtf8(sample: Buffer): boolean {
  if (isUtf8(completeUtf8(sample))) return true;
  const text = sample.toString('utf8');
  let good = 0;
  let bad = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) bad++;
    else if (code >= 0x80) good++;
  }
  return good > 10 * bad;
}

/** Without the sequence that the end of the sample may have cut. */
function completeUtf8(sample: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, sample.length); back++) {
    const byte = sample[sample.length - back] as number;
    if (byte >= 0xc0) return sample.subarray(0, sample.length - back);
    if (byte < 0x80) break;
  }
  return sample;
}

/**
 * Every language in every code page that it is written in, judged by how usual its letters are; chardet's opinion
 * (n-grams of a smaller set of languages) is added to that.
 */
function codePageOf(sample: Buffer): string {
  const opinions = new Map<string, number>();
  for (const { name, confidence } of analyse(sample.subarray(0, 65_536))) {
    if (multiByte.has(name) && confidence >= 90 && isSound(sample, name)) return name.toLowerCase();
    const encoding = sameAs[name.toLowerCase()] ?? name.toLowerCase();
    opinions.set(encoding, Math.max(confidence / 100, opinions.get(encoding) ?? 0));
  }
  let best = 'windows-1252';
  let bestScore = Number.NEGATIVE_INFINITY;
  const texts = new Map<string, string>();
  for (const language of languages) {
    for (const encoding of language.encodings) {
      let text = texts.get(encoding);
      text ??= iconv.decode(sample, encoding);
      texts.set(encoding, text);
      const score = likelihood(text, language.letters) + 0.1 * (opinions.get(encoding) ?? 0);
      if (score <= bestScore + 1e-9) continue;
      best = encoding;
      bestScore = score;
    }
  }
  return best;
}

function isSound(sample: Buffer, encoding: string): boolean {
  const bad = iconv.decode(sample, encoding).split('\ufffd').length - 1;
  return bad <= 1 + sample.length / 10_000;
}
