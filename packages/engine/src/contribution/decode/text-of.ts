import iconv from 'iconv-lite';
import { detectEncoding, unicodeEncoding } from './detect-encoding.ts';

const sampleSize = 65_536;
const known = new WeakMap<Uint8Array, { readonly text: string | undefined }>();

/**
 * The text of the first bytes of a file, or undefined when they are not text. Its end may be cut. Every reader asks
 * for the same head, so the answer is kept as long as the head is.
 */
export function textOf(head: Uint8Array): string | undefined {
  let answer = known.get(head);
  if (answer === undefined) {
    answer = {
      text: decodeHead(Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, sampleSize))),
    };
    known.set(head, answer);
  }
  return answer.text;
}

function decodeHead(bytes: Buffer): string | undefined {
  const unicode = unicodeEncoding(bytes);
  // Bytes below 32 mean the same in all code pages, so that there is no need to find which one a binary file is in.
  if (unicode === undefined && hasManyControls(bytes.toString('latin1'))) return undefined;
  const { encoding, bom } = unicode ?? detectEncoding(bytes);
  const text = encoding === 'ascii' ? bytes.toString('latin1') : iconv.decode(bytes.subarray(bom), encoding);
  return hasManyControls(text) ? undefined : text;
}

function hasManyControls(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 32 ? code < 9 || (code > 13 && code !== 26) : code === 0x7f || code === 0xfffd) controls++;
  }
  return controls > text.length / 20 + 3;
}
