import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes all rights from group and others, on a folder and everything in it. PGlite makes files with modes of its
 * own (0666, 0644), whatever the process asks for. Symbolic links are left alone: what they point at is elsewhere.
 * A thousand calls of some microseconds each: waiting for every one in turn would take many times as long.
 */
export function closeToOthers(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) closeToOthers(path);
    else if (entry.isFile()) chmodSync(path, 0o600);
  }
}
