import { type AuditEntry, auditEntries } from '@clew/ledger/audit/chain.ts';
import { lastCheckpoint } from '@clew/ledger/audit/checkpoints.ts';
import { hubSigningKey } from '@clew/ledger/audit/signing-key.ts';
import { verifyAudit } from '@clew/ledger/audit/verify.ts';
import type { Ledger } from '@clew/ledger/database.ts';
import { openTestLedger } from '@clew/ledger/test-ledger.ts';
import { hubKeyFrom } from '@clew/ledger/vault/hub-key.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAuditWriter } from './audit-writer.ts';

const key = hubSigningKey(hubKeyFrom('3'.repeat(64)));
let ledger: Ledger;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ ledger, close } = await openTestLedger());
});

afterAll(() => close());

function entry(what: string): AuditEntry {
  return {
    ...{ at: '2026-01-02T03:04:05.678Z', person: 'ana', via: 'session', action: 'view.read', what },
    ...{ purpose: 'cross-check', project: null, label: null, outcome: 'allowed' },
  };
}

/** The ledger, counting transactions, single statements among them, and failing those that are named. */
function counted(failing: readonly number[] = []): { ledger: Ledger; transactions: () => number } {
  let transactions = 0;
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    transactions += 1;
    return failing.includes(transactions) ? Promise.reject(new Error(`No room in ${transactions}`)) : work();
  };
  const over: Ledger = {
    ...ledger,
    transaction: (write) => next(() => ledger.transaction(write)),
    commit: (text, values) => next(() => ledger.commit(text, values)),
  };
  return { ledger: over, transactions: () => transactions };
}

const written = async (after: number) =>
  (await auditEntries(ledger, { from: after + 1, limit: 5000 })).map(({ what }) => what);
const end = async () => (await auditEntries(ledger, { limit: 1, newestFirst: true }))[0]?.number ?? 0;

test('entries that come together are written together, in their order, and are there when told so', async () => {
  const before = await end();
  const { ledger: over, transactions } = counted();
  const writer = createAuditWriter(over);
  const names = Array.from({ length: 120 }, (_, index) => `a${index}`);
  await Promise.all(
    names.map(async (name) => {
      await writer.write(entry(name));
      expect(await written(before)).toContain(name);
    }),
  );
  expect(await written(before)).toEqual(names);
  expect(transactions()).toBe(1);
});

test('one that comes while others are being written is not forgotten', async () => {
  const before = await end();
  const writer = createAuditWriter(ledger);
  const first = writer.write(entry('b1')).then(() => writer.write(entry('b3')));
  await new Promise((next) => setImmediate(() => setImmediate(next)));
  await Promise.all([first, writer.write(entry('b2'))]);
  expect([...(await written(before))].sort()).toEqual(['b1', 'b2', 'b3']);
});

test('a transaction that fails refuses all its callers, and nobody else', async () => {
  const before = await end();
  const writer = createAuditWriter(counted([1]).ledger);
  const outcomes = await Promise.allSettled([writer.write(entry('c1')), writer.write(entry('c2'))]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await written(before)).toEqual([]);
  await writer.write(entry('c3'));
  expect(await written(before)).toEqual(['c3']);
});

test('a burst larger than one transaction takes several; the failure of one leaves the others', async () => {
  const before = await end();
  const { ledger: over, transactions } = counted([2]);
  const writer = createAuditWriter(over);
  const names = Array.from({ length: 1100 }, (_, index) => `d${index}`);
  const outcomes = await Promise.allSettled(names.map((name) => writer.write(entry(name))));
  const refused = outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []));
  expect([refused[0], refused.length, transactions()]).toEqual([500, 500, 3]);
  expect(await written(before)).toEqual([...names.slice(0, 500), ...names.slice(1000)]);
});

test('closing waits for what was given before, and takes nothing after', async () => {
  const before = await end();
  const writer = createAuditWriter(ledger);
  const given = writer.write(entry('e1'));
  await writer.close();
  expect(await written(before)).toEqual(['e1']);
  await given;
  await expect(writer.write(entry('e2'))).rejects.toThrow('closed');
  expect(await written(before)).toEqual(['e1']);
});

test('a later entry is one statement, and takes its place behind what others wrote meanwhile', async () => {
  const before = await end();
  const { ledger: over, transactions } = counted();
  const [ours, theirs] = [createAuditWriter(over), createAuditWriter(ledger)];
  await ours.write(entry('g1'));
  await ours.write(entry('g2'));
  expect(transactions()).toBe(2);
  await theirs.write(entry('g3'));
  await ours.write(entry('g4'));
  // One that found that somebody else had written, and the transaction that came in its place.
  expect(transactions()).toBe(4);
  expect(await written(before)).toEqual(['g1', 'g2', 'g3', 'g4']);
  expect((await verifyAudit(ledger, { hubPublicKey: key.publicKey })).broken).toBeNull();
});

test('of several writers at once each entry is there once', async () => {
  const before = await end();
  const writers = Array.from({ length: 4 }, () => createAuditWriter(ledger));
  const names = Array.from({ length: 40 }, (_, index) => `h${index}`);
  for (let round = 0; round < 10; round++) {
    const four = writers.map((writer, index) => writer.write(entry(names[round * 4 + index] ?? '')));
    await Promise.all(four);
  }
  expect([...(await written(before))].sort()).toEqual([...names].sort());
  expect((await verifyAudit(ledger, { hubPublicKey: key.publicKey })).broken).toBeNull();
});

test('the end of the log is signed whenever enough has come since', async () => {
  const writer = createAuditWriter(ledger, { key, checkpointEvery: 10 });
  const write = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, index) => writer.write(entry(`f${index}`))));
  const start = await end();
  expect([start > 10, await lastCheckpoint(ledger)]).toEqual([true, 0]);
  await write(1);
  expect(await lastCheckpoint(ledger)).toBe(start + 1);
  await write(9);
  expect(await lastCheckpoint(ledger)).toBe(start + 1);
  await write(3);
  expect(await lastCheckpoint(ledger)).toBe(start + 13);
  expect((await verifyAudit(ledger, { hubPublicKey: key.publicKey })).broken).toBeNull();
});
