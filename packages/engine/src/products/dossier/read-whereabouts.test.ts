import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../graph/connect.ts';
import { GraphFixture } from '../../graph/graph-fixture.ts';
import { Lake } from '../../lake/lake.ts';
import { readWhereabouts } from './read-whereabouts.ts';

let folder: string;
let lake: Lake;
let given: GraphFixture;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-whereabouts-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
  given = story();
  await given.load(lake);
  await connect(lake, { folder: join(folder, 'graph') });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

/** A suspect is seen in Vienna and then in Munich, and lives in Graz; a victim, seen in Linz, lives at the same address. */
function story(): GraphFixture {
  const fixture = new GraphFixture();
  const suspect = { owner: 'police', category: 'suspect' } as const;
  const victim = { owner: 'ngo', category: 'victim' } as const;
  const address = 'hauptplatz 2 graz';
  fixture.subject('ivan', 'person', suspect, { name: 'ivan petrov', address });
  fixture.subject('anna', 'person', victim, { name: 'anna marker', address });
  const seen = (name: string, place: string, country: string, date: string, person: string) =>
    fixture.subject(name, 'sighting', { owner: 'police' }, { place, country, date, person });
  seen('second', 'munich', 'de', '2024-05-09', '@ivan');
  seen('first', 'vienna', 'at', '2024-05-06', '@ivan');
  seen('third', 'linz', 'at', '2024-05-12', '@anna');
  return fixture;
}

test('where something was comes in date order, with degrees where the place is known', async () => {
  const [ivan] = await readWhereabouts(lake, { entities: [given.entity('ivan')], limit: 10 });
  expect(ivan).toMatchObject({ type: 'person', caption: 'ivan petrov' });
  expect(ivan?.stays.rows.map(({ place, seen }) => [place, seen])).toEqual([
    ['Graz', null],
    ['Vienna', '2024-05-06'],
    ['Munich', '2024-05-09'],
  ]);
  expect(ivan?.stays.rows[1]?.latitude).toBeCloseTo(48.2, 0);
  expect(ivan?.stays.rows[1]?.longitude).toBeCloseTo(16.4, 0);
  expect(ivan?.moments.rows.map(({ date, otherType }) => [date, otherType])).toEqual([
    ['2024-05-06', 'sighting'],
    ['2024-05-09', 'sighting'],
  ]);
});

test('who is protected has no whereabouts, and what a protected statement says of others is not told', async () => {
  const home = given.valueEntity('address', 'hauptplatz 2 graz');
  const asked = [given.entity('ivan'), given.entity('anna'), home, 12n];
  const read = await readWhereabouts(lake, { entities: asked, limit: 10 });
  expect(read.map(({ type }) => type).sort()).toEqual(['address', 'person']);
  const stays = read.find(({ type }) => type === 'address')?.stays;
  expect(stays).toMatchObject({ total: 1, rows: [{ place: 'Graz', times: 1 }] });
});

test('a list stops at its limit, keeps the last ones and says how many there are', async () => {
  const [ivan] = await readWhereabouts(lake, { entities: [given.entity('ivan')], limit: 1 });
  expect(ivan?.stays).toMatchObject({ total: 3, rows: [{ place: 'Munich' }] });
  expect(ivan?.moments).toMatchObject({ total: 2, rows: [{ date: '2024-05-09' }] });
  expect(await readWhereabouts(lake, { entities: [], limit: 1 })).toEqual([]);
});
