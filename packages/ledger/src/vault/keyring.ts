// In: the data key of each vault object. Out: the same key, until it is destroyed.
// Invariant: a key is whole on the disk before anything names it; a destroyed key never comes back.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '@clew/model/refusal.ts';
import { settleFile } from '../settle-folder.ts';
import { unwrapKey, type WrappedKey, wrapKey } from './data-key.ts';
import type { HubKey } from './hub-key.ts';

/** The data keys of the vault's objects, by the name of the object (64 hex digits). */
export interface Keyring {
  /** The key, or undefined when there is none (any more). */
  find(object: string): Promise<Buffer | undefined>;
  /** Keeps a key; it is on the disk when this returns. Refuses ('erased') an object whose key was destroyed. */
  keep(object: string, key: Buffer): Promise<void>;
  /** Destroys a key for good. May be called again. */
  destroy(object: string): Promise<void>;
}

const destroyedSuffix = '.destroyed';

/**
 * A folder with one file per key, wrapped under the hub key: no key is in the database, whose old pages and backups
 * nobody can vouch for. Of a destroyed key an empty file remains, so that the object's name is never used again.
 */
export class KeyFolder implements Keyring {
  readonly #folder: string;
  readonly #hubKey: HubKey;

  private constructor(folder: string, hubKey: HubKey) {
    this.#folder = folder;
    this.#hubKey = hubKey;
  }

  /** Opens the folder and finishes what an interrupted process began to destroy. One process at a time. */
  static async open(folder: string, hubKey: HubKey): Promise<KeyFolder> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const keys = new KeyFolder(folder, hubKey);
    for (const file of await keys.#files()) {
      if (file.endsWith('.partial')) await rm(file, { force: true });
      if (file.endsWith(destroyedSuffix)) await shred(file);
    }
    return keys;
  }

  async find(object: string): Promise<Buffer | undefined> {
    let text: string;
    try {
      // A list of contributions asks for every key: the four turns of an asynchronous read cost more than these bytes.
      text = readFileSync(this.#file(object), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    return unwrapKey(wrappedFrom(text), object, this.#hubKey);
  }

  async keep(object: string, key: Buffer): Promise<void> {
    const file = this.#file(object);
    if (existsSync(`${file}${destroyedSuffix}`)) {
      throw new Refusal(
        'erased',
        'This file was handed in before and has been erased.',
        'What was erased is not taken in again as it was.',
      );
    }
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const partial = `${file}.${randomBytes(6).toString('hex')}.partial`;
    const handle = await open(partial, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify(wrapKey(key, object, this.#hubKey)));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
    await settleFile(dirname(file));
    await settleFile(this.#folder);
  }

  async destroy(object: string): Promise<void> {
    const file = this.#file(object);
    const gone = `${file}${destroyedSuffix}`;
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    try {
      // The name goes first: whatever stops us now, nobody finds half a key, and `open` goes on from here.
      await rename(file, gone);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      await (await open(gone, 'a', 0o600)).close();
    }
    await settleFile(dirname(file));
    await shred(gone);
  }

  /** Removes a key that nothing names, leaving no trace. */
  async forget(object: string): Promise<void> {
    await this.destroy(object);
    await rm(`${this.#file(object)}${destroyedSuffix}`, { force: true });
    await settleFile(dirname(this.#file(object)));
  }

  /** The names of all objects that have a key or had one, sorted. */
  async objects(): Promise<readonly { readonly object: string; readonly destroyed: boolean }[]> {
    const names = (await this.#files()).map((file) => file.slice(dirname(file).length + 1)).sort();
    return names.map((name) => ({ object: name.slice(0, 64), destroyed: name.endsWith(destroyedSuffix) }));
  }

  async #files(): Promise<string[]> {
    const files: string[] = [];
    for (const part of await readdir(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(part)) continue;
      const folder = join(this.#folder, part);
      for (const name of await readdir(folder)) {
        if (/^[0-9a-f]{64}(\.|$)/.test(name)) files.push(join(folder, name));
      }
    }
    return files;
  }

  #file(object: string): string {
    if (!/^[0-9a-f]{64}$/.test(object)) throw new Error('Not the name of an object');
    return join(this.#folder, object.slice(0, 2), object);
  }
}

function wrappedFrom(text: string): WrappedKey {
  try {
    const { hubKey, wrapped } = JSON.parse(text) as Record<string, unknown>;
    if (typeof hubKey === 'string' && typeof wrapped === 'string') return { hubKey, wrapped };
  } catch {
    // Said below.
  }
  throw new Refusal(
    'damaged',
    'A stored key was changed.',
    'Put the folder `vault` back from the backup, then run the command again.',
  );
}

/** Overwrites what a file holds, on the disk, then empties it. */
async function shred(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    if (size === 0) return;
    await handle.write(randomBytes(size), 0, size, 0);
    await handle.sync();
    await handle.truncate(0);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
