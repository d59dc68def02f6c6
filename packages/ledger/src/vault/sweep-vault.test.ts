import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addContribution, contributionId, contributions, objectName } from '../contributions.ts';
import { addTestContribution, openTestLedger, type TestLedger } from '../test-ledger.ts';
import { sweepVault } from './sweep-vault.ts';

let opened: TestLedger;

beforeEach(async () => {
  opened = await openTestLedger();
});

afterEach(() => opened.close());

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Bytes and key in the vault, as `Draft.keep` leaves them. */
async function store(text: string): Promise<{ object: string; sha256: string }> {
  const draft = await opened.vault.draft(bytesOf(text));
  const object = objectName('police', draft.sha256);
  await draft.keep(object);
  return { object, sha256: draft.sha256 };
}

test('what no contribution names goes, what one names stays, what is lost is named', async () => {
  const { ledger, vault } = opened;
  const lost = await addTestContribution(ledger, { content: 'a key without bytes' });
  const kept = await store('kept');
  await ledger.transaction((database) =>
    addContribution(database, {
      ...lost,
      ...kept,
      id: contributionId(kept.object),
    }),
  );
  const orphan = await store('orphan');
  const onlyKey = 'e'.repeat(64);
  await vault.keys.keep(onlyKey, randomBytes(32));
  expect(await sweepVault(vault, ledger)).toEqual({
    removed: [orphan.object, onlyKey].sort(),
    lost: [lost.object],
  });
  expect(await vault.objects()).toEqual([kept.object]);
  expect(await contributions(ledger)).toHaveLength(2);
  expect(await sweepVault(vault, ledger)).toEqual({ removed: [], lost: [lost.object] });
  await store('orphan');
});

test('the vault of one ledger is not swept by another', async () => {
  const { ledger, vault } = opened;
  await sweepVault(vault, ledger);
  const { object } = await store('on its way');
  const other = await openTestLedger();
  try {
    await expect(sweepVault(vault, other.ledger)).rejects.toMatchObject({ code: 'damaged' });
  } finally {
    await other.close();
  }
  expect(await vault.objects()).toEqual([object]);
});
