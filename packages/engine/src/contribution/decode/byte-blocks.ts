/** The same bytes in blocks of at least `size`, but for the last, so that what follows works on few large pieces. */
export async function* byteBlocks(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let pending: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    pending.push(piece);
    length += piece.length;
    if (length < size) continue;
    yield Buffer.concat(pending, length);
    pending = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(pending, length);
}

/** The first bytes of a file, at most `size`. */
export async function headOf(bytes: AsyncIterable<Uint8Array>, size: number): Promise<Buffer> {
  for await (const block of byteBlocks(bytes, size)) return block.subarray(0, size);
  return Buffer.alloc(0);
}
