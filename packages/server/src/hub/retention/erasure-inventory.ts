import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { RemovedFolder } from '@clew/ledger/erasures.ts';
import { snapshots } from '@clew/ledger/snapshots.ts';
import type { Hub } from '../hub.ts';

/** What of the lake was made from contributions. */
export interface MadeFrom {
  /** Folders, relative to the hub, sorted. */
  readonly folders: readonly string[];
  /** Ids of the snapshots that are not made from them: their readers can go on. */
  readonly untouched: ReadonlySet<string>;
}

/**
 * The folders of the lake that contributions went into. A snapshot that the ledger does not know of and that nobody
 * computes now was left by a process that stopped: nobody knows what it holds, so it counts.
 */
export async function madeFrom(hub: Hub, contributions: ReadonlySet<string>): Promise<MadeFrom> {
  const { layout } = hub;
  const known = new Map((await snapshots(hub.ledger)).map((each) => [each.id, each]));
  const names = await namesIn(layout.snapshots);
  const isTouched = (name: string) => {
    const snapshot = known.get(name);
    if (snapshot === undefined) return !hub.views.underway().has(name);
    return snapshot.parts.contributions.some(({ id }) => contributions.has(id));
  };
  const touched = names.filter(isTouched);
  const own = (await namesIn(layout.contributions)).filter((name) => contributions.has(name.slice(0, 16)));
  const folders = [
    ...own.map((name) => join(layout.contributions, name)),
    ...touched.map((name) => join(layout.snapshots, name)),
  ].map((path) => relative(layout.folder, path));
  return { folders: folders.sort(), untouched: new Set(names.filter((name) => !touched.includes(name))) };
}

/** Name, size and hash of a folder as it is. */
export async function folderHash(hub: Hub, folder: string): Promise<RemovedFolder> {
  const root = join(hub.layout.folder, folder);
  const hash = createHash('sha256');
  let bytes = 0;
  const files = await filesUnder(root);
  for (const file of files) {
    bytes += (await stat(file)).size;
    hash.update(`${relative(root, file)}\n${await fileHash(file)}\n`);
  }
  return { folder, files: files.length, bytes, sha256: hash.digest('hex') };
}

/** Every file under a folder, sorted. */
export async function filesUnder(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesUnder(path)));
    else if (entry.isFile()) found.push(path);
  }
  return found.sort();
}

async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The names in a folder; none when it is not there. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}
