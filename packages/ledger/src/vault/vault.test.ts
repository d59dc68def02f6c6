import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { frameBytes, magic, tagBytes } from './frames.ts';
import { createHubKey, hubKeyFrom, readHubKey } from './hub-key.ts';
import { Vault } from './vault.ts';

const hubKey = hubKeyFrom('ab'.repeat(32));
const name = 'c'.repeat(64);
const sealedFrame = frameBytes + tagBytes;
let folder: string;
let vault: Vault;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-vault-'));
  vault = await Vault.open(folder, hubKey);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

async function store(bytes: Uint8Array, chunk = 70_001): Promise<void> {
  await vault.remove(name);
  const draft = await vault.draft(inChunks(bytes, chunk));
  await draft.keep(name);
  await draft.discard();
}

const file = () => join(folder, 'cc', name);
const read = async () => collect(vault.read(name));
const isDamaged = { code: 'damaged' };

test.each([0, 1, frameBytes - 1, frameBytes, frameBytes + 1, 2 * frameBytes, 2 * frameBytes + 77])(
  '%i bytes come back as they were',
  async (size) => {
    const bytes = randomBytes(size);
    await store(bytes);
    expect((await read()).equals(bytes)).toBe(true);
    expect(await readdir(join(folder, 'drafts'))).toEqual([]);
  },
);

test('any bytes in any chunks come back, and no bit can be changed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.integer({ min: 1, max: 50 }),
      fc.nat(),
      async (bytes, chunk, at) => {
        await store(bytes, chunk);
        expect(await read()).toEqual(Buffer.from(bytes));
        const sealed = await readFile(file());
        const bit = at % (sealed.length * 8);
        sealed[bit >> 3] = (sealed[bit >> 3] as number) ^ (1 << (bit & 7));
        await writeFile(file(), sealed);
        await expect(read()).rejects.toMatchObject(isDamaged);
      },
    ),
    { numRuns: 60, seed: 1 },
  );
});

test('nothing of the content is on the disk', async () => {
  const marker = Buffer.from('MARKER-OF-A-PERSON');
  await store(marker);
  expect((await readFile(file())).includes(marker)).toBe(false);
});

test.each([
  ['cut off inside a frame', (sealed: Buffer) => sealed.subarray(0, sealed.length - 3)],
  ['cut off between two frames', (sealed: Buffer) => sealed.subarray(0, magic.length + sealedFrame)],
  ['cut down to the head', (sealed: Buffer) => sealed.subarray(0, magic.length)],
  ['emptied', () => Buffer.alloc(0)],
  ['made longer', (sealed: Buffer) => Buffer.concat([sealed, Buffer.from('x')])],
  [
    'its first two frames swapped',
    (sealed: Buffer) =>
      Buffer.concat([
        magic,
        sealed.subarray(magic.length + sealedFrame, magic.length + 2 * sealedFrame),
        sealed.subarray(magic.length, magic.length + sealedFrame),
        sealed.subarray(magic.length + 2 * sealedFrame),
      ]),
  ],
  [
    'a frame repeated',
    (sealed: Buffer) =>
      Buffer.concat([sealed.subarray(0, magic.length + sealedFrame), sealed.subarray(magic.length)]),
  ],
])('a file %s is refused as damaged', async (_how, change) => {
  await store(randomBytes(2 * frameBytes + 500));
  await writeFile(file(), change(await readFile(file())));
  await expect(read()).rejects.toMatchObject(isDamaged);
});

test('a missing file and a destroyed key are refused', async () => {
  await store(Buffer.from('content'));
  await vault.remove(name);
  await expect(read()).rejects.toMatchObject(isDamaged);
  await store(Buffer.from('content'));
  await vault.keys.destroy(name);
  await expect(read()).rejects.toMatchObject({ code: 'erased' });
});

test('the same file handed in several times at once is kept once, under one key', async () => {
  const bytes = randomBytes(1000);
  const drafts = await Promise.all(Array.from({ length: 8 }, () => vault.draft(inChunks(bytes, 77))));
  await Promise.all(drafts.map((draft) => draft.keep(name)));
  await Promise.all(drafts.map((draft) => draft.discard()));
  expect((await read()).equals(bytes)).toBe(true);
  expect(await readdir(join(folder, 'drafts'))).toEqual([]);
});

test('a key without its bytes is completed, and what was erased is not taken in again', async () => {
  await vault.keys.keep(name, randomBytes(32));
  await store(Buffer.from('content'));
  expect((await read()).toString()).toBe('content');
  await vault.keys.destroy(name);
  await expect(store(Buffer.from('content'))).rejects.toMatchObject({ code: 'erased' });
  expect(await vault.objects()).toEqual([]);
});

test('a source that fails or is stopped leaves nothing', async () => {
  async function* failing() {
    yield randomBytes(10);
    throw new Error('the source failed');
  }
  await expect(vault.draft(failing())).rejects.toThrow('the source failed');
  const stop = AbortSignal.abort();
  await expect(vault.draft(inChunks(randomBytes(9), 3), stop)).rejects.toMatchObject({ code: 'cancelled' });
  expect(await readdir(join(folder, 'drafts'))).toEqual([]);
  expect(await vault.objects()).toEqual([]);
});

test('the key file is for its owner only', async () => {
  const path = join(folder, 'hub.key');
  await expect(readHubKey(path)).rejects.toMatchObject({ code: 'hub-key' });
  const made = await createHubKey(path);
  expect(await readHubKey(path)).toEqual(made);
  await expect(createHubKey(path)).rejects.toThrow('EEXIST');
  await chmod(path, 0o644);
  await expect(readHubKey(path)).rejects.toMatchObject({ code: 'hub-key' });
  expect(() => hubKeyFrom('short')).toThrow('64 hex digits');
});
