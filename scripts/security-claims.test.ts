// In: what SECURITY.md and docs/security.md say. Out: nothing, or the claims that point at nothing.
// Invariant: every file that is named is there, and every test that is quoted is in its file.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-files.ts';

/** Where a path leads that is written in short. */
function pathOf(told: string): string {
  return join(root, told.replace(/^(model|ledger|engine|server|desk)\//, 'packages/$1/src/'));
}

/** Backticked text that is a path. */
const path =
  /`((?:(?:model|ledger|engine|server|desk|scripts|docs|packages)\/[\w./-]+|[A-Z]+\.md|package(?:-lock)?\.json))`/g;
const quoted = /`([\w./-]+\.test\.ts)` “([^”]+)”/g;

test.each(['SECURITY.md', 'docs/security.md'])(
  '%s names files and tests that there are',
  async (document) => {
    const text = await readFile(join(root, document), 'utf8');
    const named = [...text.matchAll(path)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((told) => !existsSync(pathOf(told)))).toEqual([]);
    const missing: string[] = [];
    for (const [, file = '', name = ''] of text.matchAll(quoted)) {
      if (!(await readFile(pathOf(file), 'utf8')).includes(name)) missing.push(`${file}: ${name}`);
    }
    expect(missing).toEqual([]);
  },
);

test('the table counts its own verdicts', async () => {
  const text = await readFile(join(root, 'docs/security.md'), 'utf8');
  const rows = [...text.matchAll(/^\| \d+\.\d+\.[\d–, .]+ \|.*\| (met|partly|not|not applicable) \|/gm)];
  const counts = ['met', 'partly', 'not', 'not applicable'].map(
    (verdict) => rows.filter((row) => row[1] === verdict).length,
  );
  const [met, partly, not, none] = counts;
  expect(text).toContain(
    `${rows.length} rows: ${met} met, ${partly} partly, ${not} not, ${none} not applicable.`,
  );
});
