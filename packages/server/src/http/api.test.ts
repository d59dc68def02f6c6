import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { readWhereabouts } from '@clew/model/contract/entities.ts';
import { explainPair } from '@clew/model/contract/findings.ts';
import { readModel } from '@clew/model/contract/models.ts';
import { apiRoot } from '@clew/model/contract/route.ts';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hub } from '../hub/hub.ts';
import { ensureFirstAdministrator } from '../sign-in/first-administrator.ts';
import { createApp } from './app.ts';
import { defaultLimits } from './limits.ts';
import { listen } from './listen.ts';
import { openTestApi, suspects, type TestApi, testRoot } from './test-api.ts';

let api: TestApi;
let hub: Hub;
let app: TestApi['app'];
let send: TestApi['send'];
let handIn: TestApi['handIn'];

beforeAll(async () => {
  api = await openTestApi();
  ({ hub, app, send, handIn } = api);
});

afterAll(() => api?.close());

async function lookIntoLinkage(): Promise<void> {
  const model = await send('GET', '/models/person', { as: 'anna' });
  expect(readModel.response?.parse(model.data)).toMatchObject({ type: 'person', subjects: 4 });
  expect((await send('GET', '/models/phone', { as: 'anna' })).status).toBe(404);
  const found = await send('POST', '/entities/search', { as: 'anna', body: { text: 'Silva' } });
  const records = await send('GET', `/entities/${found.data.items[0].id}/records`, { as: 'anna' });
  const [a, b] = records.data.items.map(({ subject }: { subject: string }) => `person-${subject}`);
  const pair = await send('GET', `/pairs/${a}/${b}`, { as: 'anna' });
  const told = explainPair.response?.parse(pair.data);
  expect(told).toMatchObject({ sameEntity: true, neverCompared: null });
  expect(told?.chain[0]?.parts.find(({ comparison }) => comparison === 'name')?.says).toEqual([
    ['Maria Silva'],
    ['Maria Silva'],
  ]);
}

const file = (who: string) =>
  Buffer.from(
    `Name,Mobile,Role\n${who} Petrov,+49 151 23456789,suspect\nMaria Silva,+351 912 345 678,suspect\n`,
  );
test('a partner’s system hands in, the hub runs, people read, both owners get a hit', async () => {
  const own = await handIn('paula', 'police', file('Ivan'));
  await handIn('bert', 'border', file('Ivan'));
  const listed = await send('GET', '/contributions?limit=10', { as: 'paula' });
  expect(listed.data.items.map(({ id }: { id: string }) => id)).toEqual([own]);
  const problems = await send('GET', `/contributions/${own}/problems`, { as: 'paula' });
  expect(problems.data.rows).toEqual({ rows: 2, stated: 2, refused: 0 });

  expect((await send('GET', '/entities', { as: 'anna' })).status).toBe(409);
  const run = await send('POST', '/runs', { as: 'sven', body: {} });
  expect(run.data).toMatchObject({ computed: true, setAside: [] });
  expect((await send('GET', '/status', { as: 'sven' })).data).toMatchObject({
    snapshot: { id: run.data.snapshot },
  });

  const found = await send('POST', '/entities/search', { as: 'anna', body: { text: 'Petrov' } });
  expect(found.data.items[0].caption).toContain('Petrov');
  const { id } = found.data.items[0];
  const dossier = await send('GET', `/entities/${id}`, { as: 'anna' });
  expect(dossier.data).toMatchObject({ id, type: 'person' });
  for (const part of ['links', 'statements', 'records', 'moments', 'places']) {
    const all = await send('GET', `/entities/${id}/${part}`, { as: 'anna' });
    const first = await send('GET', `/entities/${id}/${part}?limit=1`, { as: 'anna' });
    if (part === 'records' || part === 'statements') {
      expect(all.data.items.length).toBeGreaterThan(1);
      const next = `&cursor=${first.data.next}`;
      const second = await send('GET', `/entities/${id}/${part}?limit=1${next}`, { as: 'anna' });
      expect([...first.data.items, ...second.data.items]).toEqual(all.data.items.slice(0, 2));
    }
    expect((await send('GET', `/entities/person-0123456789abcdef/${part}`, { as: 'anna' })).status).toBe(404);
  }
  const asked = { as: 'anna', body: { entities: [id, 'person-0123456789abcdef'] } };
  const whereabouts = await send('POST', '/entities/whereabouts', asked);
  expect(readWhereabouts.response?.parse(whereabouts.data).items).toMatchObject([{ id, type: 'person' }]);
  const seen = new Set<string>();
  for (let cursor = ''; ; ) {
    const page = await send('GET', `/entities?limit=1${cursor}`, { as: 'anna' });
    for (const item of page.data.items) seen.add(item.id);
    if (page.data.next === null) break;
    cursor = `&cursor=${page.data.next}`;
  }
  expect(seen).toContain(id);
  expect((await send('GET', '/findings', { as: 'anna' })).status).toBe(200);
  await lookIntoLinkage();

  const hits = await send('GET', '/hits', { as: 'paula' });
  expect(hits.data.items.length).toBeGreaterThan(0);
  const hit = hits.data.items[0].id;
  expect((await send('GET', `/hits/${hit}`, { as: 'paula' })).data.hit.other).toBe('border');
  expect(
    (await send('POST', `/hits/${hit}/requests`, { as: 'paula', body: { reason: 'Our case' } })).status,
  ).toBe(204);
  const answer = { answer: 'share-part', properties: ['name'] };
  expect((await send('POST', `/hits/${hit}/answers`, { as: 'bert', body: answer })).status).toBe(204);
  const shared = await send('GET', `/hits/${hit}/shared`, {
    as: 'paula',
    headers: { 'clew-purpose': 'cross-check' },
  });
  expect(shared.status).toBe(200);
  expect((await send('GET', '/hit-counts', { as: 'paula' })).data.items).toHaveLength(1);
  expect((await send('GET', '/answer-times', { as: 'paula' })).status).toBe(200);
  const notices = await send('GET', '/notices', { as: 'paula' });
  expect(notices.data.items.length).toBeGreaterThan(0);
  expect((await send('PUT', `/notices/${notices.data.items[0].id}/read`, { as: 'paula' })).status).toBe(204);
  const tighter = await send('PUT', `/contributions/${own}/terms`, {
    as: 'paula',
    body: { handling: ['H2'] },
  });
  expect(tighter.data).toMatchObject({ changed: true, effect: 'tighter' });
  const standing = await send('GET', `/contributions/${own}/terms`, { as: 'paula' });
  expect(standing.data.terms.handling).toEqual(['H2']);
  expect(standing.data.history).toHaveLength(2);
  expect((await send('GET', '/clocks', { as: 'otto' })).status).toBe(200);
});

test('what belongs to another partner and what is not there are answered in the same words', async () => {
  const { data } = await send('GET', '/contributions', { as: 'bert' });
  const hidden = data.items[0].id;
  const answers = [];
  for (const id of [hidden, '0123456789abcdef']) {
    const { response, data: problem } = await send('GET', `/contributions/${id}/problems`, { as: 'paula' });
    const { instance: _, ...words } = problem as Record<string, unknown>;
    const headers = [...response.headers].filter(
      ([name]) => !['clew-request', 'ratelimit', 'date'].includes(name),
    );
    answers.push(JSON.stringify([response.status, words, headers]));
  }
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).toContain('not-found');
});

test('the same request with the same key is carried out once', async () => {
  const body = { id: 'carla', title: 'Carla', partner: null };
  const headers = { 'idempotency-key': 'one' };
  const first = await send('POST', '/people', { as: 'ada', body, headers });
  const again = await send('POST', '/people', { as: 'ada', body: { ...body }, headers });
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.data).toEqual(first.data);
  const other = await send('POST', '/people', { as: 'ada', body: { ...body, title: 'Karla' }, headers });
  expect([other.status, other.data.code]).toEqual([422, 'input-invalid']);
  const both = await Promise.all(
    [1, 2].map(() =>
      send('POST', '/people', {
        as: 'ada',
        body: { ...body, id: 'dora' },
        headers: { 'idempotency-key': 'two' },
      }),
    ),
  );
  expect(both.map(({ status }) => status).toSorted()[0]).toBe(201);
  expect([201, 409]).toContain(both.map(({ status }) => status).toSorted()[1]);
});

test('an answer that is shown once is not kept for a repeated request', async () => {
  const headers = { 'idempotency-key': 'secret' };
  const first = await send('POST', '/people/carla/account', { as: 'ada', headers });
  expect(first.data.oneTimePassword).toMatch(/-/);
  const again = await send('POST', '/people/carla/account', { as: 'ada', headers });
  expect([again.status, again.data.code]).toEqual([409, 'already-done']);
  const kept = await hub.ledger.query<{ body: string }>('select body from answered_request');
  expect(JSON.stringify(kept)).not.toContain(first.data.oneTimePassword);
});

test('who manages people sees no content, and who reads content manages no people', async () => {
  expect((await send('GET', '/entities', { as: 'ada' })).status).toBe(403);
  expect(
    (await send('POST', '/people', { as: 'anna', body: { id: 'x', title: 'X', partner: null } })).status,
  ).toBe(403);
  expect((await send('POST', '/runs', { as: 'paula', body: {} })).status).toBe(403);
});

test('the first administrator signs in step by step, and the cookie never leaves the browser’s hands', async () => {
  const first = await ensureFirstAdministrator(hub);
  // Somebody has an account already in this hub: the account that was opened above serves.
  expect(first).toBeUndefined();
  const origin = { origin: 'http://127.0.0.1:7400' };
  const reset = await send('POST', '/people/carla/account/reset', { as: 'ada', body: {} });
  const wrong = await send('POST', '/session', {
    body: { person: 'carla', password: 'nonsense' },
    headers: origin,
  });
  expect(wrong.status).toBe(401);
  const password = reset.data.oneTimePassword;
  const foreign = await send('POST', '/session', { body: { person: 'carla', password } });
  expect(foreign.status).toBe(403);
  const one = await send('POST', '/session', { body: { person: 'carla', password }, headers: origin });
  expect(one.data.stage).toBe('password');
  const set = one.response.headers.get('set-cookie') ?? '';
  expect(set).toContain('HttpOnly; SameSite=Strict; Path=/');
  const cookie = (sent: { response: Response }) =>
    (sent.response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const chosen = { password: 'four words nobody guesses' };
  const two = await send('POST', '/session/first-password', {
    body: chosen,
    headers: { ...origin, cookie: cookie(one) },
  });
  expect(two.data.stage).toBe('enrolment');
  expect((await send('GET', '/session', { headers: { cookie: cookie(two) } })).status).toBe(401);
  const offered = await send('POST', '/session/second-factor', {
    headers: { ...origin, cookie: cookie(two) },
  });
  const code = new TOTP({ secret: offered.data.secret }).generate();
  const three = await send('POST', '/session/second-factor/code', {
    body: { code },
    headers: { ...origin, cookie: cookie(two) },
  });
  expect(three.data.stage).toBe('open');
  const me = await send('GET', '/session', { headers: { cookie: cookie(three) } });
  expect(me.data).toMatchObject({ person: 'carla', via: 'session', formToken: three.data.formToken });
  const out = await send('DELETE', '/session', { headers: { ...origin, cookie: cookie(three) } });
  expect(out.response.headers.get('set-cookie')).toContain('Max-Age=0');
  expect((await send('GET', '/session', { headers: { cookie: cookie(three) } })).status).toBe(401);
});

test('an upload that is too large, or belongs to another person, leaves nothing', async () => {
  const small = createApp({
    hub,
    signIn: api.signIn,
    door: api.door,
    limits: { ...defaultLimits, uploadBytes: 100 },
  });
  const headers = { authorization: 'Bearer paula', 'content-type': 'application/json' };
  const body = JSON.stringify({ partner: 'police', fileName: 'large.csv', terms: suspects });
  const { id } = (await (
    await small.request(`${testRoot}/uploads`, { method: 'POST', headers, body })
  ).json()) as {
    id: string;
  };
  const put = (as: string, bytes: Buffer) =>
    small.request(`${testRoot}/uploads/${id}/content`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${as}` },
      body: bytes,
    });
  expect((await put('bert', file('Other'))).status).toBe(404);
  const before = (await hub.vault.objects()).length;
  expect((await put('paula', Buffer.alloc(1000, 'x'))).status).toBe(413);
  expect((await hub.vault.objects()).length).toBe(before);
  expect(await drafts()).toEqual([]);
});

test('an upload that is cut off on the way leaves nothing and may be sent again', async () => {
  const server = await listen(() => app.fetch, { host: '127.0.0.1', port: 0, limits: defaultLimits });
  const announced = await send('POST', '/uploads', {
    as: 'paula',
    body: { partner: 'police', fileName: 'cut.csv', terms: suspects },
  });
  const path = `${apiRoot}/uploads/${announced.data.id}/content`;
  const headers = {
    authorization: 'Bearer paula',
    host: '127.0.0.1:7400',
    'content-length': '5000000',
  };
  const before = (await hub.vault.objects()).length;
  await new Promise<void>((done) => {
    const sending = httpRequest({ port: server.port, host: '127.0.0.1', path, method: 'PUT', headers });
    sending.on('error', () => done());
    sending.write(Buffer.alloc(200_000, 'x'), () => setTimeout(() => sending.destroy(), 50));
    sending.on('close', () => done());
  });
  await expect
    .poll(async () => (await send('GET', `/uploads/${announced.data.id}`, { as: 'paula' })).data.state)
    .toBe('waiting');
  expect((await hub.vault.objects()).length).toBe(before);
  expect(await drafts()).toEqual([]);
  const sent = await send('PUT', `/uploads/${announced.data.id}/content`, { as: 'paula', body: file('Cut') });
  expect(sent.status).toBe(201);
  await server.stop();
});

async function drafts(): Promise<string[]> {
  return readdir(join(hub.layout.vault, 'drafts'));
}
