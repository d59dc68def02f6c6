import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../graph/connect.ts';
import { GraphFixture } from '../../graph/graph-fixture.ts';
import { entityTable } from '../../graph/tables.ts';
import { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { detect } from '../detect.ts';
import { findingTable } from '../tables.ts';
import { type Daily, responseOf } from './arrests.ts';
import { dayOf, stateCalls, stateHandsetCalls, stateNetworkCalls } from './call-story.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-calls-'));
  lake = await Lake.open({ folder: join(folder, 'work') });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

/** Leads of the detectors of calls: detector, kind and the caption of the main subject. */
async function leads(given: GraphFixture): Promise<string[]> {
  await given.load(lake);
  await connect(lake, { folder });
  await detect(lake, { folder });
  const rows = await lake.rows<{ line: string }>(sql`
    select concat_ws(' ', f.detector, f.kind, e.caption) as line
    from ${findingTable} f join ${entityTable} e on e.entity = f.subjects[1]
    where f.detector in ('coordination-from-afar', 'arrest-responses', 'several-handsets') order by line`);
  return rows.map(({ line }) => line);
}

test('whoever holds a network together from afar, who falls silent after an arrest, and two numbers of one user', async () => {
  const given = new GraphFixture();
  stateNetworkCalls(given);
  stateHandsetCalls(given);
  // Neither the taxi office, nor colleagues at one site, nor a couple.
  expect(await leads(given)).toEqual([
    'arrest-responses fell-silent ring member0',
    'coordination-from-afar coordinator +4917799',
    'several-handsets carried-together +491662',
    'several-handsets taken-over +491663',
  ]);
});

test('nobody who was there once is from afar, and a protected person’s calls are not looked at', async () => {
  const given = new GraphFixture();
  stateNetworkCalls(given);
  stateCalls(given, [{ from: '+4917799', to: '+4917701', day: 20, place: 'workville' }]);
  given.subject('hidden', 'person', { owner: 'ngo', category: 'victim' }, { phone: '+491702' });
  stateCalls(
    given,
    Array.from({ length: 30 }, (_, day) => ({
      ...{ from: '+491702', to: `+4917700${day % 6}`, day, place: 'farville' },
    })),
  );
  expect(await leads(given)).toEqual(['arrest-responses fell-silent ring member0']);
});

/** Days of calls: as many a day as told, from the first of January on. */
function daysOf(around: (day: number) => number, others: (day: number) => number): Daily[] {
  return Array.from({ length: 200 }, (_, day) => ({
    ...{ day: dayOf(day), around: around(day), others: others(day) },
  }));
}

test('a fall on the day of the arrest is unlikely, one that everybody shares or that came earlier is not', () => {
  const isAway = (day: number) => day >= 100 && day < 130;
  const ordinary = (day: number) => 3 + (day % 3);
  const alone = daysOf((day) => (isAway(day) ? 0 : ordinary(day)), ordinary);
  const found = responseOf(alone, dayOf(100));
  expect(found).toMatchObject({ before: 56, after: 0, days: 166 });
  expect(found?.chance).toBeLessThan(0.02);
  expect(responseOf(alone, dayOf(90))?.chance).toBeGreaterThan(0.05);
  const shared = daysOf(
    (day) => (isAway(day) ? 0 : ordinary(day)),
    (day) => (isAway(day) ? 0 : ordinary(day + 1)),
  );
  expect(responseOf(shared, dayOf(100))?.chance).toBeGreaterThan(0.05);
});

test('a chance is a share of the days, and too little known is none', () => {
  const rare = daysOf(
    () => 0,
    () => 5,
  );
  expect(responseOf(rare, dayOf(100))).toBeUndefined();
  expect(
    responseOf(
      daysOf(
        () => 2,
        () => 5,
      ).slice(0, 50),
      dayOf(25),
    ),
  ).toBeUndefined();
  fc.assert(
    fc.property(
      fc.array(fc.nat(6), { minLength: 200, maxLength: 200 }),
      fc.integer({ min: 14, max: 186 }),
      (calls, at) => {
        const told = responseOf(
          daysOf(
            (day) => calls[day] ?? 0,
            () => 5,
          ),
          dayOf(at),
        );
        if (told === undefined) return;
        expect(told.chance).toBeGreaterThan(0);
        expect(told.chance).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 30 },
  );
});
