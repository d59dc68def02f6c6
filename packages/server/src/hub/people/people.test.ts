import { findAccount, linkIdentity } from '@clew/ledger/accounts.ts';
import type { AuditEntry } from '@clew/ledger/audit/chain.ts';
import { noticesFor } from '@clew/ledger/notices.ts';
import { addPartner } from '@clew/ledger/partners.ts';
import { addPerson, changeRole } from '@clew/ledger/people.ts';
import { addSession } from '@clew/ledger/sessions.ts';
import { openTestLedger, type TestLedger } from '@clew/ledger/test-ledger.ts';
import type { AccessPurpose } from '@clew/model/access/actor.ts';
import type { Role } from '@clew/model/access/roles.ts';
import { euEuropol } from '@clew/model/terms/profiles/eu-europol.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { actorOf } from '../../access/actor.ts';
import type { Caller } from '../../access/caller.ts';
import { createGate } from '../../access/cedar-gate.ts';
import { GateStateReader } from '../../access/gate-state-reader.ts';
import { actorFromToken } from '../../sign-in/tokens.ts';
import { answerBreakGlassOf } from './answer-break-glass.ts';
import { answerNecessityOf, endNecessityNow } from './answer-necessity.ts';
import { askForBreakGlass } from './ask-break-glass.ts';
import { changeMemberOf } from './change-member.ts';
import { changeRoleOf } from './change-role.ts';
import { endTokenNow, listTokens } from './end-token.ts';
import { issueToken } from './issue-token.ts';
import { linkIdentityOf, unlinkIdentityOf } from './link-identity.ts';
import { listBreakGlass } from './list-break-glass.ts';
import { listNecessities } from './list-necessities.ts';
import { listPeople } from './list-people.ts';
import { listProjects } from './list-projects.ts';
import { openAccount } from './open-account.ts';
import { openProject } from './open-project.ts';
import { recordNecessity } from './record-necessity.ts';
import { registerPerson } from './register-person.ts';
import { disableAccountOf, resetAccountOf } from './reset-account.ts';

const at = '2026-05-01T08:00:00.000Z';
const later = new Date(Date.now() + 30 * 86_400_000).toISOString();
let opened: TestLedger;
let hub: Parameters<typeof answerNecessityOf>[0];
let state: GateStateReader;
let written: AuditEntry[];

const staff: Readonly<Record<string, readonly Role[]>> = {
  admin: ['administrator'],
  boss: ['supervisor'],
  dpo: ['data-protection-officer'],
  ann: ['analyst'],
  bob: ['analyst', 'supervisor'],
};

beforeEach(async () => {
  opened = await openTestLedger();
  written = [];
  state = new GateStateReader(opened.ledger);
  const gate = createGate({
    profile: euEuropol,
    write: async (entry) => {
      written.push(entry);
    },
    today: () => new Date().toISOString().slice(0, 10),
    state: () => state.current,
  });
  hub = { ledger: opened.ledger, gate, refresh: () => state.refresh() };
  await opened.ledger.transaction(async (database) => {
    await addPartner(database, { id: 'police', title: 'Police', country: 'nl', contact: 'desk' }, at);
    for (const [id, roles] of Object.entries(staff)) {
      await addPerson(database, { id, title: id, partner: null, at });
      for (const role of roles) {
        await changeRole(database, { person: id, role, granted: true, by: 'hub', reason: 'x', at });
      }
    }
  });
});

afterEach(() => opened.close());

async function as(person: string, project: string | null = null): Promise<Caller> {
  const actor = await actorOf(opened.ledger, person, 'session');
  const purpose: AccessPurpose = project === null ? 'strategic-analysis' : 'operational-analysis';
  return { actor, ground: { purpose, project }, request: 'request' };
}

const told = async () =>
  (await noticesFor(opened.ledger, { person: 'dpo', partner: null, roles: ['data-protection-officer'] })).map(
    ({ kind, about }) => `${kind} ${about}`,
  );

const forbidden = { code: 'forbidden' };

test('an administrator registers people, gives roles and accounts, and whoever oversees is told', async () => {
  const admin = await as('admin');
  await registerPerson(hub, admin, { id: 'eve', title: 'Eve', partner: 'police' });
  const given = { person: 'eve', role: 'contributor' as const, granted: true, reason: 'Joins' };
  expect(await changeRoleOf(hub, admin, given)).toEqual({ person: 'eve', roles: ['contributor'] });
  const made = await openAccount(hub, admin, { person: 'eve' });
  expect(made.oneTimePassword).toMatch(/^([2-9a-z]{5}-){3}[2-9a-z]{5}$/);
  await linkIdentityOf(hub, admin, { person: 'eve', issuer: 'https://id.example', subject: 'eve' });
  expect((await told()).sort()).toEqual(
    ['account-opened eve', 'account-opened eve', 'role-given eve'].sort(),
  );
  const listed = (await listPeople(hub, admin)).find(({ id }) => id === 'eve');
  expect(listed).toEqual({
    id: 'eve',
    title: 'Eve',
    partner: 'police',
    roles: ['contributor'],
    account: 'one-time-password',
  });
  expect((await listPeople(hub, await as('boss'))).every(({ account }) => account === null)).toBe(true);
  expect(JSON.stringify(written)).not.toContain(made.oneTimePassword);
});

test('nobody but an administrator manages people, and no administrator manages themself', async () => {
  const everybody = Object.keys(staff).filter((person) => person !== 'admin');
  for (const person of everybody) {
    const caller = await as(person);
    const role = { person: 'ann', role: 'reviewer' as const, granted: true, reason: 'x' };
    await expect(changeRoleOf(hub, caller, role)).rejects.toMatchObject(forbidden);
    await expect(openAccount(hub, caller, { person: 'ann' })).rejects.toMatchObject(forbidden);
    const unknown = openAccount(hub, caller, { person: 'unknown' });
    await expect(unknown).rejects.toMatchObject(forbidden);
    const identity = { person: 'ann', issuer: 'https://id.example', subject: 'x' };
    await expect(linkIdentityOf(hub, caller, identity)).rejects.toMatchObject(forbidden);
    await expect(listTokens(hub, caller)).rejects.toMatchObject(forbidden);
  }
  await expect(openAccount(hub, await as('admin'), { person: 'admin' })).rejects.toMatchObject(forbidden);
  expect(await told()).toEqual([]);
});

test('who is given or loses a role, is reset or disabled, signs in anew', async () => {
  const admin = await as('admin');
  const signedIn = async () => {
    await opened.ledger.transaction((database) =>
      addSession(database, {
        ...{ hash: 'a'.repeat(64), person: 'ann', stage: 'open', offered: null },
        ...{ startedAt: at, seenAt: at, until: later },
      }),
    );
  };
  const sessions = () => opened.ledger.query('select hash from session');
  await openAccount(hub, admin, { person: 'ann' });
  const acts = [
    () => changeRoleOf(hub, admin, { person: 'ann', role: 'reviewer', granted: true, reason: 'x' }),
    () => resetAccountOf(hub, admin, { person: 'ann', forgetSecondFactor: false }),
    () => disableAccountOf(hub, admin, { person: 'ann' }),
  ];
  for (const act of acts) {
    await signedIn();
    await act();
    expect(await sessions()).toEqual([]);
  }
  expect((await findAccount(opened.ledger, 'ann'))?.disabled).toBe(true);
  await resetAccountOf(hub, admin, { person: 'ann', forgetSecondFactor: true });
  expect((await findAccount(opened.ledger, 'ann'))?.disabled).toBe(false);
  const nobody = resetAccountOf(hub, admin, { person: 'boss', forgetSecondFactor: false });
  await expect(nobody).rejects.toMatchObject({ code: 'not-found' });
});

test('an identity is one person, and is unlinked only from that person', async () => {
  const admin = await as('admin');
  const identity = { issuer: 'https://id.example', subject: 'sub' };
  await linkIdentityOf(hub, admin, { ...identity, person: 'ann' });
  const twice = linkIdentityOf(hub, admin, { ...identity, person: 'bob' });
  await expect(twice).rejects.toMatchObject({ code: 'already-there' });
  const wrong = unlinkIdentityOf(hub, admin, { ...identity, person: 'bob' });
  await expect(wrong).rejects.toMatchObject({ code: 'not-found' });
  await unlinkIdentityOf(hub, admin, { ...identity, person: 'ann' });
  await opened.ledger.transaction((database) => linkIdentity(database, { ...identity, person: 'bob', at }));
});

test('a token is issued, listed without its secret, and ended', async () => {
  const admin = await as('admin');
  const wanted = { person: 'ann', title: 'System', scopes: ['hit.read' as const], until: later };
  const made = await issueToken(hub, admin, wanted);
  expect((await actorFromToken(opened.ledger, made.token))?.scopes).toEqual(['hit.read']);
  const listed = await listTokens(hub, admin);
  expect(listed.map(({ id, endedAt }) => [id, endedAt])).toEqual([[made.id, null]]);
  expect(Object.keys(listed[0] ?? {})).not.toContain('hash');
  await endTokenNow(hub, admin, { id: made.id });
  expect(await actorFromToken(opened.ledger, made.token)).toBeUndefined();
  await expect(endTokenNow(hub, admin, { id: 'unknown' })).rejects.toMatchObject({ code: 'not-found' });
  expect(await told()).toEqual([`token-issued ${made.id}`]);
});

/** A project with Ann and Bob in it. */
async function harbour(): Promise<void> {
  const boss = await as('boss');
  await openProject(hub, boss, {
    id: 'harbour',
    title: 'Harbour',
    purpose: 'operational-analysis',
    until: null,
  });
  for (const person of ['ann', 'bob']) {
    await changeMemberOf(hub, boss, { project: 'harbour', person, joined: true });
  }
}

test('a project is known to its members and to who oversees', async () => {
  await harbour();
  const sees = async (person: string) =>
    (await listProjects(hub, await as(person))).map(({ id, members }) => [id, ...members]);
  for (const person of ['ann', 'bob', 'boss', 'dpo'])
    expect(await sees(person)).toEqual([['harbour', 'ann', 'bob']]);
  expect(await sees('admin')).toEqual([]);
  const leaves = { project: 'harbour', person: 'ann', joined: false };
  expect((await changeMemberOf(hub, await as('boss'), leaves)).members).toEqual(['bob']);
  expect(await sees('ann')).toEqual([]);
  await expect(changeMemberOf(hub, await as('ann'), leaves)).rejects.toMatchObject(forbidden);
});

test('a necessity counts once another person has approved it, until it is ended', async () => {
  await harbour();
  const wanted = {
    project: 'harbour',
    categories: ['victim' as const],
    minors: false,
    reason: 'x',
    until: later,
  };
  const bob = await as('bob');
  const { id } = await recordNecessity(hub, bob, wanted);
  const yes = { id, approved: true, reason: 'Seen' };
  await expect(answerNecessityOf(hub, bob, yes)).rejects.toMatchObject({ code: 'second-person' });
  await expect(answerNecessityOf(hub, await as('ann'), yes)).rejects.toMatchObject(forbidden);
  await expect(answerNecessityOf(hub, await as('admin'), yes)).rejects.toMatchObject(forbidden);
  const unknown = answerNecessityOf(hub, await as('boss'), { ...yes, id: '0'.repeat(16) });
  await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
  expect(state.current.necessities).toEqual([]);
  await answerNecessityOf(hub, await as('boss'), yes);
  expect(state.current.necessities).toEqual([{ project: 'harbour', categories: ['victim'], minors: false }]);
  expect(await listNecessities(hub, await as('ann'), { project: 'harbour' })).toHaveLength(1);
  expect(await listNecessities(hub, await as('boss'), {})).toHaveLength(1);
  await expect(listNecessities(hub, await as('ann'), { project: 'else' })).rejects.toMatchObject(forbidden);
  await endNecessityNow(hub, await as('boss'), { id });
  expect(state.current.necessities).toEqual([]);
  expect(await told()).toEqual(expect.arrayContaining([`necessity-asked ${id}`, `necessity-answered ${id}`]));
});

test('access beyond the rules takes two people, is for a time, and whoever oversees is told', async () => {
  await harbour();
  const bob = await as('bob', 'harbour');
  const { id } = await askForBreakGlass(hub, bob, { reason: 'Life at risk' });
  const yes = { id, approved: true, reason: 'Called back', minutes: 30 };
  await expect(answerBreakGlassOf(hub, bob, yes)).rejects.toMatchObject(forbidden);
  await expect(answerBreakGlassOf(hub, await as('ann'), yes)).rejects.toMatchObject(forbidden);
  await expect(answerBreakGlassOf(hub, await as('admin'), yes)).rejects.toMatchObject(forbidden);
  for (const minutes of [0, -1, 241, Number.NaN, Number.POSITIVE_INFINITY]) {
    const wrong = answerBreakGlassOf(hub, await as('boss'), { ...yes, minutes });
    await expect(wrong).rejects.toMatchObject({ code: 'input-invalid' });
  }
  expect(state.current.breakGlass).toEqual([]);
  const answered = await answerBreakGlassOf(hub, await as('dpo'), yes);
  expect(Date.parse(answered.until ?? '')).toBeLessThanOrEqual(Date.now() + 30 * 60_000);
  expect(state.current.breakGlass).toEqual([
    { person: 'bob', purpose: 'operational-analysis', project: 'harbour' },
  ]);
  const again = answerBreakGlassOf(hub, await as('boss'), { ...yes, approved: false });
  await expect(again).rejects.toMatchObject({ code: 'already-done' });
  expect(await told()).toEqual(
    expect.arrayContaining([`break-glass-asked ${id}`, `break-glass-answered ${id}`]),
  );
  expect(await listBreakGlass(hub, await as('ann'), { all: false })).toEqual([]);
  expect(await listBreakGlass(hub, await as('boss'), { all: true })).toHaveLength(1);
  await expect(listBreakGlass(hub, await as('ann'), { all: true })).rejects.toMatchObject(forbidden);
});

test('nobody asks in a project that they are not in', async () => {
  await harbour();
  await changeMemberOf(hub, await as('boss'), { project: 'harbour', person: 'ann', joined: false });
  const asking = askForBreakGlass(hub, await as('ann', 'harbour'), { reason: 'x' });
  await expect(asking).rejects.toMatchObject(forbidden);
});

test('what is no id never reaches the log', async () => {
  const admin = await as('admin');
  const person = 'Jane Doe, born 1990';
  await expect(openAccount(hub, admin, { person })).rejects.toMatchObject({ code: 'input-invalid' });
  const registering = registerPerson(hub, admin, { id: person, title: 'x', partner: null });
  await expect(registering).rejects.toMatchObject({ code: 'input-invalid' });
  const project = { id: person, title: 'x', purpose: 'cross-check' as const, until: null };
  await expect(openProject(hub, await as('boss'), project)).rejects.toMatchObject({ code: 'input-invalid' });
  expect(JSON.stringify(written)).not.toContain('Jane');
});
