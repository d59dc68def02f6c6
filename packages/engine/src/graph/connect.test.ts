import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { tableFolder } from '../lake/store.ts';
import { connect } from './connect.ts';
import { gazetteerRows } from './gazetteer.ts';
import { GraphFixture } from './graph-fixture.ts';
import { entityTable, graphTables, joinedLabelTable, linkTable, momentTable, placeTable } from './tables.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-graph-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

/** Two suspects in two partners' files who are one person, a victim, a border sighting, a trip and a case. */
function story(): GraphFixture {
  const given = new GraphFixture();
  const suspect = { owner: 'police', category: 'suspect' } as const;
  given.subject('ivan', 'person', suspect, {
    name: ['ivan petrov', 'Ivan PETROV'],
    phone: '+491511234567',
    case: '@file',
  });
  given.subject(
    'iwan',
    'person',
    { owner: 'border', category: 'suspect' },
    {
      name: ['ivan petrov', 'Iván Petrov'],
      address: ['hauptstr 3 10115 berlin de', 'Hauptstr. 3, 10115 Berlin'],
    },
  );
  given.subject(
    'anna',
    'person',
    { owner: 'ngo', category: 'victim' },
    {
      name: ['anna kiss', 'Anna Kiss'],
      phone: '+491511234567',
      email: 'anna@example.org',
      controller: '@ivan',
    },
  );
  given.subject(
    'file',
    'case',
    { owner: 'police' },
    { number: 'K12', crimeArea: 'thb-sexual', opened: '2024-03-01' },
  );
  given.subject(
    'seen',
    'sighting',
    { owner: 'border' },
    {
      place: ['nickelsdorf', 'Nickelsdorf'],
      country: 'at',
      date: '2024-05-06',
      person: '@iwan',
    },
  );
  given.subject('ghost', 'sighting', { owner: 'border' }, { place: 'nowhere at all', person: '@nobody' });
  given.same('ivan', 'iwan');
  return given;
}

async function run(given: GraphFixture, into = 'a') {
  await given.load(lake);
  return connect(lake, { folder: join(folder, into) });
}

const captions = () =>
  lake.rows(
    sql`select type, caption, protected, owners, statements, subjects from ${entityTable} order by type, caption`,
  );

test('entities, with a pseudonym for whom the law protects', async () => {
  const given = story();
  await run(given);
  expect(await captions()).toEqual([
    row('address', 'Hauptstr. 3, 10115 Berlin', false, ['border'], 1, 1),
    row('case', 'K12', false, ['police'], 3, 1),
    row('email', `email ${given.valueShort('email', 'anna@example.org')}`, true, ['ngo'], 1, 1),
    row('person', 'Iván Petrov', false, ['border', 'police'], 5, 2),
    row('person', `victim ${given.short('anna')}`, true, ['ngo'], 4, 1),
    row('phone', '+491511234567', false, ['ngo', 'police'], 2, 1),
    row('sighting', 'Nickelsdorf', false, ['border'], 4, 1),
    row('sighting', 'nowhere at all', false, ['border'], 2, 1),
  ]);
});

test('links carry their statements, their owners and the strictest label', async () => {
  const given = story();
  await run(given);
  const links = await lake.rows(sql`
    select l.kind, s.caption as source, t.caption as target, len(l.evidence) as evidence, l.owners, b.matchable
    from ${linkTable} l join ${entityTable} s on s.entity = l.source join ${entityTable} t on t.entity = l.target
      join ${joinedLabelTable} b on b.label = l.label
    order by l.kind, source, target`);
  const victim = `victim ${given.short('anna')}`;
  expect(links).toEqual([
    link('controlled by', victim, 'Iván Petrov', ['ngo'], false),
    link('in case', 'Iván Petrov', 'K12', ['police'], true),
    link('lives at', 'Iván Petrov', 'Hauptstr. 3, 10115 Berlin', ['border'], true),
    link('seen', 'Nickelsdorf', 'Iván Petrov', ['border'], true),
    link('uses', 'Iván Petrov', '+491511234567', ['police'], true),
    link('uses', victim, '+491511234567', ['ngo'], false),
    link('uses', victim, `email ${given.valueShort('email', 'anna@example.org')}`, ['ngo'], false),
  ]);
  const evidence = sql`select unnest(evidence) as id from ${linkTable}`;
  const unknown = sql`select count(*) as n from (${evidence}) where id not in (${given.statementIds()})`;
  expect(await lake.row(unknown)).toEqual({ n: 0 });
});

test('places and moments of what took part', async () => {
  const given = story();
  await run(given);
  const places = await lake.rows(sql`
    select e.caption, p.place, p.country, p.latitude, p.seen, len(p.evidence) as evidence
    from ${placeTable} p join ${entityTable} e using (entity) order by e.caption, p.place`);
  expect(places).toEqual([
    {
      caption: 'Hauptstr. 3, 10115 Berlin',
      place: 'Berlin',
      country: 'de',
      latitude: 52.52,
      seen: null,
      evidence: 1,
    },
    { caption: 'Iván Petrov', place: 'Berlin', country: 'de', latitude: 52.52, seen: null, evidence: 1 },
    {
      caption: 'Iván Petrov',
      place: 'Nickelsdorf',
      country: 'at',
      latitude: 47.94,
      seen: '2024-05-06',
      evidence: 4,
    },
    {
      caption: 'Nickelsdorf',
      place: 'Nickelsdorf',
      country: 'at',
      latitude: 47.94,
      seen: '2024-05-06',
      evidence: 3,
    },
    {
      caption: 'nowhere at all',
      place: 'nowhere at all',
      country: null,
      latitude: null,
      seen: null,
      evidence: 1,
    },
  ]);
  const moments = await lake.rows(sql`
    select e.caption, m.date, m.kind, o.caption as other
    from ${momentTable} m join ${entityTable} e using (entity) left join ${entityTable} o on o.entity = m.other
    order by all`);
  expect(moments).toEqual([
    { caption: 'Iván Petrov', date: '2024-05-06', kind: 'seen', other: 'Nickelsdorf' },
    { caption: 'K12', date: '2024-03-01', kind: 'opened', other: null },
    { caption: 'Nickelsdorf', date: '2024-05-06', kind: 'sighting', other: null },
  ]);
});

test('a call is placed where the caller is, and is a moment of both and of the handset', async () => {
  const given = new GraphFixture();
  given.subject('caller', 'person', { owner: 'police', category: 'suspect' }, { arrested: '2026-03-05' });
  given.subject(
    'call',
    'communication',
    { owner: 'police' },
    {
      ...{ date: '2026-03-04', time: '21:05', fromPhone: '+40721000001', toPhone: '+40721000002' },
      ...{ handset: '49015420323751', place: ['cluj', 'Cluj'], cell: '2260104127' },
    },
  );
  await run(given);
  const links = await lake.rows(sql`
    select l.kind, l.target_type, t.caption from ${linkTable} l join ${entityTable} t on t.entity = l.target order by all`);
  expect(links).toEqual([
    { kind: 'communicated from', target_type: 'phone', caption: '+40721000001' },
    { kind: 'communicated to', target_type: 'phone', caption: '+40721000002' },
    { kind: 'made with', target_type: 'handset', caption: '49015420323751' },
  ]);
  const placed = await lake.rows<{ type: string; caption: string }>(sql`
    select e.type, e.caption, p.place from ${placeTable} p join ${entityTable} e using (entity) order by all`);
  expect(placed.map(({ type, caption }) => [type, caption])).toEqual([
    ['communication', '2026-03-04'],
    ['handset', '49015420323751'],
    ['phone', '+40721000001'],
  ]);
  const moments = await lake.rows<{ type: string; kind: string }>(sql`
    select e.type, m.kind from ${momentTable} m join ${entityTable} e using (entity) order by all`);
  expect(moments.map(({ type, kind }) => [type, kind])).toEqual([
    ['communication', 'communication'],
    ['handset', 'made with'],
    ['person', 'arrested'],
    ['phone', 'communicated from'],
    ['phone', 'communicated to'],
  ]);
});

test('the order in which statements arrive changes no byte', async () => {
  const twice = () => {
    const given = story();
    // Two rows state the same of one sighting: which of them is the evidence must not hang on their order.
    const said = { place: 'nickelsdorf', country: 'at', date: '2024-05-06' };
    for (const owner of ['police', 'border', 'ngo']) given.subject('seen', 'sighting', { owner }, said);
    return given;
  };
  await run(twice(), 'a');
  await run(twice().reversed(), 'b');
  for (const table of graphTables) {
    const file = (run: string) => readFile(join(tableFolder(join(folder, run), table), 'part-00000.parquet'));
    expect(await file('b'), table.name).toEqual(await file('a'));
  }
});

test('nothing gives an empty graph', async () => {
  expect(await run(new GraphFixture(), 'empty')).toEqual({ entities: 0, links: 0 });
});

test('the gazetteer holds places on Earth, each name once in a country', () => {
  const rows = gazetteerRows();
  expect(new Set(rows.map((town) => `${town.name}|${town.country}`)).size).toBe(rows.length);
  for (const town of rows) {
    expect(Math.abs(town.latitude ?? 99), town.name ?? '').toBeLessThan(72);
    expect(Math.abs(town.longitude ?? 999)).toBeLessThanOrEqual(180);
  }
});

function row(
  type: string,
  caption: string,
  isProtected: boolean,
  owners: string[],
  statements: number,
  subjects: number,
) {
  return { type, caption, protected: isProtected, owners, statements, subjects };
}

function link(kind: string, source: string, target: string, owners: string[], matchable: boolean) {
  return { kind, source, target, evidence: 1, owners, matchable };
}
