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
  expect(listed.data.items).toMatchObject([{ person: 'ada', action: 'person.list', outcome: 'done' }]);
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
