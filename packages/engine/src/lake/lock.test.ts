import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from './lake.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-lock-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.skipIf(process.getuid?.() === 0)(
  'a lock that may not be written is not taken for a busy hub',
  async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o500);
    const opening = Lake.open({ folder: join(folder, 'work'), lockFile: join(closed, 'lock.duckdb') });
    await expect(opening).rejects.toMatchObject({
      code: 'file-unreadable',
      message: expect.stringMatching(/may not read or write/),
    });
  },
);

test('a lock that cannot be a file is not taken for a busy hub', async () => {
  const lockFile = join(folder, 'lock.duckdb');
  await mkdir(lockFile);
  const opening = Lake.open({ folder: join(folder, 'work'), lockFile });
  await expect(opening).rejects.not.toMatchObject({ code: 'busy' });
});
