import { generateKeyPairSync } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countersign } from '@clew/ledger/audit/checkpoints.ts';
import { signingKeyFromPem } from '@clew/ledger/audit/signing-key.ts';
import { addNotice } from '@clew/ledger/notices.ts';
import { addRelease } from '@clew/ledger/releases.ts';
import { publishSnapshot } from '@clew/ledger/snapshots.ts';
import { apiRoot } from '@clew/model/contract/route.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApi, type TestApi } from './test-api.ts';

let api: TestApi;
let send: TestApi['send'];

beforeAll(async () => {
  api = await openTestApi();
  send = api.send;
});

afterAll(() => api?.close());

test('an auditor reads the log page by page, proves it, signs its end and keeps a countersignature', async () => {
  expect((await send('GET', '/people', { as: 'ada' })).status).toBe(200);
  const first = await send('GET', '/audit?limit=1', { as: 'uma' });
  expect(first.data.items[0]).toMatchObject({ action: 'audit.read', person: 'uma', via: 'session' });
  const second = await send('GET', `/audit?limit=1&cursor=${first.data.next}`, { as: 'uma' });
  const numbers = [...first.data.items, ...second.data.items].map(({ number }) => number);
  expect(numbers).toEqual([0, 1].map((step) => numbers[0] - step));
  const listed = await send('GET', '/audit?action=person.list', { as: 'uma' });
  expect(listed.data.items).toMatchObject([{ person: 'ada', action: 'person.list', outcome: 'allowed' }]);
  expect(listed.data.next).toBeNull();

  const made = await send('POST', '/audit/checkpoints', { as: 'uma' });
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = signingKeyFromPem(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const signed = countersign(made.data, { key, by: 'Supervisory authority', at: new Date().toISOString() });
  expect((await send('POST', '/audit/countersignatures', { as: 'uma', body: signed })).status).toBe(204);
  const body = { against: [made.data, signed] };
  const proved = await send('POST', '/audit/verifications', { as: 'uma', body });
  expect(proved.data).toMatchObject({ broken: null, checkpoints: 1, countersignatures: 1 });
  expect(proved.data.signedUpTo).toBe(made.data.number);
  const foreign = { ...made.data, hash: 'ab'.repeat(32) };
  const broken = await send('POST', '/audit/verifications', { as: 'uma', body: { against: [foreign] } });
  expect(broken.data.broken).not.toBeNull();
});

test('the log is for those who check: the officer reads it, and nobody who is checked does', async () => {
  expect((await send('GET', '/audit', { as: 'otto' })).status).toBe(200);
  for (const as of ['paula', 'anna', 'sven', 'ada']) {
    expect((await send('GET', '/audit', { as })).status).toBe(403);
    expect((await send('POST', '/audit/verifications', { as, body: {} })).status).toBe(403);
  }
});

test('partners are registered once, by those who conclude the agreement', async () => {
  const body = { id: 'customs', title: 'Customs', country: 'AT', contact: 'risk desk' };
  expect((await send('POST', '/partners', { as: 'ada', body })).data).toEqual(body);
  expect((await send('POST', '/partners', { as: 'sven', body })).data.code).toBe('already-there');
  const listed = await send('GET', '/partners', { as: 'sven' });
  expect(listed.data.items.map(({ id }: { id: string }) => id)).toEqual(['border', 'customs', 'police']);
  for (const as of ['paula', 'anna', 'otto']) {
    expect((await send('GET', '/partners', { as })).status).toBe(403);
    expect((await send('POST', '/partners', { as, body: { ...body, id: 'own' } })).status).toBe(403);
  }
  const bad = { ...body, id: 'new', contact: 'a\u0007b' };
  expect((await send('POST', '/partners', { as: 'ada', body: bad })).data.code).toBe('input-invalid');
});

test('a partner reports its results and sees its own; the hub’s supervisor sees all', async () => {
  const record = (as: string, partner: string, day = '2026-03-29', count = 2) =>
    send('POST', '/results', { as, body: { partner, kind: 'arrests', count, day } });
  const own = await record('paula', 'police');
  expect(own.data).toMatchObject({ partner: 'police', kind: 'arrests', count: 2, by: 'paula' });
  expect((await record('ines', 'border', '2026-04-01')).status).toBe(201);
  expect((await record('paula', 'police', '2026-02-01', 7)).status).toBe(201);
  expect((await record('paula', 'border')).status).toBe(403);
  expect((await record('anna', 'police')).status).toBe(403);
  expect((await record('sven', 'nobody')).data.code).toBe('not-found');
  expect((await record('paula', 'police', '2999-01-01')).data.code).toBe('input-invalid');
  expect((await record('paula', 'police', '2026-03-29', -1)).data.code).toBe('input-invalid');

  const seen = async (as: string, query = '') => {
    const counts: number[] = [];
    for (let cursor = ''; ; ) {
      const page = await send('GET', `/results?limit=1${query}${cursor}`, { as });
      counts.push(...page.data.items.map(({ count }: { count: number }) => count));
      if (page.data.next === null) return counts;
      cursor = `&cursor=${page.data.next}`;
    }
  };
  expect(await seen('paula')).toEqual([2, 7]);
  expect(await seen('sven')).toEqual([2, 2, 7]);
  expect(await seen('sven', '&partner=police&since=2026-03-01')).toEqual([2]);
  expect(await seen('ines', '&partner=border')).toEqual([2]);
  const others = await send('GET', '/results?partner=border', { as: 'paula' });
  const none = await send('GET', '/results?partner=nobody', { as: 'paula' });
  expect([others.status, others.data.detail]).toEqual([404, none.data.detail]);
});

const snapshot = '0123456789ab';
const people = (who: string) => Buffer.from(`Name,Mobile,Role\n${who} Petrov,+49 151 23456789,suspect\n`);

test('a partner knows what left the hub to it or over its own, and fetches what was released to it', async () => {
  const own = await api.handIn('paula', 'police', people('Ivan'));
  const other = await api.handIn('bert', 'border', people('Iwan'));
  const at = (minute: number) => `2026-01-01T10:0${minute}:00.000Z`;
  const parts = { engine: 'e', contributions: [], judgements: { count: 0, hash: '', through: 0 } };
  await api.hub.ledger.transaction(async (database) => {
    await publishSnapshot(database, { id: snapshot, parts }, { clearance: '', at: at(0) });
    const over = { kind: 'annual', snapshot, by: 'sven' };
    const release = (year: number, given: { contributions: string[]; recipients: string[] }) =>
      addRelease(database, { ...over, title: `Annual report ${year}`, at: at(year - 2020), ...given });
    await release(2021, { contributions: [own, other], recipients: ['border', 'Europol'] });
    await release(2022, { contributions: [other], recipients: ['border', 'police'] });
    await release(2023, { contributions: [other], recipients: [] });
  });
  const folder = join(api.hub.layout.reports, `2022-${snapshot}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'annual-report-2022.html'), '<p>report</p>');

  const seen = async (as: string) => (await send('GET', '/releases', { as })).data.items;
  const all = await seen('sven');
  expect(all.map(({ title }: { title: string }) => title.slice(-4))).toEqual(['2023', '2022', '2021']);
  expect(all[2]).toMatchObject({ contributions: [own, other].toSorted(), by: 'sven', snapshot });
  const hidden = { by: null, snapshot: null };
  expect(await seen('paula')).toMatchObject([
    { ...hidden, contributions: [], recipients: ['police'] },
    { ...hidden, contributions: [own], recipients: ['border', 'Europol'] },
  ]);
  expect(await seen('bert')).toMatchObject([{}, { recipients: ['border', 'police'] }, {}]);
  expect((await send('GET', '/releases', { as: 'anna' })).status).toBe(403);
  const first = await send('GET', '/releases?limit=1', { as: 'paula' });
  const rest = await send('GET', `/releases?limit=1&cursor=${first.data.next}`, { as: 'paula' });
  expect([...first.data.items, ...rest.data.items]).toEqual(await seen('paula'));
  expect(rest.data.next).toBeNull();

  const [y2023, y2022, y2021] = all.map(({ id }: { id: string }) => id);
  const file = (as: string, id: string, format = 'html') =>
    api.app.request(`http://127.0.0.1:7400${apiRoot}/releases/${id}/files/${format}`, {
      headers: { authorization: `Bearer ${as}` },
    });
  for (const as of ['sven', 'otto', 'paula', 'bert']) {
    const response = await file(as, y2022);
    expect(await response.text()).toBe('<p>report</p>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="annual-report-2022.html"',
    );
  }
  // Not to it, over its own or not; not there; written elsewhere; no format of a report.
  for (const [as, id] of [
    ['paula', y2021],
    ['paula', y2023],
    ['paula', '00'.repeat(8)],
    ['sven', y2021],
  ] as const) {
    expect((await file(as, id)).status).toBe(404);
  }
  expect((await file('sven', y2022, 'pdf')).status).toBe(404);
  expect((await file('sven', y2022, '..%2F..%2Fhub.key')).status).toBe(422);
  expect((await file('anna', y2022)).status).toBe(403);
});

test('who may see the status of the hub sees which run is published', async () => {
  const { data } = await send('GET', '/runs', { as: 'uma' });
  expect(data.items).toMatchObject([{ snapshot, engine: 'e', contributions: 0, whole: false }]);
  expect((await send('GET', '/runs', { as: 'paula' })).status).toBe(403);
});

test('a contribution is read by its own people: what came, row by row, and what is wrong, page by page', async () => {
  const born = (name: string, day: string) => `${name},+49 151 2345678${day.length % 10},${day}`;
  const good = ['Ivan', 'Olga', 'Petr', 'Lena', 'Mara', 'Nino'].map((name) => born(name, '1990-03-12'));
  const rows = [good[0], 'Anna,,1990-13-40', ...good.slice(1), 'Vera,nothing,1991-02-30'];
  const bytes = Buffer.from(`Name,Mobile,Birth date\n${rows.join('\n')}\n`);
  const id = await api.handIn('paula', 'police', bytes);
  const { data } = await send('GET', `/contributions/${id}`, { as: 'paula' });
  expect(data).toMatchObject({ id, partner: 'police', fileName: 'people.csv', bytes: bytes.length });
  expect(data.counts).toMatchObject({ rows: 8, quarantined: 0 });
  expect(data.terms).toContain('persons whose row states no category are taken as: suspect');
  expect(JSON.stringify(data.mapping)).toContain('Birth date');

  const all = async (what: string, limit: number) => {
    const items: unknown[] = [];
    for (let cursor = '', pages = 0; pages < 20; pages++) {
      const page = await send('GET', `/contributions/${id}/${what}?limit=${limit}${cursor}`, { as: 'paula' });
      items.push(...page.data.items);
      if (page.data.next === null) return items;
      cursor = `&cursor=${page.data.next}`;
    }
    throw new Error('The pages do not end.');
  };
  const records = await all('records', 3);
  expect(records).toHaveLength(8);
  expect(records[1]).toEqual({
    row: 2,
    cells: [
      { column: 'Name', value: 'Anna' },
      { column: 'Birth date', value: '1990-13-40' },
    ],
  });
  const problems = await all('problems', 1);
  expect(problems.length).toBe(data.counts.problems);
  expect(problems.length).toBeGreaterThan(2);
  expect(problems).toEqual(await all('problems', 1000));

  for (const what of ['', '/records', '/problems']) {
    for (const as of ['bert', 'sven', 'otto', 'anna']) {
      const other = await send('GET', `/contributions/${id}${what}`, { as });
      const none = await send('GET', `/contributions/0123456789abcdef${what}`, { as });
      expect([other.status, other.data.detail]).toEqual([404, none.data.detail]);
    }
  }
  const headers = { 'clew-purpose': 'categorisation' };
  const toCategorise = await send('GET', `/contributions/${id}/records`, { as: 'anna', headers });
  expect(toCategorise.data.items).toEqual(records);
});

test('contributions are listed page by page, others’ left out, the order that of handing in', async () => {
  const list = async (as: string, limit: number) => {
    const ids: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await send('GET', `/contributions?limit=${limit}${cursor}`, { as });
      ids.push(...page.data.items.map(({ id }: { id: string }) => id));
      if (page.data.next === null) return ids;
      cursor = `&cursor=${page.data.next}`;
    }
  };
  const all = await list('sven', 100);
  expect(all.length).toBe(3);
  expect(await list('sven', 1)).toEqual(all);
  expect(await list('paula', 1)).toEqual([all[0], all[2]]);
  expect(await list('bert', 1)).toEqual([all[1]]);
  expect(await list('anna', 1)).toEqual([]);
});

test('notices go on where the page before ended, those of one moment too', async () => {
  await api.hub.ledger.transaction(async (database) => {
    for (const [minute, about] of ['1', '2', '2', '2', '3'].entries()) {
      const to = { partner: 'border' };
      const at = `2026-01-01T10:0${about}:00.000Z`;
      await addNotice(database, { to, kind: 'erased', about: `a${minute}`, at });
    }
  });
  const all = (await send('GET', '/notices', { as: 'bert' })).data.items;
  expect(all.length).toBe(5);
  const paged: unknown[] = [];
  for (let cursor = ''; ; ) {
    const page = await send('GET', `/notices?limit=2${cursor}`, { as: 'bert' });
    paged.push(...page.data.items);
    if (page.data.next === null) break;
    cursor = `&cursor=${page.data.next}`;
  }
  expect(paged).toEqual(all);
  expect((await send('GET', '/notices', { as: 'paula' })).data.items).toEqual([]);
});
