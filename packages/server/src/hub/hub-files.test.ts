import { chmod, lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clew } from '../cli/clew-process.ts';

let root: string;
let mask: number;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'clew-files-'));
  // What most systems have, and the worst that an administrator of one can have set.
  mask = process.umask(0);
});

afterAll(async () => {
  process.umask(mask);
  await rm(root, { recursive: true, force: true });
});

const file = 'Name,Mobile,Role\nIvan Petrov,+49 151 23456789,suspect\nMaria Silva,+351 912 345 678,suspect\n';

/** Every folder and file under a folder that group or others have any right to. */
async function openToOthers(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const path of [
    folder,
    ...(await readdir(folder, { recursive: true })).map((each) => join(folder, each)),
  ]) {
    if (((await lstat(path)).mode & 0o077) !== 0) found.push(path.slice(root.length));
  }
  return found;
}

test.skipIf(process.platform === 'win32')(
  'no file of a hub, and none that it writes elsewhere, is open to group or others',
  async () => {
    await writeFile(join(root, 'people.csv'), file);
    await writeFile(join(root, 'terms.yaml'), 'category: suspect\n');
    // The folder may be there already, and open.
    await mkdir(join(root, 'clew-hub'));
    await chmod(join(root, 'clew-hub'), 0o777);
    const run = async (...args: string[]) =>
      expect(await clew({ cwd: root }, ...args)).toMatchObject({ code: 0 });
    await run('init', 'clew-hub');
    expect(await openToOthers(join(root, 'clew-hub'))).toEqual([]);
    await run('contribute', 'people.csv', '--terms', 'terms.yaml', '--partner', 'police', '--country', 'DE');
    await run('run');
    await run('audit', 'checkpoint', '--out', 'checkpoint.json');
    expect(await openToOthers(join(root, 'clew-hub'))).toEqual([]);
    expect((await lstat(join(root, 'checkpoint.json'))).mode & 0o077).toBe(0);
  },
  120_000,
);
