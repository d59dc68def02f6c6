import { randomBytes } from 'node:crypto';
import { open, readdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Forces to the disk every file under a folder that changed at or after a moment (milliseconds since 1970).
 * PGlite runs with `fsync` off, so a commit is only in the operating system's cache until this has been done.
 */
export async function settleFolder(folder: string, since: number): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await settleFolder(path, since);
    else if (entry.isFile() && (await stat(path)).mtimeMs >= since) await settleFile(path);
  }
}

/** Forces one file or folder to the disk. */
export async function settleFile(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a file for its owner only. Whatever stops it, there is the old file or the new one, whole and on the disk. */
export async function writeSettled(file: string, text: string): Promise<void> {
  const partial = `${file}.${randomBytes(6).toString('hex')}.partial`;
  const handle = await open(partial, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, file);
  await settleFile(dirname(file));
}
