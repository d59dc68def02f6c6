import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApi, type TestApi, testRoot } from './test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await openTestApi();
  const people = 'Name,Mobile,Role\nIvan Petrov,+49 151 23456789,suspect\n';
  await api.handIn('paula', 'police', Buffer.from(people));
  expect((await api.send('POST', '/runs', { as: 'sven', body: {} })).status).toBe(201);
});

afterAll(() => api?.close());

const until = new Date(Date.now() + 86_400_000).toISOString();

/** Text that a keyboard does not give: what no database column, no log line or no query can hold as it is. */
const strange = [
  'a\u0000b',
  '\u0000',
  '\ud800',
  'a\udc00b',
  '\uffff',
  '\u202e\u2066',
  '\r\nSet-Cookie: a=b',
  '\u001b[2J',
  "';--",
];

type Asked = readonly [as: string, method: string, path: string, body: (text: string) => object];

const asked: readonly Asked[] = [
  ['ada', 'POST', '/people', (title) => ({ id: 'new', title, partner: null })],
  ['ada', 'POST', '/people/anna/roles', (reason) => ({ role: 'auditor', granted: false, reason })],
  ['ada', 'POST', '/people/anna/identities', (subject) => ({ issuer: 'https://id.example', subject })],
  ['ada', 'POST', '/people/anna/identities', (issuer) => ({ issuer, subject: 'a' })],
  ['ada', 'POST', '/tokens', (title) => ({ person: 'paula', title, scopes: ['hit.read'], until })],
  ['sven', 'POST', '/projects', (title) => ({ id: 'p', title, purpose: 'operational-analysis' })],
  ['anna', 'POST', '/break-glass', (reason) => ({ reason })],
  ['anna', 'POST', '/entities/search', (text) => ({ text })],
  ['paula', 'POST', '/uploads', (fileName) => ({ partner: 'police', fileName, terms: {} })],
  [
    'paula',
    'POST',
    '/uploads',
    (text) => ({ partner: 'police', fileName: 'a', terms: { restrictions: [text] } }),
  ],
  [
    'paula',
    'POST',
    '/uploads',
    (text) => ({ partner: 'police', fileName: 'a', terms: { handling: [{ code: 'H3', text }] } }),
  ],
];

test.each(asked)(
  '%s %s %s: strange text is kept, read as text or refused, and is no bug',
  async (as, method, path, body) => {
    for (const text of strange) {
      const response = await api.app.request(`${testRoot}${path}`, {
        method,
        headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
        body: JSON.stringify(body(text)),
      });
      // It got as far as the field: neither another address nor another method, nor somebody who may not.
      expect([200, 201, 204, 400, 409, 422]).toContain(response.status);
      expect([...response.headers.keys()]).not.toContain('set-cookie');
    }
  },
);
