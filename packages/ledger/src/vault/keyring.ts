// In: the data key of each vault object. Out: the same key, until it is destroyed.
// Invariant: a key is whole on the disk before anything names it; a destroyed key never comes back.

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '@clew/model/refusal.ts';
import { settleFile, writeSettled } from '../settle-folder.ts';
import { unwrapKey, type WrappedKey, wrapKey } from './data-key.ts';
import type { HubKey } from './hub-key.ts';
import { overwrite } from './overwrite.ts';

/** The data keys of the vault's objects, by the name of the object (64 hex digits). */
export interface Keyring {
  /** The key, or undefined when there is none (any more). */
  find(object: string): Promise<Buffer | undefined>;
  /** Keeps a key; it is on the disk when this returns. Refuses ('erased') an object whose key was destroyed. */
  keep(object: string, key: Buffer): Promise<void>;
  /** Destroys a key for good. May be called again. */
  destroy(object: string): Promise<void>;
}

export interface WrapOptions {
  /** Called with how many keys have been looked at, and of how many. Stops when it throws. */
  readonly beforeEach?: ((done: number, total: number) => void) | undefined;
}

/** How many keys were wrapped anew, and how many could not be read before and stay so. */
export interface Wrapped {
  readonly wrapped: number;
  readonly unreadable: number;
}

const destroyedSuffix = '.destroyed';

/**
 * A folder with one file per key, wrapped under the hub key: no key is in the database, whose old pages and backups
 * nobody can vouch for. Of a destroyed key an empty file remains, so that the object's name is never used again.
 */
export class KeyFolder implements Keyring {
  readonly #folder: string;
  #hubKey: HubKey;

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
    await writeSettled(file, JSON.stringify(wrapKey(key, object, this.#hubKey)));
    await settleFile(this.#folder);
  }

  /**
   * Wraps every key under another hub key, which is the folder's from then on. Whatever stops it, each key is whole
   * under one of the two, and calling it again goes on. What a key was wrapped as before is overwritten.
   */
  async wrapAnew(next: HubKey, options: WrapOptions = {}): Promise<Wrapped> {
    const files = (await this.#files()).filter((file) => /[0-9a-f]{64}$/.test(file)).sort();
    const count = { wrapped: 0, unreadable: 0 };
    for (const [index, file] of files.entries()) {
      options.beforeEach?.(index, files.length);
      const outcome = await this.#wrapOne(file, next);
      if (outcome !== 'done-before') count[outcome] += 1;
    }
    this.#hubKey = next;
    return count;
  }

  async #wrapOne(file: string, next: HubKey): Promise<keyof Wrapped | 'done-before'> {
    const object = file.slice(-64);
    // What has lost its name is still there for whoever has it open: so the old wrapping can be overwritten last.
    const before = await open(file, 'r+');
    try {
      const given = wrappedFrom(await before.readFile('utf8'));
      if (given.hubKey === next.id) return 'done-before';
      const key = unwrapKey(given, object, this.#hubKey);
      await writeSettled(file, JSON.stringify(wrapKey(key, object, next)));
      await overwrite(before);
      return 'wrapped';
    } catch (error) {
      // It could not be read before, and stays as it is.
      if (error instanceof Refusal) return 'unreadable';
      throw error;
    } finally {
      await before.close();
    }
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

/** Overwrites a file, which stays, empty. */
async function shred(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await overwrite(handle);
  } finally {
    await handle.close();
  }
}
