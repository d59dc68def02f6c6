import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTerms } from './contributions.ts';
import { publishedMark, publishedSnapshot, publishSnapshot } from './snapshots.ts';
import {
  addTestContribution,
  eraseTestContribution,
  openTestLedger,
  type TestLedger,
} from './test-ledger.ts';

const at = '2026-01-02T03:04:05.678Z';
let opened: TestLedger;

beforeAll(async () => {
  opened = await openTestLedger();
});

afterAll(() => opened.close());

function publish(id: string, moment = at): Promise<void> {
  const parts = { engine: '1', contributions: [], judgements: { count: 0, hash: '', through: 0 } };
  return opened.ledger.transaction((database) =>
    publishSnapshot(database, { id, parts }, { clearance: '', at: moment }),
  );
}

test('the mark tells which snapshot is published, and when', async () => {
  const { ledger } = opened;
  expect(await publishedMark(ledger)).toBeUndefined();
  await publish('a'.repeat(12));
  expect(await publishedMark(ledger)).toMatchObject({ id: 'a'.repeat(12), publishedAt: at });
  const later = '2026-01-03T03:04:05.678Z';
  await publish('b'.repeat(12), later);
  expect(await publishedMark(ledger)).toMatchObject({ id: 'b'.repeat(12), publishedAt: later });
  expect(await publishedSnapshot(ledger)).toMatchObject({ id: 'b'.repeat(12), publishedAt: later });
});

test('the ruling changes with every contribution, with other terms and with an order to erase, and else not', async () => {
  const { ledger } = opened;
  await publish('a'.repeat(12));
  const ruling = async () => (await publishedMark(ledger))?.ruling;
  const seen = new Set([await ruling()]);
  const { id, terms, object } = await addTestContribution(ledger);
  seen.add(await ruling());
  await ledger.transaction((database) => addTerms(database, id, { terms, by: 'ana', at }));
  seen.add(await ruling());
  await eraseTestContribution(ledger, { id, object });
  seen.add(await ruling());
  expect(seen.size).toBe(4);
  await publish('b'.repeat(12));
  seen.add(await ruling());
  expect(seen.size).toBe(4);
});
