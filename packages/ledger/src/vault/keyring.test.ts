import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hubKeyFrom } from './hub-key.ts';
import { KeyFolder } from './keyring.ts';

const hubKey = hubKeyFrom('ab'.repeat(32));
const object = 'c'.repeat(64);
let folder: string;
let keys: KeyFolder;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-keys-'));
  keys = await KeyFolder.open(folder, hubKey);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const file = () => join(folder, 'cc', object);

test('a key comes back, from a file that is for its owner only and does not hold it', async () => {
  const key = randomBytes(32);
  await keys.keep(object, key);
  expect(await keys.find(object)).toEqual(key);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  const text = await readFile(file(), 'utf8');
  expect(text).not.toContain(key.toString('hex'));
  expect(text).not.toContain(key.toString('base64').slice(0, 20));
  expect(await readdir(join(folder, 'cc'))).toEqual([object]);
  expect(await keys.find('d'.repeat(64))).toBeUndefined();
});

test('a destroyed key is gone from the disk and never comes back', async () => {
  await keys.keep(object, randomBytes(32));
  const { ino } = await stat(file());
  await keys.destroy(object);
  await keys.destroy(object);
  expect(await keys.find(object)).toBeUndefined();
  const remains = `${file()}.destroyed`;
  // The same file on the disk, emptied: not a copy beside the old one.
  expect(await stat(remains)).toMatchObject({ ino, size: 0 });
  await expect(keys.keep(object, randomBytes(32))).rejects.toMatchObject({ code: 'erased' });
  expect(await keys.objects()).toEqual([{ object, destroyed: true }]);
  await keys.forget(object);
  expect(await keys.objects()).toEqual([]);
});

test('a key that was never there can be destroyed before it comes', async () => {
  await keys.destroy(object);
  await expect(keys.keep(object, randomBytes(32))).rejects.toMatchObject({ code: 'erased' });
});

test('opening finishes what was interrupted: half a key, half a destruction', async () => {
  await keys.keep(object, randomBytes(32));
  await writeFile(join(folder, 'cc', `${object}.0123.partial`), '{"hub');
  await rename(file(), `${file()}.destroyed`);
  const reopened = await KeyFolder.open(folder, hubKey);
  expect(await reopened.find(object)).toBeUndefined();
  expect(await readdir(join(folder, 'cc'))).toEqual([`${object}.destroyed`]);
  expect((await stat(`${file()}.destroyed`)).size).toBe(0);
});

test('a changed key, another hub key and names that are paths are refused', async () => {
  await keys.keep(object, randomBytes(32));
  const other = await KeyFolder.open(folder, hubKeyFrom('cd'.repeat(32)));
  await expect(other.find(object)).rejects.toMatchObject({ code: 'hub-key' });
  await rename(file(), join(folder, 'cc', 'cd'.padEnd(64, '0')));
  await keys.keep('cd'.padEnd(64, '1'), randomBytes(32));
  await writeFile(file(), (await readFile(join(folder, 'cd', 'cd'.padEnd(64, '1')))).toString());
  await expect(keys.find(object)).rejects.toMatchObject({ code: 'damaged' });
  for (const text of ['', '{}', 'null', '[]', '{"hubKey":1,"wrapped":"x"}']) {
    await writeFile(file(), text);
    await expect(keys.find(object)).rejects.toMatchObject({ code: 'damaged' });
  }
  await expect(keys.find('../'.repeat(20))).rejects.toThrow('Not the name');
});
