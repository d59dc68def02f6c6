// What somebody with an account, or none, may try on the API, against the real gate, sign-in and ledger.

import { connect } from 'node:net';
import { addPartner } from '@clew/ledger/partners.ts';
import { addPerson, changeRole } from '@clew/ledger/people.ts';
import { hubSeal } from '@clew/ledger/vault/hub-seal.ts';
import { type Action, actions } from '@clew/model/access/actions.ts';
import type { Role } from '@clew/model/access/roles.ts';
import { apiRoot } from '@clew/model/contract/route.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hub } from '../hub/hub.ts';
import { openTestHub, type TestHub, testHubKey } from '../hub/open-test-hub.ts';
import { ensureFirstAdministrator } from '../sign-in/first-administrator.ts';
import { makeSignIn } from '../sign-in/sign-in.ts';
import { makeToken } from '../sign-in/tokens.ts';
import { type AccessLine, createApp } from './app.ts';
import { defaultLimits } from './limits.ts';
import { listen } from './listen.ts';
import { allRoutes } from './routes/all-routes.ts';

const marker = 'Kowalczykmarker';
const origin = 'http://127.0.0.1:7400';
const at = `${origin}${apiRoot}`;
const lines: AccessLine[] = [];
const bugs: unknown[] = [];
let opened: TestHub;
let hub: Hub;
let app: ReturnType<typeof createApp>;
const limits = { ...defaultLimits, personPerMinute: 1e6, addressPerMinute: 1e6, signInPerMinute: 1e6 };

function appWith(given: Partial<Parameters<typeof createApp>[0]> = {}) {
  const signIn = makeSignIn({ ledger: hub.ledger, seal: hubSeal(testHubKey), title: 'Test' });
  const told = { log: (line: AccessLine) => lines.push(line), onBug: (error: unknown) => bugs.push(error) };
  return createApp({ hub, signIn, limits, ...told, ...given });
}

beforeAll(async () => {
  opened = await openTestHub({ founder: 'founder' });
  hub = opened.hub;
  const people: readonly (readonly [string, string | null, readonly Role[]])[] = [
    ['paula', 'police', ['contributor']],
    ['anna', null, ['analyst', 'reviewer']],
    ['sven', null, ['supervisor']],
    ['otto', null, ['data-protection-officer']],
    ['ada', null, ['administrator']],
  ];
  await hub.ledger.transaction(async (database) => {
    const now = new Date().toISOString();
    await addPartner(database, { id: 'police', title: 'Police', country: 'DE', contact: 'desk' }, now);
    for (const [id, partner, roles] of people) {
      await addPerson(database, { id, title: id, partner, at: now });
      for (const role of roles) await changeOf(id, role, true);
    }
    async function changeOf(person: string, role: Role, granted: boolean) {
      await changeRole(database, { person, role, granted, by: 'test', reason: 'test', at: now });
    }
  });
  app = appWith();
}, 120_000);

afterAll(() => opened?.close());

/** What a program may have; the ledger refuses the rest. */
const unfit = /^(person\.manage|partner\.manage|project\.manage|necessity\.|break-glass\.|clock\.decide)/;
const fit = (Object.keys(actions) as Action[]).filter((action) => !unfit.test(action));

async function token(person: string, scopes: readonly Action[] = fit): Promise<string> {
  const now = Date.now();
  const until = new Date(now + 86_400_000).toISOString();
  const given = { person, title: 'test', scopes, until, by: 'test', at: new Date(now).toISOString() };
  return (await hub.ledger.transaction((database) => makeToken(database, given))).text;
}

/** As much of an answer as its reader gets to see. */
async function seen(response: Response): Promise<string> {
  return `${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`;
}

const hostile = [
  marker,
  `${marker}'--`,
  `..%2f..%2f${marker}`,
  `%2e%2e%2f${marker}`,
  `${marker}%00`,
  `${marker}%0d%0aSet-Cookie:%20a=b`,
  `%ff${marker}`,
  '__proto__',
  'constructor',
  'a'.repeat(5000),
];

test('nothing of a path, a query or a body comes back in a refusal or stands in the log; nothing makes a bug', async () => {
  lines.length = 0;
  let asked = 0;
  for (const person of ['paula', 'anna', 'otto']) {
    const authorization = `Bearer ${await token(person)}`;
    for (const { route } of allRoutes) {
      for (const text of route.path.includes('{') ? hostile : [marker, '__proto__', `${marker}%00`]) {
        const path = route.path.replaceAll(/\{[a-zA-Z]+\}/g, text);
        const query = `?${text}=${text}&cursor=${marker}&limit=${marker}&type=${marker}`;
        const names = ['id', 'person', 'partner', 'reason', 'a', 'b', 'verdict', 'fileName', 'until', marker];
        const body = JSON.stringify(Object.fromEntries(names.map((name) => [name, marker])));
        const isRead = route.method === 'GET';
        const response = await app.request(`${at}${path}${isRead ? query : ''}`, {
          method: route.method,
          headers: { authorization, ...(isRead ? {} : { 'content-type': 'application/json', origin }) },
          ...(isRead ? {} : { body }),
        });
        asked += 1;
        const answer = await seen(response);
        if (response.status >= 400) expect(answer).not.toContain(marker);
        expect(response.status).toBeLessThan(500);
      }
    }
  }
  expect(asked).toBeGreaterThan(500);
  expect(bugs).toEqual([]);
  expect(lines).toHaveLength(asked);
  expect(JSON.stringify(lines)).not.toContain(marker);
}, 120_000);

test('no header comes back, and a purpose or project that is no id is refused without its words', async () => {
  const authorization = `Bearer ${await token('anna')}`;
  const headers = [
    'clew-purpose',
    'clew-project',
    'idempotency-key',
    'clew-form',
    'origin',
    'cookie',
    'accept',
  ];
  for (const name of headers) {
    for (const value of [marker, `${marker} ../..`, `clew-on-this-machine=${marker}`, '__proto__']) {
      const response = await app.request(`${at}/status`, { headers: { authorization, [name]: value } });
      expect(await seen(response)).not.toContain(marker);
      expect(response.status).toBeLessThan(500);
    }
  }
  expect(bugs).toEqual([]);
});

test.each([
  ['a key of the language', '{"__proto__":{"polluted":1},"person":"a","password":"b"}', 400],
  ['a key of the language further down', '{"person":{"a":{"__proto__":{"polluted":1}}}}', 400],
  ['a constructor', '{"constructor":{"prototype":{"polluted":1}},"person":"a","password":"b"}', 422],
  ['half a million brackets', '['.repeat(500_000), 400],
  ['brackets that close again', `${'['.repeat(400_000)}${']'.repeat(400_000)}`, 400],
  ['half a surrogate pair', '{"person":"\\ud800","password":"b"}', 401],
  ['a null', '{"person":"administrator","password":"\\u0000"}', 401],
])('%s in a body changes nothing', async (_name, body, status) => {
  const headers = { 'content-type': 'application/json', origin };
  const response = await app.request(`${at}/session`, { method: 'POST', headers, body });
  expect(response.status).toBe(status);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(bugs).toEqual([]);
});

const announced = JSON.stringify({ partner: 'police', fileName: 'a.csv', terms: { category: 'suspect' } });

async function announce(text: string, headers: Record<string, string> = {}): Promise<Response> {
  return app.request(`${at}/uploads`, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${text}`, 'content-type': 'application/json', 'idempotency-key': 'k' },
      ...headers,
    },
    body: announced,
  });
}

test('the answer to a repeated request is not given to fewer rights than it was first given to', async () => {
  const whole = await token('paula');
  const first = await announce(whole);
  expect(first.status).toBe(201);
  const { id } = (await first.json()) as { id: string };
  expect(await (await announce(whole)).json()).toEqual({ id });
  // A token of the same person that may not hand in; another purpose; the same token when the role is gone.
  expect(await seen(await announce(await token('paula', ['hit.read'])))).not.toContain(id);
  expect(await seen(await announce(whole, { 'clew-purpose': 'oversight' }))).not.toContain(id);
  const change = { person: 'paula', role: 'contributor', by: 'test', reason: 'test' } as const;
  const now = new Date().toISOString();
  await hub.ledger.transaction((database) => changeRole(database, { ...change, granted: false, at: now }));
  const later = await announce(whole);
  expect(later.status).toBeGreaterThanOrEqual(400);
  expect(await seen(later)).not.toContain(id);
  await hub.ledger.transaction((database) => changeRole(database, { ...change, granted: true, at: now }));
});

async function signedIn(password: string, headers: Record<string, string> = {}): Promise<Response> {
  return app.request(`${at}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, ...headers },
    body: JSON.stringify({ person: 'administrator', password }),
  });
}

test('signing in ends the session that the browser had, and takes no secret that the browser brings', async () => {
  const first = await ensureFirstAdministrator({ ledger: hub.ledger });
  const password = first?.oneTimePassword ?? '';
  const brought = 'clew-on-this-machine=chosenbyanother';
  const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const one = cookieOf(await signedIn(password, { cookie: brought }));
  expect(one).toMatch(/^clew-on-this-machine=[A-Za-z0-9_-]{43}$/);
  const two = cookieOf(await signedIn(password, { cookie: one }));
  expect(two).not.toBe(one);
  const choose = (cookie: string) =>
    app.request(`${at}/session/first-password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie },
      body: JSON.stringify({ password: 'walnut harbour quilt seven' }),
    });
  expect((await choose(one)).status).toBe(401);
  expect((await choose(two)).status).toBe(200);
});

test('a page of another site signs nobody in, out or on, whatever header it adds', async () => {
  const steps = allRoutes.filter(({ route }) => route.writes && !route.signedIn);
  expect(steps.length).toBeGreaterThan(5);
  for (const { route } of steps) {
    for (const extra of [{}, { authorization: 'Bearer any' }, { 'sec-fetch-site': 'cross-site' }]) {
      const headers = { 'content-type': 'application/json', origin: 'https://evil.example', ...extra };
      const body = route.body === null ? {} : { body: '{}' };
      const response = await app.request(`${at}${route.path}`, { method: route.method, headers, ...body });
      expect(response.status).toBe(403);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
  }
});

test('no answer lets another site read it', async () => {
  const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
  for (const method of ['OPTIONS', 'GET']) {
    const response = await app.request(`${at}/session`, { method, headers });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});

test('signing out asks the browser to forget what it keeps', async () => {
  const response = await app.request(`${at}/session`, { method: 'DELETE', headers: { origin } });
  expect(response.status).toBe(204);
  expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
  expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
});

/** How many of ten requests that name ever new addresses are let through where each address has three. */
async function letThrough(behindProxy: boolean, forwarded: (index: number) => string): Promise<number> {
  const few = appWith({ behindProxy, limits: { ...limits, addressPerMinute: 3 }, clock: () => 0 });
  let count = 0;
  for (let index = 0; index < 10; index += 1) {
    const headers = {
      'x-forwarded-for': forwarded(index),
      'x-real-ip': `10.0.0.${index}`,
      forwarded: 'for=1.2.3.4',
    };
    if ((await few.request(`${at}/docs`, { headers })).status !== 429) count += 1;
  }
  return count;
}

test('nobody gets more requests by naming other addresses', async () => {
  expect(await letThrough(false, (index) => `10.0.0.${index}`)).toBe(3);
  // The proxy puts the address that it saw last.
  expect(await letThrough(true, (index) => `10.0.0.${index}, 192.0.2.7`)).toBe(3);
  expect(await letThrough(true, (index) => `10.0.0.${index}`)).toBe(10);
});

/** What a server says to bytes that are no proper request, until it closes or is silent for a while. */
function answerTo(port: number, bytes: string): Promise<string> {
  return new Promise((done) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(700, () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => done(text));
  });
}

test('a request whose end is in doubt is refused, and nothing behind it is taken for another', async () => {
  const listening = await listen((port) => appWith({ origins: [`http://127.0.0.1:${port}`] }).fetch, {
    ...{ host: '127.0.0.1', port: 0, limits },
  });
  const host = `Host: 127.0.0.1:${listening.port}\r\n`;
  const behind = `GET /api/v1/docs HTTP/1.1\r\n${host}\r\n`;
  const post = `POST /api/v1/session HTTP/1.1\r\n${host}`;
  const doubtful = [
    `${post}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${behind}`,
    `${post}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd${behind}`,
    `${post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${behind}`,
    `${post}Content-Length : 4\r\n\r\nabcd${behind}`,
    `${post}X-A: ${marker}\r\n folded\r\n\r\n${behind}`,
    `GET /api/v1/session HTTP/1.1\n${host}\n${behind}`,
    `GET /${marker} HTTP/1.1\r\n\r\n`,
  ];
  try {
    for (const text of doubtful) {
      const answer = await answerTo(listening.port, text);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
      expect(answer).not.toContain(marker);
    }
    // Two names: the first is ours, the second is not taken instead.
    const two = `GET /api/v1/docs HTTP/1.1\r\nHost: evil.example\r\n${host}\r\n`;
    expect(await answerTo(listening.port, two)).toMatch(/^HTTP\/1\.1 400 /);
  } finally {
    await listening.stop();
  }
});
