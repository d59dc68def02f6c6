import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labelFromText } from '@clew/model/terms/label.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../graph/connect.ts';
import { GraphFixture } from '../graph/graph-fixture.ts';
import { entityTable } from '../graph/tables.ts';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { tableFolder } from '../lake/store.ts';
import { detect } from './detect.ts';
import { findingLabelTable, findingTable, findingTables, networkTable } from './tables.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-findings-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(given: GraphFixture, into = 'a') {
  await given.load(lake);
  await connect(lake, { folder: join(folder, into) });
  return detect(lake, { folder: join(folder, into) });
}

const found = () =>
  lake.rows<{
    type: string;
    caption: string;
    kind: string;
    q: number;
    evidence: number;
    sentences: string;
  }>(sql`
    select e.type, e.caption, f.kind, f.chance_corrected as q, len(f.evidence) as evidence,
      json_extract_string(f.reason, '$.sentences[0]') as sentences
    from ${findingTable} f join ${entityTable} e on e.entity = f.subjects[1] order by e.type, e.caption`);

const suspect = { owner: 'police', category: 'suspect' } as const;
const areas = ['migrant-smuggling', 'thb-labour', 'thb-sexual', 'document-fraud'];

/**
 * Twenty networks of six, each with one case; four hundred people who are in none. Everybody has a phone. `extra`
 * gives what else is stated of member m of network n, or of outsider m where n is null.
 */
function city(extra: (network: number | null, member: number) => Record<string, string>): GraphFixture {
  const given = new GraphFixture();
  for (let n = 0; n < 20; n++) {
    given.subject(
      `case ${n}`,
      'case',
      { owner: 'police' },
      { number: `C${n}`, crimeArea: areas[n % 4] as string },
    );
    for (let m = 0; m < 6; m++) {
      const phone = `+4915${String(n * 100 + m).padStart(8, '0')}`;
      given.subject(`m ${n} ${m}`, 'person', suspect, { phone, case: `@case ${n}`, ...extra(n, m) });
    }
  }
  for (let m = 0; m < 400; m++) {
    const phone = `+4916${String(m).padStart(8, '0')}`;
    given.subject(`o ${m}`, 'person', suspect, { phone, ...extra(null, m) });
  }
  return given;
}

test('a phone of three networks is reported, with the statements behind it', async () => {
  await run(
    city((n, m): Record<string, string> => (n !== null && n < 3 && m < 2 ? { phone: '+491700000001' } : {})),
  );
  expect(await found()).toEqual([
    {
      type: 'phone',
      caption: '+491700000001',
      kind: 'communication',
      q: expect.any(Number),
      evidence: 6,
      sentences: '6 of the 6 people linked to this phone belong to 3 networks.',
    },
  ]);
  const [row] = await lake.rows<{ chance_corrected: number; content: string }>(sql`
    select f.chance_corrected, l.content from ${findingTable} f join ${findingLabelTable} l using (label)`);
  expect(row?.chance_corrected).toBeLessThan(0.01);
  expect(labelFromText(row?.content ?? '').owners).toEqual(['police']);
});

test.each<[string, (network: number | null, member: number) => Record<string, string>]>([
  ['a phone within one network', (n) => (n === 4 ? { phone: '+491700000002' } : {})],
  [
    "a network's phone that one outsider has too",
    (n, m) => (n === 4 || (n === null && m === 1) ? { phone: '+491700000002' } : {}),
  ],
  [
    "a network's phone that one member of another has too",
    (n, m) => (n === 4 || (n === 5 && m === 0) ? { phone: '+491700000002' } : {}),
  ],
  [
    'a phone of two people of two networks',
    (n, m) => (n !== null && n < 2 && m === 0 ? { phone: '+491700000003' } : {}),
  ],
  [
    'a switchboard that anybody may call',
    (n, m) => (m % 4 === 0 && (n === null || n % 3 === 0) ? { phone: '+4930000000' } : {}),
  ],
  ['a bus that everybody takes', (n, m) => (n === null || m === 3 ? { plate: 'BUS1' } : {})],
])('not reported: %s', async (_what, extra) => {
  const { tested } = await run(city(extra));
  expect(await found()).toEqual([]);
  expect(tested).toBeLessThanOrEqual(1);
});

test('a large provider with slightly more than its share is not reported', async () => {
  const given = city((n, m): Record<string, string> => {
    if (n !== null) return { address: m < 2 ? 'hostel' : `home ${n} ${m}` };
    return { address: m < 70 ? 'hostel' : `street ${m}` };
  });
  await run(given);
  expect(await found()).toEqual([]);
});

test('what is tested and not reported is counted', async () => {
  const { tested, findings } = await run(city((n, m) => (n === null ? { address: `street ${m % 50}` } : {})));
  expect({ tested, findings }).toEqual({ tested: 50, findings: 0 });
});

test('a document source is found through the documents', async () => {
  const given = city(() => ({}));
  for (let n = 0; n < 4; n++) {
    given.subject(
      `doc ${n}`,
      'document',
      { owner: 'examiners' },
      { number: `P${n}`, source: 'PS17', holder: `@m ${n} 1` },
    );
  }
  await run(given);
  const source = { type: 'source', caption: 'PS17' };
  expect(await found()).toHaveLength(2);
  expect(await found()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...source, kind: 'documents', evidence: 8 }),
      expect.objectContaining({ ...source, kind: 'customers', evidence: 12 }),
    ]),
  );
});

test('an online account that posts the adverts of several networks, and offers work', async () => {
  const given = city(() => ({}));
  for (let n = 0; n < 4; n++)
    for (let m = 0; m < 2; m++)
      given.subject(
        `advert ${n} ${m}`,
        'advert',
        { owner: 'watch' },
        { text: 'hiring now', phone: `+4915${String(n * 100 + m).padStart(8, '0')}`, handle: 'poster' },
      );
  await run(given);
  expect(await found()).toMatchObject([{ type: 'handle', kind: 'recruitment', evidence: 24 }]);
});

test('an account that people of several networks pay into', async () => {
  const given = city(
    (n, m): Record<string, string> =>
      n !== null && m < 2 ? { account: `DE${n}${m}` } : { account: `FR${n}${m}` },
  );
  for (let n = 0; n < 4; n++) {
    for (let m = 0; m < 2; m++)
      given.subject(
        `pay ${n} ${m}`,
        'payment',
        { owner: 'fiu' },
        { amount: '900', payer: `DE${n}${m}`, payee: 'XX99' },
      );
  }
  await run(given);
  expect(await found()).toMatchObject([{ type: 'account', caption: 'XX99', kind: 'money' }]);
});

test('a person in the cases of many networks is a broker and does not make one network of them', async () => {
  const given = city(() => ({}));
  for (let n = 0; n < 5; n++) {
    given.subject(`b${n}`, 'person', suspect, {
      name: 'ivan petrov',
      case: `@case ${n}`,
      role: 'transporter',
    });
    if (n > 0) given.same('b0', `b${n}`);
    given.subject(`second ${n}`, 'case', { owner: 'police' }, { number: `D${n}` });
    for (let m = 0; m < 2; m++) {
      given.subject(`again ${n} ${m}`, 'person', suspect, { case: `@second ${n}` });
      given.same(`m ${n} ${m}`, `again ${n} ${m}`);
    }
  }
  const { networks } = await run(given);
  expect(networks).toBe(20);
  expect(await found()).toMatchObject([{ type: 'person', caption: 'ivan petrov', kind: 'transport' }]);
});

test('a protected person is no member, no facilitator and not in the evidence', async () => {
  const given = city(
    (n, m): Record<string, string> => (n !== null && n < 3 && m < 2 ? { phone: '+491700000001' } : {}),
  );
  for (let n = 0; n < 5; n++) {
    given.subject(
      `v${n}`,
      'person',
      { owner: 'ngo', category: 'victim' },
      { name: 'anna kiss', case: `@case ${n}`, phone: '+491700000001' },
    );
    if (n > 0) given.same('v0', `v${n}`);
  }
  await run(given);
  expect(await found()).toMatchObject([{ type: 'phone', evidence: 6 }]);
  const victims = await lake.row(sql`
    select count(*) as n from ${networkTable} where entity in (select entity from ${entityTable} where protected)`);
  expect(victims).toEqual({ n: 0 });
  const reason = await lake.row<{ reason: string }>(sql`select reason from ${findingTable}`);
  expect(reason.reason).toContain('1 of the people are protected');
  expect(reason.reason).not.toContain('anna');
});

test('the order of statements changes no byte', async () => {
  const given = () =>
    city((n, m): Record<string, string> => (n !== null && n < 3 && m < 2 ? { phone: '+491700000001' } : {}));
  await run(given(), 'a');
  await run(given().reversed(), 'b');
  for (const table of findingTables) {
    const file = (run: string) => readFile(join(tableFolder(join(folder, run), table), 'part-00000.parquet'));
    expect(await file('b'), table.name).toEqual(await file('a'));
  }
});

test('nothing gives nothing', async () => {
  expect(await run(new GraphFixture(), 'empty')).toEqual({ tested: 0, findings: 0, networks: 0 });
});
