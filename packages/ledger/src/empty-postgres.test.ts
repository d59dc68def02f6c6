import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emptyPostgres, pgliteVersion, unpackEmptyPostgres } from './empty-postgres.ts';

test('the files belong to the PGlite that is installed', async () => {
  const entry = fileURLToPath(import.meta.resolve('@electric-sql/pglite'));
  const manifest = await readFile(entry.replace(/dist\/.*$/, 'package.json'), 'utf8');
  expect(JSON.parse(manifest).version).toBe(pgliteVersion);
});

test('the tests have them made beforehand', async () => {
  expect((await emptyPostgres())?.size).toBeGreaterThan(1_000_000);
});

test('unpacked they are the files of a PostgreSQL of that version, with all their bytes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clew-unpacked-'));
  expect(await unpackEmptyPostgres(folder)).toBe(true);
  expect(await readFile(join(folder, 'PG_VERSION'), 'utf8')).toMatch(/^\d+\n$/);
  expect((await stat(join(folder, 'global/pg_control'))).size).toBe(8192);
  const [segment] = await readdir(join(folder, 'pg_wal'));
  expect((await stat(join(folder, 'pg_wal', segment ?? ''))).size).toBe(16 * 1024 * 1024);
  await rm(folder, { recursive: true });
});
