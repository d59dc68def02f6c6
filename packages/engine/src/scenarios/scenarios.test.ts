import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { runScenario } from './run-scenario.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

test.each([
  'forms-of-a-shelter',
  'house-by-the-harbour',
  'money-that-moves-on',
  'many-accounts-of-children',
  'one-man-three-scripts',
  'papers-of-one-forger',
  'round-of-four-cities',
  'shared-print-shop',
  'victims-stay-hidden',
  'voice-from-afar',
  'work-in-nine-towns',
])('%s', async (name) => {
  const work = await mkdtemp(join(tmpdir(), 'clew-scenario-'));
  const lake = await Lake.open({ folder: work, threads: 1 });
  try {
    const outcome = await runScenario(lake, { source: join(here, name), work });
    await expect(outcome).toMatchFileSnapshot(join(here, name, 'golden', 'outcome.md'));
  } finally {
    lake.close();
    await rm(work, { recursive: true, force: true });
  }
});
