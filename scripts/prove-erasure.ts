// Erases marked contributions from a new hub and looks for the markers in every file, table and sealed text of it.
// One line; ends with 1 when anything is found, or when a marker could not be found before.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proveErasure } from '../packages/server/src/prove/erasure/prove-erasure.ts';

const folder = await mkdtemp(join(tmpdir(), 'clew-prove-erasure-'));
try {
  const { markers, files, before, missed, left } = await proveErasure(folder, { report: true });
  for (const each of missed) console.error(`Not found before the erasure: ${each}`);
  for (const { planted, where } of left) console.error(`Left after the erasure: ${planted}, in ${where}`);
  const failed = missed.length > 0 || left.length > 0;
  console.log(
    `erasure: ${markers} markers stood in ${before} places before, ${left.length} stand anywhere after, in ${files} files, the ledger and the vault: ${failed ? 'FAILED' : 'proved'}`,
  );
  process.exitCode = failed ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}
