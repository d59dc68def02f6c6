import iconv from 'iconv-lite';
import { detectEncoding } from './detect-encoding.ts';

/** The text of the first bytes of a file, or undefined when they are not text. Its end may be cut. */
export function textOf(head: Uint8Array): string | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 65_536));
  const { encoding, bom } = detectEncoding(bytes);
  const text = encoding === 'ascii' ? bytes.toString('latin1') : iconv.decode(bytes.subarray(bom), encoding);
  let controls = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 26) controls++;
    else if (code === 0x7f || code === 0xfffd) controls++;
  }
  return controls > text.length / 20 + 3 ? undefined : text;
}
