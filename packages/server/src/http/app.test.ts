import { pageOf, pageQuery } from '@clew/model/contract/page.ts';
import { problemDetails } from '@clew/model/contract/problem-details.ts';
import { defineRoute } from '@clew/model/contract/route.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Hub } from '../hub/hub.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { type AccessLine, createApp } from './app.ts';
import { wire } from './asked.ts';
import { defaultLimits } from './limits.ts';
import { pageOfList } from './page-of-list.ts';
import type { SignInDoor } from './sign-in-door.ts';

const actor = {
  roles: ['analyst'],
  partner: null,
  projects: [],
  scopes: null,
} as const;

const door: SignInDoor = {
  bySession: async (secret) =>
    secret === 'kept'
      ? { actor: { ...actor, person: 'anna', via: 'session' }, formToken: 'form' }
      : undefined,
  byToken: async (secret) =>
    ['one', 'two'].includes(secret) ? { ...actor, person: `system-${secret}`, via: 'token' } : undefined,
};

const numbers = Array.from({ length: 25 }, (_, index) => `n${String(index).padStart(2, '0')}`);

const list = wire(
  defineRoute({
    id: 'listNumbers',
    noun: 'status',
    method: 'GET',
    path: '/numbers',
    action: 'hub.status',
    summary: 'Numbers',
    query: pageQuery.extend({ sort: z.enum(['up', 'down']).default('up') }),
    response: pageOf(z.object({ id: z.string() })),
  }),
  async ({ page, query }) => {
    const all = (query.sort === 'up' ? numbers : numbers.toReversed()).map((id) => ({
      id,
      secret: 'hidden',
    }));
    return pageOfList(page(), all, ({ id }) => id);
  },
);

const echo = wire(
  defineRoute({
    id: 'echo',
    noun: 'status',
    method: 'POST',
    path: '/echo/{name}',
    action: 'hub.status',
    summary: 'Says what it was told',
    parameters: z.strictObject({ name: z.string().regex(/^[a-z]+$/) }),
    body: z.strictObject({ text: z.string().max(20), inner: z.json().optional() }),
    response: z.object({ text: z.string() }),
    refusals: ['not-found'],
  }),
  async ({ body, parameters }) => {
    if (parameters.name === 'gone') throw new Refusal('not-found', 'There is no such thing.', 'Look again.');
    if (parameters.name === 'broken') throw new Error('marker: the password of the database');
    if (parameters.name === 'wrong') return { text: 7 } as never;
    return { text: body.text };
  },
);

const now = { ms: 0 };
let lines: AccessLine[];
let bugs: unknown[];

function app(limits = {}, stopping?: AbortSignal) {
  let drawn = 0;
  return createApp({
    hub: {} as Hub,
    signIn: {} as SignIn,
    door,
    limits: { ...defaultLimits, ...limits },
    clock: () => now.ms,
    routes: [list, echo],
    requestId: () => `request-${++drawn}`,
    log: (line) => lines.push(line),
    onBug: (error) => bugs.push(error),
    ...(stopping === undefined ? {} : { stopping }),
  });
}

beforeEach(() => {
  now.ms = Date.UTC(2026, 10, 22);
  lines = [];
  bugs = [];
});

const at = 'http://127.0.0.1:7400/api/v1';
const token = { authorization: 'Bearer one' };
const json = { ...token, 'content-type': 'application/json' };
const post = (headers: Record<string, string>, body: string) => ({ method: 'POST', headers, body });

async function problem(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const parsed = problemDetails.parse(await response.json());
  expect(parsed.status).toBe(response.status);
  return parsed;
}

test('a token opens a route, and the answer holds what the contract names and nothing else', async () => {
  const response = await app().request(`${at}/numbers?limit=2`, { headers: token });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ items: [{ id: 'n00' }, { id: 'n01' }], next: expect.any(String) });
  expect(response.headers.get('ratelimit-policy')).toBe('"person";q=600;w=60');
  expect(response.headers.get('ratelimit')).toBe('"person";r=599;t=0');
});

test('every answer carries the strict headers, errors included', async () => {
  const answers = [
    await app().request(`${at}/numbers`, { headers: token }),
    await app().request(`${at}/numbers`),
    await app().request(`${at}/nothing`),
    await app().request(`${at}/numbers`, { method: 'PATCH' }),
    await app().request(`${at}/docs`),
    await app().request('http://evil.example/api/v1/numbers'),
  ];
  for (const { headers } of answers) {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('etag')).toBeNull();
    expect(headers.get('server-timing')).toBeNull();
    expect(headers.get('clew-request')).toMatch(/^request-/);
  }
});

test('over TLS the browser is told to stay there', async () => {
  const secure = createApp({
    hub: {} as Hub,
    signIn: {} as SignIn,
    door,
    origins: ['https://hub.example'],
    routes: [list],
  });
  const response = await secure.request('https://hub.example/api/v1/numbers');
  expect(response.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
});

test('pages follow one another to the end, each thing once', async () => {
  const api = app();
  const seen: string[] = [];
  let cursor = '';
  do {
    const response = await api.request(`${at}/numbers?limit=10${cursor}`, { headers: token });
    const { items, next } = (await response.json()) as { items: { id: string }[]; next: string | null };
    seen.push(...items.map(({ id }) => id));
    cursor = next === null ? '' : `&cursor=${next}`;
  } while (cursor !== '');
  expect(seen).toEqual(numbers);
});

test('a cursor of another person, purpose or list is refused as nonsense is', async () => {
  const api = app();
  const first = await api.request(`${at}/numbers?limit=10`, { headers: token });
  const { next } = (await first.json()) as { next: string };
  const bodies = new Set<string>();
  const attempts: [string, Record<string, string>][] = [
    [`?cursor=${next}`, { authorization: 'Bearer two' }],
    [`?cursor=${next}`, { ...token, 'clew-purpose': 'cross-check' }],
    [`?cursor=${next}&sort=down`, token],
    [`?cursor=${next.slice(0, -2)}AA`, token],
    ['?cursor=nonsense', token],
  ];
  for (const [query, headers] of attempts) {
    const { instance, ...rest } = await problem(await api.request(`${at}/numbers${query}`, { headers }));
    expect(instance).toMatch(/^urn:clew:request:/);
    bodies.add(JSON.stringify(rest));
  }
  expect(bodies.size).toBe(1);
  expect((await api.request(`${at}/numbers?limit=5&cursor=${next}`, { headers: token })).status).toBe(200);
});

test('what is not in the contract is 404, another method 405 with what is allowed', async () => {
  expect(await problem(await app().request(`${at}/nothing`))).toMatchObject({
    status: 404,
    code: 'not-found',
  });
  expect(await problem(await app().request('http://127.0.0.1:7400/'))).toMatchObject({ status: 404 });
  const wrong = await app().request(`${at}/echo/me`, { method: 'DELETE' });
  expect(wrong.headers.get('allow')).toBe('POST');
  expect(await problem(wrong)).toMatchObject({ status: 405, code: 'method-not-allowed' });
  expect((await app().request(`${at}/numbers`, { method: 'OPTIONS' })).status).toBe(405);
});

test.each([
  ['no JSON', json, '{', 400, 'usage'],
  ['bytes that are no UTF-8', json, new Uint8Array([0x22, 0xff, 0x22]), 400, 'usage'],
  ['another type', { ...token, 'content-type': 'text/plain' }, '{"text":"a"}', 415, 'content-type'],
  ['no type', token, new Uint8Array([0x7b, 0x7d]), 415, 'content-type'],
  ['compressed', { ...json, 'content-encoding': 'gzip' }, '{"text":"a"}', 415, 'content-type'],
  ['a key too many', json, '{"text":"a","marker":1}', 422, 'input-invalid'],
  ['a wrong value', json, '{"text":7}', 422, 'input-invalid'],
  ['too deep', json, `{"text":"a","inner":${'['.repeat(40)}${']'.repeat(40)}}`, 400, 'usage'],
  ['a key of the language', json, '{"text":"a","__proto__":{"x":1}}', 400, 'usage'],
])('a body with %s is refused', async (_what, headers, body, status, code) => {
  const given = { method: 'POST', headers: headers as unknown as Record<string, string>, body };
  const refused = await problem(await app().request(`${at}/echo/me`, given));
  expect(refused).toMatchObject({ status, code });
  expect(JSON.stringify(refused)).not.toContain('marker');
});

test('a body over the limit is refused, whether it says its length or not', async () => {
  const api = app({ bodyBytes: 100 });
  const large = JSON.stringify({ text: 'x'.repeat(200) });
  const said = { ...json, 'content-length': String(large.length) };
  expect((await api.request(`${at}/echo/me`, post(said, large))).status).toBe(413);
  expect((await api.request(`${at}/echo/me`, post(json, large))).status).toBe(413);
});

test('a parameter that is given twice, unknown or out of bounds is refused', async () => {
  for (const query of ['?limit=1&limit=2', '?unknown=1', '?limit=0', '?limit=1001', '?limit=x']) {
    const refused = await problem(await app().request(`${at}/numbers${query}`, { headers: token }));
    expect(refused).toMatchObject({ status: 422, code: 'input-invalid' });
  }
  expect((await app().request(`${at}/echo/ME`, post(json, '{"text":"a"}'))).status).toBe(422);
});

test('a refusal keeps its words; a bug says its request and nothing else', async () => {
  const gone = await problem(await app().request(`${at}/echo/gone`, post(json, '{"text":"a"}')));
  expect(gone).toEqual({
    type: '/api/v1/docs#not-found',
    title: 'There is no such thing',
    status: 404,
    detail: 'There is no such thing.',
    instance: 'urn:clew:request:request-1',
    code: 'not-found',
    advice: 'Look again.',
  });
  for (const name of ['broken', 'wrong']) {
    const broken = await problem(await app().request(`${at}/echo/${name}`, post(json, '{"text":"a"}')));
    expect(broken).toMatchObject({ status: 500, code: 'bug', detail: '' });
    expect(JSON.stringify(broken)).not.toContain('marker');
  }
  expect(bugs).toHaveLength(2);
});

test('nobody, a stale token and a wrong scheme are told the same', async () => {
  const attempts: Record<string, string>[] = [
    {},
    { authorization: 'Bearer stale' },
    { authorization: 'Basic YTpi' },
    { cookie: 'clew-on-this-machine=stale' },
    { cookie: '__Host-clew=kept' },
    { cookie: 'clew-on-this-machine=kept; clew-on-this-machine=kept' },
    { cookie: 'clew-on-this-machine=kept', authorization: 'Bearer stale' },
  ];
  for (const headers of attempts) {
    const response = await app().request(`${at}/numbers`, { headers });
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="clew"');
    expect(await problem(response)).toMatchObject({ status: 401, code: 'not-signed-in' });
  }
});

const session = { cookie: 'clew-on-this-machine=kept', 'content-type': 'application/json' };
const ours = { ...session, origin: 'http://127.0.0.1:7400', 'clew-form': 'form' };

test('a session changes something only from a page of the hub and with its form token', async () => {
  const status = async (headers: Record<string, string>) =>
    (await app().request(`${at}/echo/me`, post(headers, '{"text":"a"}'))).status;
  expect(await status(ours)).toBe(200);
  expect(await status({ ...ours, 'sec-fetch-site': 'same-origin' })).toBe(200);
  expect(await status({ ...session, 'sec-fetch-site': 'same-origin', 'clew-form': 'form' })).toBe(200);
  expect(await status(session)).toBe(403);
  expect(await status({ ...session, 'clew-form': 'form' })).toBe(403);
  expect(await status({ ...ours, 'clew-form': 'other' })).toBe(403);
  expect(await status({ ...ours, origin: 'http://evil.example' })).toBe(403);
  expect(await status({ ...ours, origin: 'null' })).toBe(403);
  expect(await status({ ...ours, 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await status({ ...ours, 'sec-fetch-site': 'same-site' })).toBe(403);
  expect((await app().request(`${at}/numbers`, { headers: { cookie: session.cookie } })).status).toBe(200);
});

test('only names of the hub are answered to', async () => {
  const response = await app().request(`${at}/numbers`, { headers: { ...token, host: 'rebound.example' } });
  expect(await problem(response)).toMatchObject({ status: 400, code: 'usage' });
});

test('purposes are those that there are', async () => {
  const ask = (headers: Record<string, string>) =>
    app().request(`${at}/numbers`, { headers: { ...token, ...headers } });
  expect((await ask({ 'clew-purpose': 'curiosity' })).status).toBe(422);
  expect((await ask({ 'clew-purpose': 'operational-analysis' })).status).toBe(422);
  expect((await ask({ 'clew-purpose': 'operational-analysis', 'clew-project': 'red' })).status).toBe(200);
});

test('one person asks so often, one address so often, and both may again after a while', async () => {
  const api = app({ personPerMinute: 3, addressPerMinute: 5 });
  const ask = (bearer: string) =>
    api.request(`${at}/numbers`, { headers: { authorization: `Bearer ${bearer}` } });
  for (let time = 0; time < 3; time++) expect((await ask('one')).status).toBe(200);
  const refused = await ask('one');
  expect(refused.headers.get('retry-after')).toBe('20');
  expect(await problem(refused)).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect((await ask('two')).status).toBe(200);
  expect((await ask('two')).status).toBe(429);
  now.ms += 20_000;
  expect((await ask('one')).status).toBe(200);
});

test('a hub that is being stopped takes nothing new', async () => {
  const stop = new AbortController();
  const api = app({}, stop.signal);
  expect((await api.request(`${at}/numbers`, { headers: token })).status).toBe(200);
  stop.abort();
  expect(await problem(await api.request(`${at}/numbers`, { headers: token }))).toMatchObject({
    status: 503,
  });
});

test('the log names the pattern of the route and nothing of what was asked', async () => {
  await app().request(
    `${at}/echo/marker?marker=1`,
    post({ ...ours, 'clew-form': 'marker' }, '{"text":"marker"}'),
  );
  await app().request(`${at}/marker`, { headers: { authorization: 'Bearer marker' } });
  expect(lines).toEqual([
    { method: 'POST', route: '/echo/{name}', status: 403, ms: 0, request: 'request-1' },
    { method: 'GET', route: null, status: 404, ms: 0, request: 'request-1' },
  ]);
});
