import { addAccount, disableAccount, linkIdentity } from '@clew/ledger/accounts.ts';
import { auditEntries } from '@clew/ledger/audit/chain.ts';
import { addPerson } from '@clew/ledger/people.ts';
import { openTestLedger, type TestLedger } from '@clew/ledger/test-ledger.ts';
import { hubKeyFrom } from '@clew/ledger/vault/hub-key.ts';
import { hubSeal } from '@clew/ledger/vault/hub-seal.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { OpenId } from './open-id.ts';
import { actorFromSession } from './sessions.ts';
import { makeSignIn, type SignIn } from './sign-in.ts';
import { client, openTestProvider, type TestProvider, type Wrong } from './test-provider.ts';

const at = '2026-05-01T08:00:00.000Z';
const redirect = 'https://hub.example/api/v1/session/open-id/end';
let provider: TestProvider;
let opened: TestLedger;
let signIn: SignIn;
let openId: OpenId;
let passed: number;

beforeAll(async () => {
  provider = await openTestProvider();
});

afterAll(() => provider.close());

beforeEach(async () => {
  opened = await openTestLedger();
  await opened.ledger.transaction(async (database) => {
    await addPerson(database, { id: 'ann', title: 'Ann', partner: null, at });
    await linkIdentity(database, { issuer: provider.issuer, subject: 'sub-ann', person: 'ann', at });
  });
  passed = 0;
  const seal = hubSeal(hubKeyFrom('ab'.repeat(32)));
  const clock = () => Date.now() + passed;
  signIn = makeSignIn({ ledger: opened.ledger, seal, title: 'Hub', clock });
  openId = new OpenId({ issuer: provider.issuer, ...client, redirect });
});

afterEach(() => opened.close());

const refused = { code: 'not-signed-in' };

async function walk(subject: string, wrong?: Wrong) {
  const { url, flow } = await openId.begin(signIn);
  return openId.finish(signIn, { flow, query: provider.signIn(url, subject, wrong) });
}

test('who is linked gets in', async () => {
  const step = await walk('sub-ann');
  expect(step).toMatchObject({ person: 'ann', stage: 'open', seconds: 8 * 3600 });
  expect((await actorFromSession(signIn, step.session))?.actor.person).toBe('ann');
  const rows = await auditEntries(opened.ledger, { limit: 9 });
  expect(rows.map(({ action, person, outcome }) => [action, person, outcome])).toEqual([
    ['sign-in.open-id', 'ann', 'done'],
  ]);
});

test('the way there says nothing that another could use', async () => {
  const { url, flow } = await openId.begin(signIn);
  const sent = new URL(url);
  expect(sent.origin).toBe(provider.issuer);
  expect(Object.fromEntries(sent.searchParams)).toMatchObject({
    response_type: 'code',
    redirect_uri: redirect,
    code_challenge_method: 'S256',
    scope: 'openid',
  });
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(sent.searchParams.get(name)).toMatch(/^[A-Za-z0-9_-]{43}$/);
  }
  expect(url).not.toContain(flow);
  expect(url).not.toContain('secret');
});

test('nobody is let in who is not linked, and no account is made on the way', async () => {
  await expect(walk('sub-eve')).rejects.toMatchObject(refused);
  await expect(walk('ann')).rejects.toMatchObject(refused);
  expect(await opened.ledger.query('select id from person')).toEqual([{ id: 'ann' }]);
  expect(await opened.ledger.query('select * from session')).toEqual([]);
  const rows = await auditEntries(opened.ledger, { limit: 9 });
  expect(rows.map(({ person, outcome }) => [person, outcome])).toEqual([
    ['nobody', 'refused'],
    ['nobody', 'refused'],
  ]);
});

test('a disabled account is shut for the provider too', async () => {
  await opened.ledger.transaction(async (database) => {
    await addAccount(database, { person: 'ann', password: 'x', until: at, at });
    await disableAccount(database, 'ann', true);
  });
  await expect(walk('sub-ann')).rejects.toMatchObject(refused);
});

test.each<[string, Wrong]>([
  ['signed by another key', { key: true }],
  ['of another issuer', { claims: { iss: 'https://elsewhere.example' } }],
  ['for another client', { claims: { aud: 'another-client' } }],
  ['of another sign-in', { claims: { nonce: 'another' } }],
  ['without a nonce', { claims: { nonce: undefined } }],
  ['that is over', { claims: { exp: 1, iat: 0 } }],
  ['without a subject', { claims: { sub: undefined } }],
  ['that is not there', { noToken: true }],
])('an ID token %s is refused', async (_how, wrong) => {
  await expect(walk('sub-ann', wrong)).rejects.toMatchObject(refused);
});

test('a flow ends in the browser in which it began, once, in time, and with its own state and code', async () => {
  const [one, two] = [await openId.begin(signIn), await openId.begin(signIn)];
  const query = provider.signIn(one.url, 'sub-ann');
  const finish = (flow: string, given = query) => openId.finish(signIn, { flow, query: given });
  await expect(finish('')).rejects.toMatchObject(refused);
  await expect(finish(two.flow)).rejects.toMatchObject(refused);
  await expect(finish(two.flow, provider.signIn(two.url, 'sub-ann'))).rejects.toMatchObject(refused);
  expect((await finish(one.flow)).person).toBe('ann');
  await expect(finish(one.flow)).rejects.toMatchObject(refused);
  const late = await openId.begin(signIn);
  passed = 10 * 60_000;
  const tooLate = finish(late.flow, provider.signIn(late.url, 'sub-ann'));
  await expect(tooLate).rejects.toMatchObject(refused);
});

test('what the provider or somebody else sends instead of a code is refused', async () => {
  for (const query of ['', '?error=access_denied', '?code=x', '?code=a&code=b&state=c', '?state=%00']) {
    const { flow } = await openId.begin(signIn);
    await expect(openId.finish(signIn, { flow, query })).rejects.toMatchObject(refused);
  }
  const { url, flow } = await openId.begin(signIn);
  const state = new URL(url).searchParams.get('state');
  const denied = { flow, query: `?error=access_denied&state=${state}` };
  await expect(openId.finish(signIn, denied)).rejects.toMatchObject(refused);
  const made = await openId.begin(signIn);
  const own = new URL(made.url).searchParams.get('state');
  const invented = { flow: made.flow, query: `?code=invented&state=${own}` };
  await expect(openId.finish(signIn, invented)).rejects.toMatchObject(refused);
});

test('a provider that cannot be reached is said to be so', async () => {
  const nowhere = new OpenId({ issuer: 'http://127.0.0.1:9', ...client, redirect });
  await expect(nowhere.begin(signIn)).rejects.toMatchObject({ code: 'not-ready' });
});

test.each([
  { issuer: 'http://id.example' },
  { issuer: 'not a url' },
  { issuer: 'file:///etc/passwd' },
  { redirect: 'http://hub.example/end' },
  { redirect: '' },
  { clientSecret: '' },
])('settings that are not safe or not complete are refused: %j', (change) => {
  const settings = { issuer: provider.issuer, ...client, redirect, ...change };
  expect(() => new OpenId(settings)).toThrow(expect.objectContaining({ code: 'usage' }));
});
