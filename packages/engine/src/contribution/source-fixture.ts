import type { Source } from './reader.ts';

/** A file in memory for tests, given out in pieces of the size told. */
export function sourceOf(fileName: string, content: string | Uint8Array, pieceSize = 65_536): Source {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    fileName,
    bytes: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
    },
  };
}
