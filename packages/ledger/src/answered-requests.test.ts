import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerRequest, claimRequest, clearRequests, releaseRequest } from './answered-requests.ts';
import { openTestLedger, type TestLedger } from './test-ledger.ts';

let opened: TestLedger;

beforeEach(async () => {
  opened = await openTestLedger();
});

afterEach(() => opened.close());

const given = { person: 'ann', key: 'k-1', request: 'hash', at: '2026-03-01T10:00:00.000Z' };

const claim = (change: Partial<typeof given> = {}) =>
  opened.ledger.transaction((database) => claimRequest(database, { ...given, ...change }));

test('a request is claimed once and its answer comes back', async () => {
  const states = await Promise.all([claim(), claim(), claim()]);
  expect(states.map(({ state }) => state).sort()).toEqual(['new', 'running', 'running']);
  await opened.ledger.transaction((database) =>
    answerRequest(database, { person: 'ann', key: 'k-1', status: 201, body: '{"id":1}' }),
  );
  expect(await claim()).toEqual({ state: 'answered', status: 201, body: '{"id":1}' });
  expect(await claim({ person: 'bob' })).toEqual({ state: 'new' });
});

test('a key stands for one request', async () => {
  await claim();
  await expect(claim({ request: 'another' })).rejects.toMatchObject({ code: 'input-invalid' });
});

test('what was given up or interrupted can be sent again, once', async () => {
  await claim();
  await opened.ledger.transaction((database) => releaseRequest(database, given));
  expect(await claim()).toEqual({ state: 'new' });
  const later = { at: '2026-03-01T10:10:00.000Z' };
  expect(await claim({ at: '2026-03-01T10:09:59.999Z' })).toEqual({ state: 'running' });
  expect(await claim(later)).toEqual({ state: 'new' });
  expect(await claim(later)).toEqual({ state: 'running' });
  await opened.ledger.transaction((database) => clearRequests(database, '2026-03-02T10:00:00.000Z'));
  expect(await claim({ request: 'another' })).toEqual({ state: 'new' });
});

test('keys that do not fit are refused', async () => {
  for (const key of ['', 'a b', 'a\u0000', 'é', 'k'.repeat(129)]) {
    await expect(claim({ key }), key).rejects.toMatchObject({ code: 'input-invalid' });
  }
});
