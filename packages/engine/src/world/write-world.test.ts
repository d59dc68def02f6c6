import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readRows } from '../contribution/read-rows.ts';
import { providerKinds } from '../findings/facilitators/provider-kind.ts';
import { type WorldManifest, writeWorld } from './write-world.ts';

let place: string;
let world: string;
let manifest: WorldManifest;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'clew-world-'));
  world = join(place, 'world');
  manifest = await writeWorld({ seed: 7, people: 2_000, folder: world });
});

afterAll(async () => {
  await rm(place, { recursive: true, force: true });
});

async function digests(folder: string): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    all[relative(folder, path)] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  }
  return all;
}

async function csv(name: string): Promise<string[][]> {
  const text = await readFile(join(world, 'truth', name), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

async function jsonLines(name: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(join(world, 'truth', name), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** How many rows each file has, as the readers count them. */
async function rowCounts(): Promise<Map<string, { rows: number; unread: number; reader: string }>> {
  const counts = new Map<string, { rows: number; unread: number; reader: string }>();
  for (const { path } of manifest.files) {
    const file = join(world, path);
    const source = {
      fileName: basename(path),
      bytes: (await stat(file)).size,
      open: () => createReadStream(file),
    };
    const count = { rows: 0, unread: 0, reader: '' };
    for await (const batch of readRows(source, {})) {
      count.reader = batch.reader;
      count.rows += batch.rows.length;
      for (const row of batch.rows) if ('code' in row) count.unread++;
    }
    counts.set(basename(path), count);
  }
  return counts;
}

test('the same seed gives the same bytes, another seed gives others', async () => {
  await writeWorld({ seed: 7, people: 2_000, folder: join(place, 'again') });
  const first = await digests(world);
  expect(await digests(join(place, 'again'))).toEqual(first);
  await writeWorld({ seed: 8, people: 2_000, folder: join(place, 'again') });
  const other = await digests(join(place, 'again'));
  expect(Object.keys(other)).toEqual(Object.keys(first));
  expect(other['truth/identity.csv']).not.toBe(first['truth/identity.csv']);
});

test('the readers find every row that the truth speaks of, and no others', async () => {
  const counts = await rowCounts();
  expect([...counts.values()].reduce((sum, { rows }) => sum + rows, 0)).toBe(manifest.rows);
  expect(new Set([...counts.values()].map(({ reader }) => reader))).toEqual(
    new Set(['csv', 'xlsx', 'json', 'ftm']),
  );
  const told = new Map<string, Set<number>>();
  const lists = ['identity.csv', 'advert-templates.csv', 'messages.csv', 'screening-forms.csv'];
  for (const [file = '', row] of (await Promise.all(lists.map(csv))).flat()) {
    if (!told.has(file)) told.set(file, new Set());
    told.get(file)?.add(Number(row));
  }
  for (const [file, { rows }] of counts) {
    // Nobody is named in a record of a call.
    if (file === 'call-records.csv') continue;
    expect(told.get(file)?.size, file).toBe(rows);
    expect(Math.max(...(told.get(file) ?? [])), file).toBe(rows);
  }
});

test('rows that cannot be read are planted as such', async () => {
  const unread = [...(await rowCounts()).values()].reduce((sum, { unread: each }) => sum + each, 0);
  const problems = await csv('problems.csv');
  expect(unread).toBe(problems.filter(([, , , kind]) => kind === 'row-shape').length);
  expect(problems.length).toBeGreaterThan(5);
  expect(problems.length).toBeLessThan(manifest.rows * 0.01);
});

test('people are in one to a dozen rows, about two rows in all for each, beside calls and messages', async () => {
  const calls = (await rowCounts()).get('call-records.csv')?.rows ?? 0;
  expect(calls).toBeGreaterThan(1_000);
  const rowsOfPeople =
    manifest.rows - calls - (await csv('messages.csv')).length - (await csv('screening-forms.csv')).length;
  expect(rowsOfPeople / manifest.people).toBeGreaterThan(1.6);
  expect(rowsOfPeople / manifest.people).toBeLessThan(2.1);
  const people = await csv('people.csv');
  expect(people).toHaveLength(2_000);
  const rows = people.map((line) => Number(line[5]));
  expect(Math.min(...rows)).toBe(1);
  expect(people.filter(([, , minor]) => minor === 'true').length).toBeGreaterThan(20);
  const offenders = people.filter(([, , , category = '']) => /suspect|convicted|potential/.test(category));
  expect(offenders.length / people.length).toBeGreaterThan(0.75);
});

test('facilitators serve several networks on rows that exist', async () => {
  const facilitators = await jsonLines('facilitators.jsonl');
  const kinds = new Set(facilitators.map(({ kind }) => kind));
  expect(kinds).toEqual(
    new Set(['person', 'organization', 'phone', 'address', 'vehicle', 'source', 'account', 'handle']),
  );
  const services = new Set(facilitators.map(({ service }) => service));
  for (const service of Object.keys(providerKinds)) expect([...services, 'broker']).toContain(service);
  const networks = new Set((await jsonLines('networks.jsonl')).map(({ network }) => network));
  const uses = await csv('use.csv');
  const identities = await csv('identity.csv');
  for (const facilitator of facilitators) {
    const served = facilitator.networks as string[];
    expect(served.length).toBeGreaterThanOrEqual(2);
    for (const network of served) expect(networks).toContain(network);
    const rows =
      facilitator.identity === undefined
        ? uses.filter(([thing]) => thing === facilitator.facilitator)
        : identities.filter((line) => line[4] === facilitator.identity);
    expect(rows.length).toBeGreaterThanOrEqual(served.length);
  }
});

test('every trap is laid, and every kind of planted pattern', async () => {
  const traps = await jsonLines('traps.jsonl');
  expect(new Set(traps.map(({ kind }) => kind))).toEqual(
    new Set([
      'arrest-holiday',
      'arrest-season',
      'colleagues',
      'couple',
      'diaspora-shop',
      'family-phones',
      'lawyer',
      'relative-abroad',
      'taxi-dispatcher',
      'twins',
      'classmate',
      'coach',
      'commuter',
      'company-flat',
      'course-price',
      'fair-trader',
      'family-account',
      'family-remittance',
      'job-agency',
      'market-trader',
      'payroll-firm',
      'student-rents',
      'student-support',
      'transfer-shop',
      'family-passports',
      'joint-account',
      'landlord',
      'lorry-driver',
      'savings-circle',
      'shop-account',
      'sibling',
      'teacher',
      'youth-worker',
      'tourist',
      'father-and-son',
      'common-name',
      'commuters',
      'bus',
      'temp-agency',
      'posting-service',
      'bus-company',
      'hotel',
      'hotel-switchboard',
      'remittance-office',
      'mistyped-number',
      'reissued-number',
      'passport-with-children',
      'twins-mixed-up',
      'family-extract',
      'reception-centre',
      'catch-all-mark',
    ]),
  );
  const bus = (await csv('use.csv')).filter(([thing = '']) => thing.startsWith('tbus'));
  expect(bus.length).toBeGreaterThan(50);
  const papers = await jsonLines('papers.jsonl');
  expect(new Set(papers.map(({ kind }) => kind))).toEqual(
    new Set(['shared-document', 'basis', 'photograph', 'sponsor', 'supplier']),
  );
  for (const count of Object.values(manifest.planted)) expect(count).toBeGreaterThan(0);
});

test('partners and terms are ready to be handed in', async () => {
  const partners = JSON.parse(await readFile(join(world, 'partners.json'), 'utf8')) as {
    id: string;
    files: unknown[];
  }[];
  expect(partners).toHaveLength(15);
  for (const { files } of partners) expect(files.length).toBeGreaterThan(0);
  for (const { terms, path } of manifest.files) {
    expect(existsSync(join(world, path))).toBe(true);
    termsSchema.parse(parse(await readFile(join(world, terms), 'utf8')));
  }
});

test('more people make more of everything, in the same files', async () => {
  const larger = await writeWorld({ seed: 7, people: 5_000, folder: join(place, 'larger') });
  expect(larger.rows / manifest.rows).toBeGreaterThan(1.3);
  expect(larger.rows / manifest.rows).toBeLessThan(2.7);
  expect(larger.planted.networks).toBe(50);
  expect(larger.files).toEqual(manifest.files);
});

test('a wrong size, a foreign folder and a stop are refused, and nothing is left behind', async () => {
  const folder = join(place, 'none');
  await expect(writeWorld({ seed: 1, people: 10, folder })).rejects.toMatchObject({ code: 'usage' });
  await expect(writeWorld({ seed: -1, people: 2_000, folder })).rejects.toMatchObject({ code: 'usage' });
  const signal = AbortSignal.abort();
  await expect(writeWorld({ seed: 1, people: 2_000, folder }, { signal })).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect((await readdir(place)).filter((name) => name.startsWith('none'))).toEqual([]);
  await writeFile(join(place, 'letter.txt'), 'mine');
  await expect(writeWorld({ seed: 1, people: 2_000, folder: place })).rejects.toMatchObject({
    code: 'already-there',
  });
});
