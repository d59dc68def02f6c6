import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Takes all rights from group and others, on a folder and everything in it. PGlite makes files with modes of its
 * own (0666, 0644), whatever the process asks for. Symbolic links are left alone: what they point at is elsewhere.
 */
export async function closeToOthers(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await closeToOthers(path);
    else if (entry.isFile()) await chmod(path, 0o600);
  }
}
