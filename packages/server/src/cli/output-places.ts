import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '@clew/model/refusal.ts';

export interface Places {
  readonly reads: readonly string[];
  /** Undefined where it was not asked for. */
  readonly writes: readonly (string | undefined)[];
}

/** Refuses, before anything is computed, to write where nothing can be, over what is read, or two files at one place. */
export async function checkPlaces({ reads, writes }: Places): Promise<void> {
  const taken = new Set(await Promise.all(reads.map((path) => realpath(path).catch(() => path))));
  for (const path of writes) {
    if (path === undefined) continue;
    const place = await placeOf(path);
    if (taken.has(place)) {
      throw new Refusal('input-invalid', `${path} is named twice.`, 'Name another file for what is written.');
    }
    taken.add(place);
  }
}

/** Where a file is or will be; refused where its folder cannot take it. */
async function placeOf(path: string): Promise<string> {
  const folder = await realpath(dirname(path)).catch(() => undefined);
  const known = await stat(path).catch(() => undefined);
  if (folder === undefined || known?.isDirectory() || !(await isWritable(folder))) {
    throw new Refusal(
      'input-invalid',
      `Nothing can be written to ${path}.`,
      'Name a file in a folder that is there and may be written to.',
    );
  }
  return known === undefined ? join(folder, basename(path)) : realpath(path);
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
