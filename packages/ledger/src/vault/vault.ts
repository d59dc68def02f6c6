// In: the bytes that partners hand in. Out: the same bytes, or a refusal that they are damaged.
// Invariant: an object is whole on the disk before it gets its name, and is never changed after.

import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '@clew/model/refusal.ts';
import { settleFile, writeSettled } from '../settle-folder.ts';
import { frameBytes, magic, openFrame, sealFrame, tagBytes } from './frames.ts';
import type { HubKey } from './hub-key.ts';
import { KeyFolder } from './keyring.ts';

/** Bytes that are encrypted and on the disk, but have no name yet. Call `keep` or `discard`. */
export interface Draft {
  readonly sha256: string;
  readonly bytes: number;
  /** The bytes again, from the disk. */
  read(): AsyncIterable<Uint8Array>;
  /** Gives the object its name for good, its key first. What is there under this name already stays as it is. */
  keep(object: string): Promise<void>;
  discard(): Promise<void>;
}

/** The bytes that were handed in, each file under its own key. */
export class Vault {
  readonly #folder: string;
  /** Objects that are getting their name. */
  readonly #naming = new Map<string, Promise<void>>();
  readonly keys: KeyFolder;

  private constructor(folder: string, keys: KeyFolder) {
    this.#folder = folder;
    this.keys = keys;
  }

  /** Opens the vault and clears what an interrupted process left without a name. One process at a time. */
  static async open(folder: string, hubKey: HubKey): Promise<Vault> {
    const vault = new Vault(folder, await KeyFolder.open(join(folder, 'keys'), hubKey));
    await rm(vault.#drafts(), { recursive: true, force: true });
    for (const name of await readdir(folder)) {
      if (name.endsWith('.partial')) await rm(join(folder, name), { force: true });
    }
    await mkdir(vault.#drafts(), { recursive: true });
    return vault;
  }

  /** Stores bytes, encrypted, as a draft; the hash is taken in the same pass. Memory stays at two frames. */
  async draft(bytes: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<Draft> {
    const file = join(this.#drafts(), randomBytes(12).toString('hex'));
    const key = randomBytes(32);
    try {
      const written = await writeSealed(file, { key, bytes, signal });
      return {
        ...written,
        read: () => readSealed(file, key),
        keep: (object) => this.#alone(object, () => this.#name(object, { file, key })),
        discard: () => rm(file, { force: true }),
      };
    } catch (error) {
      await rm(file, { force: true });
      throw storageError(error);
    }
  }

  /** The bytes of an object, each frame checked before it is given out. Refuses ('erased') without its key. */
  async *read(object: string): AsyncGenerator<Uint8Array> {
    const key = await this.keys.find(object);
    if (key === undefined) throw new Refusal('erased', 'This was erased.', 'Its key has been destroyed.');
    yield* readSealed(this.#file(object), key);
  }

  /** Removes the bytes of an object. Its key is another matter: `keys.destroy`. */
  async remove(object: string): Promise<void> {
    const file = this.#file(object);
    await rm(file, { force: true });
    if (existsSync(dirname(file))) await settleFile(dirname(file));
  }

  /** The names of all objects, sorted. */
  async objects(): Promise<readonly string[]> {
    const names: string[] = [];
    for (const folder of await readdir(this.#folder)) {
      if (/^[0-9a-f]{2}$/.test(folder)) names.push(...(await readdir(join(this.#folder, folder))));
    }
    return names.sort();
  }

  /**
   * Ties the vault to a ledger, the first time. Refuses ('damaged') when it belongs to another: its objects would all
   * look as if nothing named them.
   */
  async belongTo(mark: string): Promise<void> {
    const file = join(this.#folder, 'ledger-mark');
    const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (known === mark) return;
    if (known !== undefined) {
      throw new Refusal(
        'damaged',
        'This vault belongs to another ledger.',
        'See CLEW_LEDGER, or put ledger and vault back from one backup.',
      );
    }
    await writeSettled(file, mark);
  }

  /** Nobody opens bytes under another key than theirs: a pair of key and bytes is never replaced, only completed. */
  async #name(object: string, draft: { readonly file: string; readonly key: Buffer }): Promise<void> {
    const target = this.#file(object);
    if (existsSync(target) && (await this.keys.find(object)) !== undefined) return;
    await this.keys.keep(object, draft.key);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(draft.file, target);
    await settleFile(dirname(target));
    await settleFile(this.#folder);
  }

  async #alone(object: string, work: () => Promise<void>): Promise<void> {
    const before = this.#naming.get(object) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(work);
    this.#naming.set(object, mine);
    try {
      await mine;
    } finally {
      if (this.#naming.get(object) === mine) this.#naming.delete(object);
    }
  }

  #file(object: string): string {
    if (!/^[0-9a-f]{64}$/.test(object)) throw new Error('Not the name of an object');
    return join(this.#folder, object.slice(0, 2), object);
  }

  #drafts(): string {
    return join(this.#folder, 'drafts');
  }
}

interface Writing {
  readonly key: Buffer;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal | undefined;
}

async function writeSealed(file: string, writing: Writing): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  const frame = Buffer.allocUnsafe(frameBytes);
  let filled = 0;
  let number = 0;
  let total = 0;
  const handle = await open(file, 'wx', 0o600);
  const seal = async (last: boolean) => {
    await writeAll(handle, sealFrame(writing.key, { number: number++, last }, frame.subarray(0, filled)));
    filled = 0;
  };
  try {
    await writeAll(handle, magic);
    for await (const chunk of writing.bytes) {
      if (writing.signal?.aborted) throw new Refusal('cancelled', 'Stopped on request.', 'Nothing was kept.');
      hash.update(chunk);
      total += chunk.length;
      let taken = 0;
      while (taken < chunk.length) {
        // A full frame is sealed only when more follows: the last one must know that it is the last.
        if (filled === frameBytes) await seal(false);
        const part = chunk.subarray(taken, taken + frameBytes - filled);
        frame.set(part, filled);
        filled += part.length;
        taken += part.length;
      }
    }
    await seal(true);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), bytes: total };
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    written += (await handle.write(bytes, written, bytes.length - written)).bytesWritten;
  }
}

async function* readSealed(file: string, key: Buffer): AsyncGenerator<Uint8Array> {
  let handle: FileHandle;
  let left: number;
  try {
    left = (await stat(file)).size;
    handle = await open(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw damaged('A stored file is missing.');
    throw error;
  }
  try {
    const head = await readExactly(handle, magic.length);
    if (head === undefined || !head.equals(magic))
      throw damaged('A stored file does not begin as it should.');
    left -= magic.length;
    for (let number = 0; ; number++) {
      const size = Math.min(left, frameBytes + tagBytes);
      left -= size;
      const sealed = await readExactly(handle, size);
      const plain = sealed && openFrame(key, { number, last: left === 0 }, sealed);
      if (plain === undefined) throw damaged('A stored file was changed or cut off.');
      if (plain.length > 0) yield plain;
      if (left === 0) return;
    }
  } finally {
    await handle.close();
  }
}

async function readExactly(handle: FileHandle, size: number): Promise<Buffer | undefined> {
  const buffer = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await handle.read(buffer, filled, size - filled, null);
    if (bytesRead === 0) return undefined;
    filled += bytesRead;
  }
  return buffer;
}

function damaged(what: string): Refusal {
  return new Refusal(
    'damaged',
    what,
    'Put the folder `vault` back from the backup, then run the command again.',
  );
}

function storageError(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Refusal(
      'disk-full',
      'The disk is full.',
      'Free some space, then run the command again. Nothing was kept.',
    );
  }
  return error;
}
