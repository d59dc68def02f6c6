import { randomBytes } from 'node:crypto';
import { mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
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

const hubKeyOf = (round: number) => (round < 0 ? hubKey : hubKeyFrom(`${round}0`.repeat(32)));

test('wrapped anew, stopped at any key and gone on with, every key is the same and the old hub key opens none', async () => {
  const names = ['c', 'd', 'e', 'f'].map((digit) => digit.repeat(64));
  const given = new Map(names.map((name) => [name, randomBytes(32)]));
  for (const [name, key] of given) await keys.keep(name, key);
  const gone = '1'.repeat(64);
  await keys.destroy(gone);
  for (let stop = 0; stop <= names.length; stop++) {
    const next = hubKeyOf(stop);
    const before = await KeyFolder.open(folder, hubKeyOf(stop - 1));
    const stopping = before.wrapAnew(next, {
      beforeEach: (done) => {
        if (done === stop) throw new Error('power cut');
      },
    });
    if (stop < names.length) {
      await expect(stopping).rejects.toThrow('power cut');
      // Where it was stopped before a file got its name, the next opening clears that away.
      await writeFile(join(folder, 'cc', `${object}.0123.partial`), '{"hub');
    } else await stopping;
    const between = await KeyFolder.open(folder, hubKeyOf(stop - 1));
    expect(await between.wrapAnew(next)).toEqual({ wrapped: names.length - stop, unreadable: 0 });
    const outdated = await KeyFolder.open(folder, hubKeyOf(stop - 1));
    for (const [name, key] of given) {
      expect(await between.find(name)).toEqual(key);
      await expect(outdated.find(name)).rejects.toMatchObject({ code: 'hub-key' });
    }
  }
  expect((await keys.objects()).filter(({ destroyed }) => destroyed)).toEqual([
    { object: gone, destroyed: true },
  ]);
});

test('what a key was wrapped as is overwritten where it lay; one that could not be read stays as it is', async () => {
  await keys.keep(object, randomBytes(32));
  const lay = await open(file(), 'r');
  const damaged = 'd'.repeat(64);
  await keys.keep(damaged, randomBytes(32));
  await writeFile(join(folder, 'dd', damaged), 'no key');
  expect(await keys.wrapAnew(hubKeyFrom('cd'.repeat(32)))).toEqual({ wrapped: 1, unreadable: 1 });
  expect((await lay.stat()).size).toBe(0);
  await lay.close();
  expect(await readFile(join(folder, 'dd', damaged), 'utf8')).toBe('no key');
});
