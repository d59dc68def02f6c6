import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emptyPostgres, pgliteVersion } from './empty-postgres.ts';

test('the files belong to the PGlite that is installed', async () => {
  const entry = fileURLToPath(import.meta.resolve('@electric-sql/pglite'));
  const manifest = await readFile(entry.replace(/dist\/.*$/, 'package.json'), 'utf8');
  expect(JSON.parse(manifest).version).toBe(pgliteVersion);
});

test('the tests have them made beforehand', async () => {
  expect((await emptyPostgres())?.size).toBeGreaterThan(1_000_000);
});
