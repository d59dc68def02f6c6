import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeTogether } from './csv-writer.ts';
import { checkPlaces } from './output-places.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-places-'));
  await mkdir(join(folder, 'sub'));
  await writeFile(join(folder, 'given.csv'), 'a\n1\n');
  await symlink(join(folder, 'given.csv'), join(folder, 'link.csv'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['what is read', ['given.csv']],
  ['what is read, by another name', ['link.csv']],
  ['what is read, by a detour', ['sub/../given.csv']],
  ['one file twice', ['out.csv', 'sub/../out.csv']],
  ['a folder that is not there', ['nowhere/out.csv']],
  ['a folder', ['sub']],
])('%s is refused', async (_what, writes) => {
  const places = { reads: [join(folder, 'given.csv')], writes: writes.map((path) => `${folder}/${path}`) };
  await expect(checkPlaces(places)).rejects.toMatchObject({ code: 'input-invalid' });
});

test('files that can be written are taken, and what was there before may be replaced', async () => {
  await writeFile(join(folder, 'old.csv'), 'before');
  const writes = [join(folder, 'old.csv'), undefined, join(folder, 'sub/new.csv')];
  await expect(checkPlaces({ reads: [join(folder, 'given.csv')], writes })).resolves.toBeUndefined();
});

test('of several files none is left where one cannot be written', async () => {
  const [first, second] = [join(folder, 'first.csv'), join(folder, 'second.csv')];
  await writeFile(first, 'before');
  const lines = async function* () {
    yield 'one\n';
  };
  const broken = async function* () {
    yield 'two\n';
    throw new Error('no more');
  };
  const files = [
    { path: first, lines: lines() },
    { path: second, lines: broken() },
  ];
  await expect(writeTogether(files)).rejects.toThrow('no more');
  expect(await readFile(first, 'utf8')).toBe('before');
  expect((await readdir(folder)).filter((name) => /second|partial/.test(name))).toEqual([]);
});
