import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { type GivenSubject, loadSubjects } from './resolution-fixture.ts';
import { resolve } from './resolve.ts';
import { type AtOnce, usuallyAtOnce } from './tiles.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-same-bytes-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const trades = ['Agrar', 'Montage', 'Textil', 'Fleisch', 'Travel'];
const towns = ['Hamburg', 'Reus', 'Nucet', 'Hoorn'];
const families = ['Kiehn', 'Jaber', 'Nemes', 'Awad', 'Zidan', 'Ryan'];
const givens = ['Adam', 'Berta', 'Cemal', 'Dora', 'Emil'];

/** Firms told of with and without their legal form, and people told of whole and in parts: names that fold to one. */
function everybody(): GivenSubject[] {
  return Array.from({ length: 90 }, (_, index): GivenSubject => {
    const family = families[index % families.length] ?? '';
    if (index % 2 === 0) {
      const firm = `${family} ${trades[index % trades.length]} ${towns[index % towns.length]}`;
      const values: [string, string][] = [
        ['name', firm],
        ['name', `${firm} GmbH`],
        ['name', `${firm} S.A.`],
        ['phone', `+4917055501${10 + (index % 40)}`],
      ];
      return { subject: BigInt(1 + ((index * 7919) % 100_003)), type: 'organization', values };
    }
    const given = givens[index % givens.length] ?? '';
    const values: [string, string][] = [
      ['name', `${given} ${family}`],
      ['name', `${given} ${family} Junior`],
      ['firstName', given],
      ['lastName', family],
      ['birthDate', `${1960 + (index % 30)}-0${1 + (index % 9)}-1${index % 7}`],
      ['address', `Hafenweg ${index % 12}, ${towns[index % towns.length]}`],
    ];
    return { subject: BigInt(1 + ((index * 7919) % 100_003)), values };
  });
}

/** Every file that a run writes, by its path. */
async function written(
  run: string,
  { threads, given, atOnce }: { threads: number; given: readonly GivenSubject[]; atOnce?: AtOnce },
) {
  const lake = await Lake.open({ folder: join(folder, run, 'work'), threads });
  const out = join(folder, run, 'out');
  try {
    await loadSubjects(lake, given);
    await resolve(lake, { folder: out, keep: true, types: ['person', 'organization'], budget: 40, atOnce });
  } finally {
    lake.close();
  }
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(out.length), (await readFile(path)).toString('base64'));
  }
  return files;
}

test('neither the order of statements, nor the number of threads, nor what is compared at once changes a byte', async () => {
  const given = everybody();
  const turned = [...given].reverse().map((one) => ({ ...one, values: [...one.values].reverse() }));
  const one = await written('one', { threads: 1, given });
  const atOnce = { ...usuallyAtOnce, pairs: 25, subjects: 12 };
  const other = await written('other', { threads: 4, given: turned, atOnce });
  expect([...one.keys()].sort()).toContain('/held/shape_organization/part-00000.parquet');
  expect([...other.keys()].sort()).toEqual([...one.keys()].sort());
  for (const [path, bytes] of one) expect(other.get(path) === bytes, path).toBe(true);
});

test.each([
  { table: 'candidate', few: { told: 10 }, files: 2 },
  { table: 'cluster', few: { listed: 10 }, files: 1 },
])('$table in several files is the same, in the same order', async ({ table, few, files: usually }) => {
  const given = everybody();
  const [whole, parted] = await Promise.all(
    [usuallyAtOnce, { ...usuallyAtOnce, ...few }].map(async (atOnce, index) => {
      const run = `${table}-${index}`;
      const files = await written(run, { threads: 2, given, atOnce });
      const of = [...files.keys()].filter((path) => path.startsWith(`/resolution/${table}/`)).sort();
      const lake = await Lake.open({ folder: join(folder, run, 'read') });
      try {
        const rows: unknown[] = [];
        for (const path of of)
          rows.push(...(await lake.rows(sql`from read_parquet(${join(folder, run, 'out', path)})`)));
        return { files: of.length, rows };
      } finally {
        lake.close();
      }
    }),
  );
  expect(whole?.files).toBe(usually);
  expect(parted?.files).toBeGreaterThan(4);
  expect(parted?.rows).toEqual(whole?.rows);
});
