// What an analyst reads of a scenario: why pairs are one or are not, and what the model learnt, as golden text.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Lake } from '@clew/engine/lake/lake.ts';
import { sql } from '@clew/engine/lake/sql.ts';
import { explainPair } from '@clew/engine/resolution/explain-pair.ts';
import { readModel } from '@clew/engine/resolution/read-model.ts';
import { statedIn } from '@clew/engine/resolution/stated-in.ts';
import { runScenario } from '@clew/engine/scenarios/run-scenario.ts';
import { subjectTable } from '@clew/engine/statements/tables.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExplainedLink } from '../hub/pairs/explain-pair.ts';
import { modelLines } from './model-lines.ts';
import { paintWith } from './paint.ts';
import { whyLines } from './why-lines.ts';

const page = { paint: paintWith(false), width: Number.POSITIVE_INFINITY };
const here = fileURLToPath(new URL('.', import.meta.url));
const scenarios = fileURLToPath(new URL('../../../engine/src/scenarios/', import.meta.url));

let work: string;
let lake: Lake;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'clew-why-'));
  lake = await Lake.open({ folder: work, threads: 1 });
  await runScenario(lake, { source: join(scenarios, 'shared-print-shop'), work });
}, 60_000);

afterAll(async () => {
  lake.close();
  await rm(work, { recursive: true, force: true });
});

async function subjectIn([file, row]: readonly [string, number], type = 'person'): Promise<bigint> {
  const { subject } = await lake.row<{ subject: bigint }>(sql`
    select min(subject) as subject from ${subjectTable}
    where contribution = ${file} and "row" = ${row} and type = ${type}`);
  return subject;
}

async function why(a: bigint, b: bigint): Promise<string> {
  const found = await explainPair(lake, a, b);
  if (found === undefined) throw new Error('Not found');
  const chain: ExplainedLink['chain'][number][] = [];
  for (const pair of found.chain) {
    const [left, right] = [await statedIn(lake, pair.a), await statedIn(lake, pair.b)];
    chain.push({ ...pair, places: [left[0] ?? null, right[0] ?? null] });
  }
  return whyLines({ ...found, chain }, page).join('\n');
}

test('clew why: linked, kept apart, brought together in vain, never brought together, of two types', async () => {
  const pairs = [
    ['One holder, in two files', ['examinations.csv', 2], ['police-ro.csv', 4]],
    ['Two who share a phone and nothing else', ['police-nl.csv', 2], ['police-ro.csv', 2]],
    ['Two of one family name', ['police-ro.csv', 3], ['police-ro.csv', 4]],
    ['Two who share nothing', ['police-ro.csv', 1], ['police-at.csv', 1]],
  ] as const;
  const told: string[] = [];
  for (const [title, one, other] of pairs) {
    told.push(`## ${title}\n\n${await why(await subjectIn(one), await subjectIn(other))}\n`);
  }
  const document = await subjectIn(['examinations.csv', 2], 'document');
  told.push(`## Two types\n\n${await why(await subjectIn(['police-ro.csv', 4]), document)}\n`);
  await expect(told.join('\n')).toMatchFileSnapshot(join(here, 'golden', 'why.md'));
});

test('clew model: levels, blocking, training, calibration', async () => {
  const told: string[] = [];
  for (const type of ['person', 'vehicle']) {
    const model = await readModel(lake, type);
    if (model === undefined) throw new Error(type);
    told.push(`${modelLines(model, page).join('\n')}\n`);
  }
  await expect(told.join('\n')).toMatchFileSnapshot(join(here, 'golden', 'model.md'));
  expect(await readModel(lake, 'phone')).toBeUndefined();
});
