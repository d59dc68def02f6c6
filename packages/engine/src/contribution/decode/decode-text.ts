import { isAscii } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import { Refusal } from '@clew/model/refusal.ts';
import iconv from 'iconv-lite';
import { byteBlocks } from './byte-blocks.ts';
import { detectEncoding } from './detect-encoding.ts';

const blockSize = 256 * 1024;

/** Text from bytes, piece by piece. Bytes that the encoding does not have become U+FFFD. */
export interface DecodedText {
  readonly pieces: AsyncGenerator<string>;
  /** The encoding as known so far: null until the first byte that is not ASCII. */
  encoding(): string | null;
}

interface Decoder {
  write(bytes: Buffer): string;
  end(): string;
}

/**
 * Decodes a file. Without an encoding it is recognised from the first block that has anything but ASCII in it, which
 * may come megabytes into the file. A byte order mark wins over everything and is left out of the text.
 */
export function decodeText(bytes: AsyncIterable<Uint8Array>, wanted?: string): DecodedText {
  if (wanted !== undefined && !iconv.encodingExists(wanted)) {
    throw new Refusal(
      'mapping-invalid',
      'The mapping names an encoding that is not known.',
      'Use a name such as utf-8, utf-16le, windows-1252 or iso-8859-2.',
    );
  }
  let encoding = wanted?.toLowerCase() ?? 'ascii';
  const decode = async function* (): AsyncGenerator<string> {
    let decoder: Decoder | undefined;
    let first = true;
    for await (const block of byteBlocks(bytes, blockSize)) {
      if (decoder === undefined) {
        const found = detectEncoding(block, first);
        if (wanted === undefined) encoding = found.encoding;
        else if (first && found.bom > 0) encoding = found.encoding;
        const isPlain = wanted === undefined && encoding === 'ascii';
        if (isPlain) yield block.toString('latin1');
        else {
          decoder = decoderOf(encoding);
          yield decoder.write(first ? block.subarray(found.bom) : block);
        }
      } else yield decoder.write(block);
      first = false;
    }
    const rest = decoder?.end() ?? '';
    if (rest !== '') yield rest;
  };
  return { pieces: decode(), encoding: () => (encoding === 'ascii' ? null : encoding) };
}

function decoderOf(encoding: string): Decoder {
  const name = encoding.replace(/[^a-z0-9]/g, '');
  if (name === 'utf8' || name === 'ascii' || name === 'usascii') return utf8Decoder();
  const decoder = iconv.getDecoder(encoding as Parameters<typeof iconv.getDecoder>[0], { stripBOM: false });
  const isWide = name.startsWith('utf16') || name.startsWith('ucs2');
  let length = 0;
  return {
    write(bytes) {
      length += bytes.length;
      return decoder.write(bytes);
    },
    // The decoder for UTF-16 drops half a character at the end without a word.
    end: () => (decoder.end() ?? '') + (isWide && length % 2 === 1 ? '\ufffd' : ''),
  };
}

function utf8Decoder(): Decoder {
  const decoder = new StringDecoder('utf8');
  let isClean = true;
  return {
    write(bytes) {
      if (isClean && isAscii(bytes)) return bytes.toString('latin1');
      const text = decoder.write(bytes);
      // An incomplete sequence at the end waits for the next block, which must then go through the decoder.
      isClean = (bytes[bytes.length - 1] ?? 0) < 0x80;
      return text;
    },
    end: () => decoder.end(),
  };
}
