import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockDecisionsOn } from '@clew/ledger/clocks.ts';
import { erasureCertificates, unfinishedErasures } from '@clew/ledger/erasures.ts';
import { noticesAbout } from '@clew/ledger/notices.ts';
import { addPerson, changeRole } from '@clew/ledger/people.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOf } from '../../access/actor.ts';
import type { Caller } from '../../access/caller.ts';
import { contributeFile } from '../contributions/contribute-file.ts';
import { contributionFor } from '../contributions/contribution-for.ts';
import { createHub } from '../create-hub.ts';
import type { Hub } from '../hub.ts';
import { openHub } from '../open-hub.ts';
import { runHub } from '../run-hub.ts';
import { decideClock } from './decide-clock.ts';
import { enforceClocks, enforceClocksFor } from './enforce-clocks.ts';
import { carryOutErasure, eraseContribution, erasureSteps, orderErasure } from './erase-contribution.ts';
import { listClocks } from './list-clocks.ts';
import { listErasures } from './list-erasures.ts';
import { listNotices, readNotice } from './list-notices.ts';

const config = { hubKey: undefined, ledger: undefined, memory: '1GB', threads: 1 };
const partnerOf = (id: string) => ({ id, title: id, country: 'nl', contact: 'desk' });
let folder: string;
let hub: Hub;
let founder: Caller;
let ana: Caller;
let bob: Caller;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-retention-'));
  const content = { clew: 1, title: 'Test', profile: 'eu-europol' } as const;
  await createHub({ folder: join(folder, 'hub'), content, founder: 'founder' });
  hub = await openHub(join(folder, 'hub'), { config });
  founder = await callerOf('founder');
  await handIn('police-a', 'kept');
  await handIn('police-b', 'kept');
  ana = await person('ana', 'police-a');
  bob = await person('bob', 'police-b');
}, 120_000);

afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});

async function handIn(partner: string, name: string, category = 'suspect'): Promise<string> {
  const bytes = Buffer.from(`No,Name,Standing\n1,Jan ${name},${category}\n2,Piet ${name},${category}\n`);
  async function* content() {
    yield bytes;
  }
  const done = await contributeFile(hub, founder, {
    fileName: `${name}.csv`,
    content: content(),
    size: bytes.length,
    partner: partnerOf(partner),
    terms: termsSchema.parse({}),
    mapping: {
      clew: 1,
      subjects: {
        person: {
          type: 'person',
          key: ['No'],
          properties: { name: { columns: ['Name'] }, category: { columns: ['Standing'] } },
        },
      },
    },
    watch: {},
  });
  return done.contribution;
}

async function person(id: string, partner: string): Promise<Caller> {
  const at = new Date().toISOString();
  await hub.ledger.transaction(async (database) => {
    await addPerson(database, { id, title: id, partner, at });
    await changeRole(database, {
      person: id,
      role: 'contributor',
      granted: true,
      by: 'founder',
      reason: 'Test',
      at,
    });
  });
  return callerOf(id);
}

async function callerOf(id: string): Promise<Caller> {
  const actor = await actorOf(hub.ledger, id, 'terminal');
  return { actor, ground: { purpose: 'cross-check', project: null }, request: id };
}

test('an erasure that is stopped between any two steps is carried out when the hub is opened again', async () => {
  const stopped: string[] = [];
  for (const step of erasureSteps) stopped.push(await handIn('police-a', `gone ${step}`));
  await runHub(hub, founder);
  for (const [index, contribution] of stopped.entries()) {
    const at = new Date().toISOString();
    const order = {
      contribution,
      ground: 'owner',
      law: 'Article 19(2)',
      reason: 'Test',
      by: 'ana',
      at,
    } as const;
    const ordered = await orderErasure(hub, order);
    expect(ordered.inventory.folders.length).toBeGreaterThan(0);
    const stop = (step: string) => {
      if (step === erasureSteps[index]) throw new Error('stopped');
    };
    await expect(carryOutErasure(hub, ordered, stop)).rejects.toThrow('stopped');
  }
  expect(await unfinishedErasures(hub.ledger)).toHaveLength(stopped.length);
  await hub.close();
  hub = await openHub(join(folder, 'hub'), { config });
  expect(await unfinishedErasures(hub.ledger)).toEqual([]);
  const certificates = await erasureCertificates(hub.ledger);
  expect(certificates.map(({ contribution }) => contribution).sort()).toEqual([...stopped].sort());
  for (const { contribution, removed, noticesTo } of certificates) {
    expect(noticesTo).toEqual(['police-a']);
    expect(await hub.vault.keys.find(removed.object)).toBeUndefined();
    expect(await hub.vault.objects()).not.toContain(removed.object);
    for (const each of removed.folders) expect(existsSync(join(folder, 'hub', each.folder))).toBe(false);
    expect((await readdir(hub.layout.contributions)).join()).not.toContain(contribution);
    const ask = (caller: Caller) =>
      contributionFor(hub, caller, { action: 'contribution.map', id: contribution });
    await expect(ask(ana)).rejects.toMatchObject({ code: 'erased' });
    await expect(ask(bob)).rejects.toMatchObject({ code: 'not-found' });
    expect((await noticesAbout(hub.ledger, contribution)).map(({ kind, to }) => [kind, to])).toEqual(
      expect.arrayContaining([
        ['erased', { partner: 'police-a' }],
        ['erased', { role: 'data-protection-officer' }],
      ]),
    );
  }
  expect((await listErasures(hub, ana)).length).toBe(stopped.length);
  expect(await listErasures(hub, bob)).toEqual([]);
  const { parts } = await runHub(hub, founder);
  expect(parts.contributions.filter(({ id }) => stopped.includes(id))).toEqual([]);
}, 120_000);

test('erasing twice, or without a reason, is refused', async () => {
  const contribution = await handIn('police-a', 'twice');
  const order = { contribution, ground: 'owner', reason: 'Case closed' } as const;
  await expect(eraseContribution(hub, founder, { ...order, reason: ' ' })).rejects.toMatchObject({
    code: 'input-invalid',
  });
  await expect(eraseContribution(hub, bob, order)).rejects.toMatchObject({ code: 'not-found' });
  expect(await eraseContribution(hub, founder, order)).toMatchObject({ contribution, ground: 'owner' });
  await expect(eraseContribution(hub, founder, order)).rejects.toMatchObject({ code: 'erased' });
});

test('nobody in a category: notices first, then erased unless somebody gave it more time', async () => {
  const left = await handIn('police-b', 'left alone', '');
  const extended = await handIn('police-b', 'given time', '');
  const reason = 'The partner answers by spring';
  const decided = await decideClock(hub, founder, {
    contribution: extended,
    clock: 'categorise',
    decision: 'extend',
    reason,
  });
  const clocks = (await listClocks(hub, founder, {})).filter(({ clock }) => clock === 'categorise');
  expect(clocks.map(({ contribution }) => contribution).sort()).toEqual([left, extended].sort());
  const due = clocks.find(({ contribution }) => contribution === left)?.due ?? '';
  expect((decided.until ?? '') > due).toBe(true);
  const daysBefore = (days: number) => new Date(Date.parse(due) - days * 86_400_000).toISOString();
  const kinds = async () =>
    (await noticesAbout(hub.ledger, left))
      .filter(({ to }) => 'partner' in to)
      .map(({ kind }) => kind)
      .sort();
  expect((await enforceClocks(hub, daysBefore(31))).erased).toEqual([]);
  expect(await kinds()).toEqual([]);
  await enforceClocks(hub, daysBefore(20));
  await enforceClocks(hub, daysBefore(19));
  expect(await kinds()).toEqual(['clock-due-30']);
  await enforceClocks(hub, daysBefore(3));
  expect(await kinds()).toEqual(['clock-due-30', 'clock-due-7']);
  const { erased } = await enforceClocks(hub, due);
  expect(erased.map(({ contribution, ground, orderedBy }) => [contribution, ground, orderedBy])).toEqual([
    [left, 'clock', 'hub'],
  ]);
  expect((await enforceClocks(hub, due)).erased).toEqual([]);
  expect(await kinds()).toEqual(['clock-due-30', 'clock-due-7', 'clock-erased', 'erased']);
  expect(await clockDecisionsOn(hub.ledger, extended)).toMatchObject([
    { decision: 'extend', reason, by: 'founder' },
  ]);
});

test('victims in a file: the data protection officer is told once, and that is the end of it', async () => {
  const contribution = await handIn('police-a', 'protected', 'victim');
  const now = new Date().toISOString();
  await enforceClocks(hub, now);
  await enforceClocks(hub, now);
  const told = await noticesAbout(hub.ledger, contribution);
  expect(told.map(({ kind, to }) => [kind, to])).toEqual([
    ['clock-informs', { role: 'data-protection-officer' }],
  ]);
  const clocks = (await listClocks(hub, founder, {})).filter((each) => each.contribution === contribution);
  expect(clocks.map(({ clock }) => clock)).toEqual(['review', 'inform-supervisor']);
});

test('partners see the clocks of their own, and move none that the law fixes', async () => {
  const seen = async (caller: Caller) =>
    new Set((await listClocks(hub, caller, {})).map(({ owner }) => owner));
  expect(await seen(founder)).toEqual(new Set(['police-a', 'police-b']));
  expect(await seen(ana)).toEqual(new Set(['police-a']));
  await expect(enforceClocksFor(hub, ana)).rejects.toMatchObject({ code: 'forbidden' });
  const contribution = await handIn('police-a', 'fixed');
  const decide = (clock: string, decision: 'keep' | 'noticed') =>
    decideClock(hub, founder, { contribution, clock, decision, reason: 'Test' });
  await expect(decide('owner-expiry', 'keep')).rejects.toMatchObject({ code: 'terms-forbid' });
  await expect(decide('review', 'noticed')).rejects.toMatchObject({ code: 'input-invalid' });
  await expect(decide('nothing', 'keep')).rejects.toMatchObject({ code: 'input-invalid' });
});

test('a notice is read by whom it is to, and is not there for anybody else', async () => {
  const [notice] = await listNotices(hub, ana, { unread: true });
  const id = notice?.id ?? '';
  await expect(readNotice(hub, bob, id)).rejects.toMatchObject({ code: 'not-found' });
  await readNotice(hub, ana, id);
  expect((await listNotices(hub, ana, { unread: true })).map((each) => each.id)).not.toContain(id);
  expect(
    (await listNotices(hub, bob, {})).every(({ to }) => 'partner' in to && to.partner === 'police-b'),
  ).toBe(true);
});
