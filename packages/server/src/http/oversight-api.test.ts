import { generateKeyPairSync } from 'node:crypto';
import { countersign } from '@clew/ledger/audit/checkpoints.ts';
import { signingKeyFromPem } from '@clew/ledger/audit/signing-key.ts';
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
