/** The same bytes in blocks of exactly `size`, but for the last: what follows is the same however they come. */
export async function* byteBlocks(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let block = Buffer.allocUnsafe(size);
  let length = 0;
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length; ) {
      const taken = Math.min(size - length, piece.length - at);
      block.set(piece.subarray(at, at + taken), length);
      length += taken;
      at += taken;
      if (length < size) continue;
      yield block;
      block = Buffer.allocUnsafe(size);
      length = 0;
    }
  }
  if (length > 0) yield block.subarray(0, length);
}

/** The first bytes of a file, at most `size`. */
export async function headOf(bytes: AsyncIterable<Uint8Array>, size: number): Promise<Buffer> {
  for await (const block of byteBlocks(bytes, size)) return block;
  return Buffer.alloc(0);
}
