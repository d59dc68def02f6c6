import type { DecidedClock } from '@clew/model/terms/clocks.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addClockDecision, clockDecisions, clockDecisionsOn } from './clocks.ts';
import { addConsent } from './consents.ts';
import {
  addErasure,
  addErasureCertificate,
  contributionHeader,
  type Erasure,
  type ErasureCertificate,
  erasureCertificates,
  erasureOrders,
  findErasure,
  releasesOver,
  toldOf,
  unfinishedErasures,
} from './erasures.ts';
import { addHits } from './hits.ts';
import { addNotice, markRead, noticesAbout, noticesFor } from './notices.ts';
import { addTestContribution, openTestLedger, type TestLedger } from './test-ledger.ts';

const at = '2026-11-22T10:00:00.000Z';
const later = '2026-11-23T10:00:00.000Z';
let test1: TestLedger;
let own: Awaited<ReturnType<typeof addTestContribution>>;
let others: Awaited<ReturnType<typeof addTestContribution>>;

beforeAll(async () => {
  test1 = await openTestLedger();
  own = await addTestContribution(test1.ledger, { partner: 'police-a', content: 'a' });
  others = await addTestContribution(test1.ledger, { partner: 'police-b', content: 'b' });
});

afterAll(() => test1.close());

test('a notice reaches its partner or the holders of a role, is read by each, and is given once', async () => {
  const { ledger } = test1;
  const give = (moment: string) =>
    ledger.transaction(async (database) => {
      const about = own.id;
      await addNotice(database, {
        to: { partner: 'police-a' },
        kind: 'clock-due-7',
        about,
        at: moment,
        occasion: 'x',
      });
      await addNotice(database, {
        to: { role: 'auditor' },
        kind: 'erased',
        about,
        at: moment,
        occasion: 'x',
      });
    });
  await give(at);
  await give(later);
  const ana = { person: 'ana', partner: 'police-a', roles: [] };
  const ben = { person: 'ben', partner: 'police-a', roles: [] };
  const eve = { person: 'eve', partner: 'police-b', roles: [] };
  const tom = { person: 'tom', partner: null, roles: ['analyst', 'auditor'] as const };
  const first = await noticesFor(ledger, ana);
  expect(first).toMatchObject([{ kind: 'clock-due-7', at, read: false, to: { partner: 'police-a' } }]);
  expect(await noticesFor(ledger, eve)).toEqual([]);
  expect(await noticesFor(ledger, tom)).toMatchObject([{ kind: 'erased', to: { role: 'auditor' } }]);
  const id = first[0]?.id ?? '';
  expect(await ledger.transaction((database) => markRead(database, eve, { id, at }))).toBe(false);
  expect(await ledger.transaction((database) => markRead(database, ana, { id, at }))).toBe(true);
  expect(await ledger.transaction((database) => markRead(database, ana, { id, at: later }))).toBe(true);
  expect(await noticesFor(ledger, ana, { unread: true })).toEqual([]);
  expect(await noticesFor(ledger, ana)).toMatchObject([{ id, read: true }]);
  expect(await noticesFor(ledger, ben, { unread: true })).toHaveLength(1);
  expect(await noticesAbout(ledger, own.id)).toHaveLength(2);
});

test('decisions come back in their order, with reasons that only the key opens', async () => {
  const { ledger } = test1;
  const decided: DecidedClock[] = [
    { contribution: own.id, clock: 'review', decision: 'keep', at, until: later },
    { contribution: own.id, clock: 'inform-supervisor', decision: 'noticed', at: later, until: null },
  ];
  for (const each of decided) {
    await ledger.transaction((database) =>
      addClockDecision(database, { ...each, by: 'ana', reason: 'trial of Zebra pending' }),
    );
  }
  expect(await clockDecisions(ledger)).toEqual(decided);
  expect(await clockDecisionsOn(ledger, own.id)).toMatchObject([
    { decision: 'keep', by: 'ana', reason: 'trial of Zebra pending' },
    { decision: 'noticed' },
  ]);
  expect(await clockDecisionsOn(ledger, others.id)).toEqual([]);
  const rows = await ledger.query<{ row: string }>('select to_json(c)::text as row from clock_decision c');
  expect(rows.map(({ row }) => row).join()).not.toContain('Zebra');
});

test('who learnt of a contribution: hits and consents of others, never its own', async () => {
  const { ledger } = test1;
  const found = {
    id: 'aaaaaaaaaaaaaaaa',
    recipient: 'police-b',
    other: 'police-a',
    kind: 'same-phone',
    type: 'phone',
    own: ['0000000000000001'],
    ownContributions: [others.id],
    ownContribution: others.id,
    ownRow: 1,
    others: ['0000000000000002'],
    otherContributions: [own.id],
  } as unknown as Parameters<typeof addHits>[1][number];
  await ledger.transaction(async (database) => {
    await addHits(database, [found], at);
    await addConsent(database, {
      hit: found.id,
      owner: 'police-a',
      recipient: 'police-b',
      subjects: [],
      contributions: [own.id],
      properties: null,
      by: 'ana',
      at: later,
    });
    for (const contributions of [[own.id, others.id], [others.id]]) {
      await database.query(
        `insert into release (kind, title, contributions, recipients, by, at)
         values ('annual', 'Report', $1::json, '["police-b", "ministry"]', 'ana', $2)`,
        [JSON.stringify(contributions), at],
      );
    }
  });
  expect(await toldOf(ledger, own.id)).toEqual([
    { hit: found.id, partner: 'police-b', what: 'hit', at },
    { hit: found.id, partner: 'police-b', what: 'shared', at: later },
  ]);
  expect(await toldOf(ledger, others.id)).toEqual([]);
  expect(await releasesOver(ledger, own.id)).toEqual([
    { kind: 'annual', title: 'Report', snapshot: null, recipients: ['police-b', 'ministry'], at },
  ]);
  expect(await releasesOver(ledger, others.id)).toHaveLength(2);
});

test('an order stands until its certificate, and the first one counts', async () => {
  const { ledger } = test1;
  const erasure: Erasure = {
    contribution: own.id,
    ground: 'owner',
    law: 'Article 19(2)',
    reason: 'Case closed',
    by: 'ana',
    inventory: { object: own.object, folders: [] },
    at,
  };
  const order = (given: Erasure) => ledger.transaction((database) => addErasure(database, given));
  expect(await order(erasure)).toBe(true);
  expect(await order({ ...erasure, reason: 'Another' })).toBe(false);
  expect(await findErasure(ledger, own.id)).toEqual(erasure);
  expect(await findErasure(ledger, others.id)).toBeUndefined();
  expect(await unfinishedErasures(ledger)).toEqual([erasure]);
  expect([...(await erasureOrders(ledger))]).toEqual([own.id]);
  await ledger.keys.destroy(own.object);
  expect((await clockDecisionsOn(ledger, own.id)).map(({ reason }) => reason)).toEqual([null, null]);
  expect(await contributionHeader(ledger, own.id)).toMatchObject({ partner: 'police-a', object: own.object });
  const certificate = { clew: 1, contribution: own.id, completedAt: later } as ErasureCertificate;
  for (let time = 0; time < 2; time++) {
    await ledger.transaction((database) => addErasureCertificate(database, certificate));
  }
  expect(await unfinishedErasures(ledger)).toEqual([]);
  expect(await erasureCertificates(ledger)).toEqual([certificate]);
  await expect(ledger.transaction((database) => database.query('delete from erasure'))).rejects.toThrow();
});
