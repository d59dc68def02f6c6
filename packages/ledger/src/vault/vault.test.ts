import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WrappedKey } from './data-key.ts';
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

async function store(bytes: Uint8Array, chunk = 70_001): Promise<WrappedKey> {
  return (await vault.draft(inChunks(bytes, chunk))).keep(name);
}

const file = () => join(folder, 'cc', name);
const read = async (key: WrappedKey) => collect(vault.read(name, key));
const isDamaged = { code: 'damaged' };

test.each([0, 1, frameBytes - 1, frameBytes, frameBytes + 1, 2 * frameBytes, 2 * frameBytes + 77])(
  '%i bytes come back as they were',
  async (size) => {
    const bytes = randomBytes(size);
    const key = await store(bytes);
    expect((await read(key)).equals(bytes)).toBe(true);
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
        const key = await store(bytes, chunk);
        expect(await read(key)).toEqual(Buffer.from(bytes));
        const sealed = await readFile(file());
        const bit = at % (sealed.length * 8);
        sealed[bit >> 3] = (sealed[bit >> 3] as number) ^ (1 << (bit & 7));
        await writeFile(file(), sealed);
        await expect(read(key)).rejects.toMatchObject(isDamaged);
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
  const key = await store(randomBytes(2 * frameBytes + 500));
  await writeFile(file(), change(await readFile(file())));
  await expect(read(key)).rejects.toMatchObject(isDamaged);
});

test('a missing file, a changed key and another hub key are refused', async () => {
  const key = await store(Buffer.from('content'));
  const wrapped = Buffer.from(key.wrapped, 'base64');
  wrapped[20] = (wrapped[20] as number) ^ 1;
  const changed = { ...key, wrapped: wrapped.toString('base64') };
  await expect(async () => read(changed)).rejects.toMatchObject(isDamaged);
  const other = await Vault.open(folder, hubKeyFrom('cd'.repeat(32)));
  await expect(async () => collect(other.read(name, key))).rejects.toMatchObject({ code: 'hub-key' });
  await vault.remove(name);
  await expect(read(key)).rejects.toMatchObject(isDamaged);
});

test('a key of one object does not open another', async () => {
  const key = await store(Buffer.from('one'));
  const draft = await vault.draft(inChunks(Buffer.from('two'), 1));
  await draft.keep('d'.repeat(64));
  await expect(async () => collect(vault.read('d'.repeat(64), key))).rejects.toMatchObject(isDamaged);
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
