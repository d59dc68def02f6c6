import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../graph/connect.ts';
import { GraphFixture } from '../../graph/graph-fixture.ts';
import { entityTable } from '../../graph/tables.ts';
import { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { detect } from '../detect.ts';
import { findingTable } from '../tables.ts';
import { stateCalls, stateHandsetCalls, stateNetworkCalls } from './call-story.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-calls-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
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
