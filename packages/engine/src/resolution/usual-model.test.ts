import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { type KeptModels, type ModelRow, trainedModelsFrom } from './kept-model.ts';
import { readModel } from './read-model.ts';
import { type GivenSubject, loadSubjects } from './resolution-fixture.ts';
import { resolve } from './resolve.ts';
import { candidateTable, modelTable } from './tables.ts';
import { usualModels } from './usual-model.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-usual-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const person = (subject: number, name: string, birthDate: string, phone: string): GivenSubject => ({
  subject: BigInt(subject),
  values: Object.entries({ name, birthDate, phone }),
});

/** Two records of one, and two that share a number alone. */
const seen = [
  person(1, 'Nadia Petrova', '1991-04-07', '+491701111111'),
  person(2, 'Nadja Petrowa', '1991-04-07', '+491702222222'),
  person(3, 'Ivo Marek', '1980-10-10', '+491703333333'),
  person(4, 'Leila Haddad', '1995-12-01', '+491703333333'),
];

/** Sixty others, most of whom bear the names and birth dates of those who are seen. */
const hidden = Array.from({ length: 60 }, (_, index) =>
  person(
    100 + index,
    index % 3 === 0 ? 'Nadia Petrova' : 'Ivo Marek',
    `19${50 + (index % 40)}-04-07`,
    `+4917044${10_000 + index}`,
  ),
);

async function weights(given: readonly GivenSubject[], models?: KeptModels) {
  await loadSubjects(lake, given);
  await resolve(lake, { folder, models, uncounted: models !== undefined });
  return lake.rows(
    sql`select a, b, weight, linked from ${candidateTable} where a < 100 and b < 100 order by a, b`,
  );
}

test('with the usual weights a pair depends on its two records alone', async () => {
  const alone = await weights(seen, usualModels());
  expect(alone).toContainEqual(expect.objectContaining({ a: 1n, b: 2n, linked: true }));
  expect(await weights([...seen, ...hidden], usualModels())).toEqual(alone);
  expect(await weights([...seen, ...hidden])).not.toEqual(await weights(seen));
});

test('they are kept with a snapshot and read back as they are', async () => {
  await weights(seen, usualModels());
  const rows = await lake.rows<ModelRow>(sql`select * from ${modelTable}`);
  const { trained: kept, threshold } = trainedModelsFrom(rows).get('person') ?? {};
  expect(threshold?.bits).toBeCloseTo(Math.log2(0.95 / 0.05), 3);
  expect(threshold?.precision.share).toBeGreaterThan(0.95);
  expect((await readModel(lake, 'person'))?.subjects).toBe(seen.length);
  const usual = usualModels().get('person')?.trained;
  expect(kept).toMatchObject({ prior: usual?.prior, weights: usual?.weights, averages: usual?.averages });
});
