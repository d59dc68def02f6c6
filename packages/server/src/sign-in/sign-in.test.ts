import { accounts, disableAccount, findAccount } from '@clew/ledger/accounts.ts';
import { auditEntries } from '@clew/ledger/audit/chain.ts';
import { addPerson, changeRole, rolesOf } from '@clew/ledger/people.ts';
import { openTestLedger, type TestLedger } from '@clew/ledger/test-ledger.ts';
import { hubKeyFrom } from '@clew/ledger/vault/hub-key.ts';
import { hubSeal } from '@clew/ledger/vault/hub-seal.ts';
import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changePassword, chooseFirstPassword } from './change-password.ts';
import { ensureFirstAdministrator } from './first-administrator.ts';
import { hashPassword } from './password-hash.ts';
import { confirmFactor, enterCode, offerFactor } from './second-factor.ts';
import {
  actorFromSession,
  forgetEndedSessions,
  formTokenOf,
  liveSession,
  sessionLimits,
  signOut,
  signOutEverywhere,
} from './sessions.ts';
import { makeSignIn, type SignIn } from './sign-in.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

const start = Date.parse('2026-05-01T08:00:00.000Z');
const address = '192.0.2.1';
const password = 'correct horse battery staple';
const person = 'administrator';
/** Whatever a hash costs, what is done with it is the same; its own test has the cost that people pay. */
const cost = { memory: 16, passes: 1, lanes: 1 };
let opened: TestLedger;
let now: number;
let signIn: SignIn;

beforeEach(async () => {
  opened = await openTestLedger();
  now = start;
  signIn = makeSignIn({
    ledger: opened.ledger,
    seal: hubSeal(hubKeyFrom('ab'.repeat(32))),
    title: 'Hub',
    clock: () => now,
    cost,
  });
});

afterEach(() => opened.close());

const codeOf = (secret: string) => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now });

/** The administrator, after the first sign-in: open, with a password and a second factor. */
async function enrolled() {
  const made = await ensureFirstAdministrator(signIn, now);
  const given = { person, password: made?.oneTimePassword ?? '', address };
  const first = await signInWithPassword(signIn, given);
  const second = await chooseFirstPassword(signIn, { session: first.session, password });
  const { secret } = await offerFactor(signIn, second);
  const open = await confirmFactor(signIn, { session: second.session, code: codeOf(secret), address });
  return { made, first, second, open, secret };
}

const refused = { code: 'not-signed-in' };

test('the first administrator signs in with what was shown once, chooses a password and enrols a second factor', async () => {
  const { made, first, second, open, secret } = await enrolled();
  expect(made).toMatchObject({ person, until: '2026-05-04T08:00:00.000Z' });
  expect([first.stage, second.stage, open.stage]).toEqual(['password', 'enrolment', 'open']);
  expect(new Set([first.session, second.session, open.session]).size).toBe(3);
  expect(open.session).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const found = await actorFromSession(signIn, open.session);
  expect(found).toEqual({
    actor: { person, roles: ['administrator'], partner: null, projects: [], via: 'session', scopes: null },
    formToken: open.formToken,
  });
  for (const before of [first, second]) expect(await liveSession(signIn, before.session)).toBeUndefined();
  const kept = JSON.stringify(await everyRow());
  for (const told of [made?.oneTimePassword, password, secret, open.session, open.formToken]) {
    expect(kept).not.toContain(told);
  }
});

/** What the ledger holds of accounts, sessions and what was done. */
async function everyRow(): Promise<unknown> {
  const tables = ['account', 'session', 'audit', 'person'];
  const rows = tables.map((table) => opened.ledger.query(`select * from ${table}`));
  return Promise.all(rows);
}

test('an unfinished sign-in opens nothing, and its steps cannot be skipped', async () => {
  const made = await ensureFirstAdministrator(signIn, now);
  const first = await signInWithPassword(signIn, { person, password: made?.oneTimePassword ?? '', address });
  const { session } = first;
  expect(await actorFromSession(signIn, session)).toBeUndefined();
  const code = '000000';
  await expect(offerFactor(signIn, { session })).rejects.toMatchObject(refused);
  await expect(confirmFactor(signIn, { session, code, address })).rejects.toMatchObject(refused);
  await expect(enterCode(signIn, { session, code, address })).rejects.toMatchObject(refused);
  const change = { session, current: made?.oneTimePassword ?? '', password };
  await expect(changePassword(signIn, change)).rejects.toMatchObject(refused);
  await expect(signOutEverywhere(signIn, session)).rejects.toMatchObject(refused);
  for (const weak of ['short', 'passwordpassword', made?.oneTimePassword ?? '']) {
    const choosing = chooseFirstPassword(signIn, { session, password: weak });
    await expect(choosing).rejects.toMatchObject({ code: 'input-invalid' });
  }
  now += sessionLimits.unfinished;
  await expect(chooseFirstPassword(signIn, { session, password })).rejects.toMatchObject(refused);
});

test('later it takes the password and a code; a code is good once', async () => {
  const { secret } = await enrolled();
  const step = await signInWithPassword(signIn, { person, password, address });
  expect(step.stage).toBe('code');
  const again = { session: step.session, code: codeOf(secret), address };
  await expect(enterCode(signIn, again)).rejects.toMatchObject(refused);
  now += 30_000;
  const fresh = { session: step.session, code: codeOf(secret), address };
  const open = await enterCode(signIn, fresh);
  expect(open.stage).toBe('open');
  const other = await signInWithPassword(signIn, { person, password, address });
  await expect(enterCode(signIn, { ...fresh, session: other.session })).rejects.toMatchObject(refused);
  now -= 30_000;
  const older = { session: other.session, code: codeOf(secret), address };
  await expect(enterCode(signIn, older)).rejects.toMatchObject(refused);
});

test('of many who use one code at once only one gets in', async () => {
  const { secret } = await enrolled();
  now += 30_000;
  const steps = [];
  for (let each = 0; each < 4; each += 1) {
    steps.push(await signInWithPassword(signIn, { person, password, address }));
  }
  const code = codeOf(secret);
  const outcomes = await Promise.allSettled(
    steps.map(({ session }) => enterCode(signIn, { session, code, address })),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('codes cannot be guessed through', async () => {
  const { secret } = await enrolled();
  now += 30_000;
  const { session } = await signInWithPassword(signIn, { person, password, address });
  const wrong = codeOf(secret) === '000000' ? '000001' : '000000';
  for (let guess = 0; guess < 5; guess += 1) {
    const guessing = enterCode(signIn, { session, code: wrong, address });
    await expect(guessing).rejects.toMatchObject(refused);
  }
  const right = { session, code: codeOf(secret), address };
  await expect(enterCode(signIn, right)).rejects.toMatchObject({ code: 'too-many-requests' });
  now += 5000;
  expect((await enterCode(signIn, { ...right, code: codeOf(secret) })).stage).toBe('open');
});

test('a wrong name, a wrong password, a disabled account and a password that is over are told alike', async () => {
  await enrolled();
  const until = new Date(start + 1000).toISOString();
  await opened.ledger.transaction(async (database) => {
    for (const id of ['off', 'late', 'without']) {
      await addPerson(database, { id, title: id, partner: null, at: new Date(now).toISOString() });
    }
    const hash = await hashPassword(password, cost);
    for (const id of ['off', 'late']) {
      await database.query(
        'insert into account (person, password, must_change, password_until, at) values ($1, $2, true, $3, $3)',
        [id, hash, until],
      );
    }
    await disableAccount(database, 'off', true);
  });
  const told = new Set<string>();
  const attempts = [
    { person, password: 'wrong' },
    { person: 'nobody', password },
    { person: 'off', password },
    { person: 'without', password },
    { person: "x'; drop table account; --", password: '' },
    { person: 'a'.repeat(10_000), password: 'b'.repeat(10_000) },
    { person: '\u0000', password: '\ud800' },
  ];
  const tell = async (attempt: { person: string; password: string }) => {
    const error = await signInWithPassword(signIn, { ...attempt, address }).catch((each) => each);
    told.add(JSON.stringify([error.code, error.message, error.advice]));
  };
  for (const attempt of attempts) await tell(attempt);
  now += 1000;
  await tell({ person: 'late', password });
  expect(told.size).toBe(1);
  const rows = await auditEntries(opened.ledger, {
    limit: 100,
    action: 'sign-in.password',
    outcome: 'refused',
  });
  expect(rows.map((row) => row.person)).toEqual([
    person,
    'nobody',
    'off',
    'nobody',
    'nobody',
    'nobody',
    'nobody',
    'late',
  ]);
});

test('a hash of older parameters is made anew at the next sign-in', async () => {
  await enrolled();
  const old = await hashPassword(password, cost);
  await opened.ledger.transaction((database) =>
    database.query('update account set password = $1 where person = $2', [old, person]),
  );
  const usual = makeSignIn({ ledger: opened.ledger, seal: signIn.seal, title: 'Hub', clock: signIn.clock });
  await signInWithPassword(usual, { person, password, address });
  expect((await findAccount(opened.ledger, person))?.password).toMatch(
    /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
  );
  expect((await signInWithPassword(usual, { person, password, address })).stage).toBe('code');
});

test('a session ends fifteen minutes after the last request and eight hours after the first', async () => {
  const { open } = await enrolled();
  const isOpen = async () => (await actorFromSession(signIn, open.session)) !== undefined;
  now += sessionLimits.idle - 1;
  expect(await isOpen()).toBe(true);
  now += sessionLimits.idle;
  expect(await isOpen()).toBe(false);
  now -= sessionLimits.idle;
  while (now < start + sessionLimits.absolute - 60_000) {
    expect(await isOpen()).toBe(true);
    now = Math.min(now + sessionLimits.idle - 60_000, start + sessionLimits.absolute - 1);
  }
  expect(await isOpen()).toBe(true);
  now += 1;
  expect(await isOpen()).toBe(false);
  await forgetEndedSessions(signIn);
  expect(await opened.ledger.query('select * from session')).toEqual([]);
});

test('signing out ends a session, and everywhere all of them', async () => {
  const { open, secret } = await enrolled();
  now += 30_000;
  const step = await signInWithPassword(signIn, { person, password, address });
  const other = await enterCode(signIn, { session: step.session, code: codeOf(secret), address });
  await signOut(signIn, other.session);
  await signOut(signIn, other.session);
  expect(await actorFromSession(signIn, other.session)).toBeUndefined();
  expect(await actorFromSession(signIn, open.session)).toBeDefined();
  await signOutEverywhere(signIn, open.session);
  expect(await actorFromSession(signIn, open.session)).toBeUndefined();
});

test('a changed password ends every session but gives a new one; the present password is asked', async () => {
  const { open } = await enrolled();
  const next = 'grau elf tisch moos';
  const wrong = { session: open.session, current: 'not it at all', password: next };
  await expect(changePassword(signIn, wrong)).rejects.toMatchObject({ code: 'input-invalid' });
  const same = { session: open.session, current: password, password };
  await expect(changePassword(signIn, same)).rejects.toMatchObject({ code: 'input-invalid' });
  const changed = await changePassword(signIn, { ...wrong, current: password });
  expect(changed.stage).toBe('open');
  expect(await actorFromSession(signIn, open.session)).toBeUndefined();
  expect(await actorFromSession(signIn, changed.session)).toBeDefined();
  await expect(signInWithPassword(signIn, { person, password, address })).rejects.toMatchObject(refused);
  expect((await signInWithPassword(signIn, { person, password: next, address })).stage).toBe('code');
});

test('what changes in the ledger counts at the next request', async () => {
  const { open } = await enrolled();
  const at = new Date(now).toISOString();
  await opened.ledger.transaction(async (database) => {
    await addPerson(database, { id: 'second', title: 'Second', partner: null, at });
    const change = { role: 'administrator' as const, by: person, reason: 'x', at };
    await changeRole(database, { ...change, person: 'second', granted: true });
    await changeRole(database, { ...change, person, granted: false });
  });
  expect((await actorFromSession(signIn, open.session))?.actor.roles).toEqual([]);
  await opened.ledger.transaction((database) => disableAccount(database, person, true));
  expect(await actorFromSession(signIn, open.session)).toBeUndefined();
});

test('no text that is no session opens one', async () => {
  const { open } = await enrolled();
  const hashes = await opened.ledger.query<{ hash: string }>('select hash from session');
  for (const text of ['', open.session.slice(1), `${open.session}=`, hashes[0]?.hash ?? '', '\u0000']) {
    expect(await liveSession(signIn, text)).toBeUndefined();
  }
  expect(formTokenOf(open.session)).toBe(open.formToken);
  expect(open.formToken).not.toBe(open.session);
});

test('there is one first administrator, and another one-time password only when the first ran out unused', async () => {
  const both = await Promise.all([1, 2].map(() => ensureFirstAdministrator(signIn, now)));
  expect(both.filter((made) => made !== undefined)).toHaveLength(1);
  now += 72 * 3_600_000 - 1;
  expect(await ensureFirstAdministrator(signIn, now)).toBeUndefined();
  now += 1;
  const before = both.find((made) => made !== undefined)?.oneTimePassword ?? '';
  const again = await ensureFirstAdministrator(signIn, now);
  expect(again?.oneTimePassword).not.toBe(before);
  await expect(signInWithPassword(signIn, { person, password: before, address })).rejects.toMatchObject(
    refused,
  );
  const given = { person, password: again?.oneTimePassword ?? '', address };
  const { session } = await signInWithPassword(signIn, given);
  await chooseFirstPassword(signIn, { session, password });
  now += 100 * 3_600_000;
  expect(await ensureFirstAdministrator(signIn, now)).toBeUndefined();
  expect(await accounts(opened.ledger)).toHaveLength(1);
  expect(await rolesOf(opened.ledger, person)).toEqual(['administrator']);
});

test('the second factor opens under the hub key that sealed it, for its person only', async () => {
  await enrolled();
  const sealed = (await findAccount(opened.ledger, person))?.secondFactor ?? '';
  const bound = `second factor\n${person}`;
  expect(signIn.seal.open(bound, sealed)).toMatch(/^[A-Z2-7]{32}$/);
  const elsewhere = () => signIn.seal.open('second factor\nsomebody', sealed);
  expect(elsewhere).toThrow(expect.objectContaining({ code: 'damaged' }));
  const other = hubSeal(hubKeyFrom('cd'.repeat(32)));
  expect(() => other.open(bound, sealed)).toThrow(expect.objectContaining({ code: 'hub-key' }));
  for (const text of ['', '.', sealed.slice(0, -4), `${sealed}AAAA`, sealed.slice(0, 12)]) {
    expect(() => signIn.seal.open(bound, text)).toThrow();
  }
});
