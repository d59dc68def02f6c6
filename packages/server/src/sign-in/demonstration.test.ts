import { accounts } from '@clew/ledger/accounts.ts';
import { addPartner } from '@clew/ledger/partners.ts';
import { findPerson, rolesOf } from '@clew/ledger/people.ts';
import { openTestLedger, type TestLedger } from '@clew/ledger/test-ledger.ts';
import { hubKeyFrom } from '@clew/ledger/vault/hub-key.ts';
import { hubSeal } from '@clew/ledger/vault/hub-seal.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoPeople, isDemonstration, openDemoAccounts, registerDemoPeople } from './demonstration.ts';
import { ensureFirstAdministrator } from './first-administrator.ts';
import { makeSignIn } from './sign-in.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

let opened: TestLedger;
const address = '192.0.2.1';
const at = '2026-05-01T08:00:00.000Z';

beforeEach(async () => {
  opened = await openTestLedger();
  await opened.ledger.transaction(async (database) => {
    for (const id of ['border-guard', 'fr-police'])
      await addPartner(database, { id, title: id, country: 'hr', contact: id }, at);
  });
});

afterEach(() => opened.close());

const signInFor = (byPasswordAlone?: ReadonlySet<string>) =>
  makeSignIn({
    ledger: opened.ledger,
    seal: hubSeal(hubKeyFrom('ab'.repeat(32))),
    title: 'Hub',
    ...(byPasswordAlone === undefined ? {} : { byPasswordAlone }),
  });

test('only a hub that says so, on this machine, without a proxy in front, is a demonstration', () => {
  const demo = { content: { demo: true as const }, isHere: true, origin: undefined };
  expect(isDemonstration(demo)).toBe(true);
  expect(isDemonstration({ ...demo, content: {} })).toBe(false);
  expect(isDemonstration({ ...demo, isHere: false })).toBe(false);
  expect(isDemonstration({ ...demo, origin: 'https://hub.example' })).toBe(false);
});

test('its people come in by what was shown, until it is served again, and nowhere else', async () => {
  const first = await openDemoAccounts(opened);
  expect(first.map(({ person }) => person)).toEqual(demoPeople.map(({ person }) => person));
  const signIn = signInFor(new Set(first.map(({ person }) => person)));
  const analyst = { person: 'analyst', password: first[0]?.password ?? '', address };
  expect(await signInWithPassword(signIn, analyst)).toMatchObject({ person: 'analyst', stage: 'open' });
  const [second] = await openDemoAccounts(opened);
  await expect(signInWithPassword(signIn, analyst)).rejects.toMatchObject({ code: 'not-signed-in' });
  // The same people in any other hub need all steps.
  const again = { ...analyst, password: second?.password ?? '' };
  expect((await signInWithPassword(signInFor(), again)).stage).toBe('password');
  expect(await rolesOf(opened.ledger, 'analyst')).toEqual(['analyst', 'reviewer']);
  expect(await rolesOf(opened.ledger, 'guest')).toEqual([]);
});

test('somebody who was there already stays as they are, and gets no account by being registered', async () => {
  const before = await ensureFirstAdministrator(opened);
  await registerDemoPeople(opened);
  await registerDemoPeople(opened);
  expect((await findPerson(opened.ledger, 'administrator'))?.title).toBe('Administrator');
  expect((await accounts(opened.ledger)).map(({ person }) => person)).toEqual([before?.person]);
});
