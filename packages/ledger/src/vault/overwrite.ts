import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

/** Overwrites what an open file holds, on the disk, then empties it. */
export async function overwrite(handle: FileHandle): Promise<void> {
  const { size } = await handle.stat();
  if (size === 0) return;
  await handle.write(randomBytes(size), 0, size, 0);
  await handle.sync();
  await handle.truncate(0);
  await handle.sync();
}
