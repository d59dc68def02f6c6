import { randomBytes } from 'node:crypto';
import { closeSync, fsync, openSync, readdirSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const sync = promisify(fsync);

/**
 * Forces to the disk every file under a folder that changed at or after a moment (milliseconds since 1970).
 * PGlite runs with `fsync` off, so a commit is only in the operating system's cache until this has been done. Every
 * access waits for it, and turns of the loop cost more than asking for names and dates: only the disk is waited for.
 */
export async function settleFolder(folder: string, since: number): Promise<void> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await settleFolder(path, since);
    else if (entry.isFile() && statSync(path).mtimeMs >= since) await settleFile(path);
  }
}

/** Forces one file or folder to the disk. */
export async function settleFile(path: string): Promise<void> {
  const file = openSync(path, 'r');
  try {
    await sync(file);
  } finally {
    closeSync(file);
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
