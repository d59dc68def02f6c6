import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { type KeptModels, type ModelRow, trainedModelsFrom } from './kept-model.ts';
import { personModel } from './models/person.ts';
import { type GivenSubject, loadSubjects } from './resolution-fixture.ts';
import { resolve } from './resolve.ts';
import { modelTable } from './tables.ts';
import { untrainedModel } from './train.ts';

let folder: string;
let lake: Lake;
let first: Record<string, string>;
let kept: KeptModels;

const families = ['Novak', 'Lindt', 'Okafor', 'Rossi', 'Tran', 'Usman', 'Varga', 'Weber', 'Yilmaz', 'Zhou'];
const givens = ['Adam', 'Berta', 'Cemal', 'Dora', 'Emil', 'Fatima', 'Goran'];

/** Seventy people, every second of them twice, the second time with a birth date that is one month off. */
function everyone(): GivenSubject[] {
  return Array.from({ length: 105 }, (_, index): GivenSubject => {
    const who = index < 70 ? index : 2 * (index - 70);
    const month = 2 + ((who * 5) % 9) + (index < 70 ? 0 : 1);
    const birthDate = `${1950 + ((who * 13) % 50)}-${String(month).padStart(2, '0')}-${String(2 + ((who * 17) % 26)).padStart(2, '0')}`;
    const name = `${givens[who % 7]} ${families[who % 10]}`;
    return {
      subject: BigInt(index + 1),
      values: Object.entries({ name, birthDate, phone: `+49170${5_000_000 + who}` }),
    };
  });
}

async function files(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  // What is taken as it is has no log of how it was learnt.
  for (const name of (await readdir(join(folder, 'resolution'), { recursive: true })).sort())
    if (name.endsWith('.parquet') && !name.startsWith('training'))
      found[name] = (await readFile(join(folder, 'resolution', name))).toString('base64');
  return found;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-kept-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
  await loadSubjects(lake, everyone());
  await resolve(lake, { folder });
  first = await files();
  kept = trainedModelsFrom(await lake.rows<ModelRow>(sql`select * from ${modelTable}`));
}, 60_000);

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

test('the kept model of the same statements gives the same bytes, and keeps what it says of itself', async () => {
  await resolve(lake, { folder, models: kept });
  expect(await files()).toEqual(first);
});

test('a kept model learns nothing from other statements, and scores every subject of them', async () => {
  const more = [
    {
      subject: 900n,
      values: [
        ['name', 'Zora Quist'],
        ['birthDate', '1981-04-05'],
        ['phone', '+491709999999'],
      ],
    },
    {
      subject: 901n,
      values: [
        ['name', 'Zora Quist'],
        ['birthDate', '1981-04-05'],
        ['phone', '+491709999999'],
      ],
    },
  ] satisfies GivenSubject[];
  await loadSubjects(lake, [...everyone(), ...more]);
  await resolve(lake, { folder, models: kept });
  const again = await lake.rows<ModelRow>(sql`select * from ${modelTable}`);
  expect(trainedModelsFrom(again).get('person')?.trained).toEqual(kept.get('person')?.trained);
  const { linked } = await lake.row<{ linked: boolean }>(
    sql`select linked from resolution.candidate where a = 900 and b = 901`,
  );
  expect(linked).toBe(true);
});

test('the threshold is chosen from what the model expects, with bounds; a given one holds', async () => {
  const person = kept.get('person')?.threshold;
  expect(person?.given).toBe(false);
  expect(person?.bits).toBeGreaterThanOrEqual(0);
  for (const { share, low, high } of [person?.precision, person?.recall].filter((one) => one !== undefined)) {
    expect(low).toBeLessThanOrEqual(share);
    expect(share).toBeLessThanOrEqual(high);
  }
  expect(person?.precision.share).toBeGreaterThanOrEqual(0.98);
  await resolve(lake, { folder, threshold: 0.999 });
  const rows = await lake.rows<ModelRow>(sql`select * from ${modelTable}`);
  const given = trainedModelsFrom(rows).get('person')?.threshold;
  expect(given).toMatchObject({ given: true });
  expect(given?.bits).toBeCloseTo(Math.log2(0.999 / 0.001), 6);
});

test('levels that the program has learnt since keep their prior, and the others what they had', async () => {
  const rows = await lake.rows<ModelRow>(sql`select * from ${modelTable} where type = 'person'`);
  const isNew = ({ comparison, level }: ModelRow) => comparison === 'birthDate' && level === 5;
  const older = rows
    .filter((row) => !isNew(row))
    .map((row) =>
      row.comparison === 'birthDate' && (row.level ?? 0) > 5 ? { ...row, level: (row.level ?? 0) - 1 } : row,
    );
  const of = (models: KeptModels) => {
    const { model, weights } = models.get('person')?.trained ?? untrainedModel(personModel);
    return weights[model.comparisons.findIndex(({ id }) => id === 'birthDate')] ?? [];
  };
  const prior = of(new Map());
  expect(of(trainedModelsFrom(older))).toEqual(
    of(trainedModelsFrom(rows)).map((weight, level) => (level === 5 ? prior[level] : weight)),
  );
});
