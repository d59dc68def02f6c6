import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Ledger } from '../database.ts';
import { openTestLedger } from '../test-ledger.ts';
import { hubKeyFrom } from '../vault/hub-key.ts';
import { appendAudit, auditHead } from './chain.ts';
import { addCheckpoint, addCountersignature, countersign } from './checkpoints.ts';
import { addKeyChange } from './key-changes.ts';
import { hubSigningKey, type SigningKey } from './signing-key.ts';
import { verifyAudit } from './verify.ts';

const at = '2026-01-02T03:04:05.678Z';
const [first, second, third] = ['1', '2', '3'].map((digit) =>
  hubSigningKey(hubKeyFrom(digit.repeat(64))),
) as [SigningKey, SigningKey, SigningKey];
let ledger: Ledger;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ ledger, close } = await openTestLedger());
});

afterEach(() => close());

const entry = {
  at,
  person: 'ana',
  via: 'terminal',
  action: 'hub.run',
  what: 'hub',
  outcome: 'done',
} as const;

/** One more entry, signed by a key. */
function signedEntry(key: SigningKey) {
  return ledger.transaction(async (database) => {
    await appendAudit(database, { ...entry, purpose: null, project: null, label: null });
    return addCheckpoint(database, { key, at });
  });
}

function change(from: SigningKey, to: SigningKey) {
  return ledger.transaction(async (database) => {
    const { number } = await auditHead(database);
    await addKeyChange(database, { from, to, number, at });
  });
}

const verify = (current: SigningKey, against: Awaited<ReturnType<typeof signedEntry>>[] = []) =>
  verifyAudit(ledger, { hubPublicKey: current.publicKey, against });

test('what each key signed while it was the hub\u2019s stands after it was changed, here and elsewhere', async () => {
  const one = await signedEntry(first);
  await change(first, second);
  const two = await signedEntry(second);
  await change(second, third);
  const three = await signedEntry(third);
  expect(await verify(third, [one, two, three])).toMatchObject({
    broken: null,
    checkpoints: 3,
    signedUpTo: 3,
  });
  const signed = countersign(one, { key: hubSigningKey(hubKeyFrom('9'.repeat(64))), by: 'Authority', at });
  await ledger.transaction((database) => addCountersignature(database, signed, third.publicKey));
  expect(await verify(third)).toMatchObject({ broken: null, countersignatures: 1 });
});

test('a key that was given up signs nothing that came after, and nobody takes over without it', async () => {
  const one = await signedEntry(first);
  await change(first, second);
  const late = await signedEntry(first);
  expect(await verify(second)).toMatchObject({ broken: { number: late.number, kind: 'checkpoint' } });
  expect(await verify(second, [late])).toMatchObject({ broken: { number: late.number, kind: 'checkpoint' } });
  expect(await verify(first)).toMatchObject({ broken: { number: one.number, kind: 'checkpoint' } });
  expect(await verify(third)).toMatchObject({ broken: { number: one.number, kind: 'checkpoint' } });
});

test.each(['old_key', 'new_key', 'signed_by_old', 'signed_by_new'])(
  'a change of keys whose %s is another is found',
  async (column) => {
    const one = await signedEntry(first);
    await change(first, second);
    await signedEntry(second);
    expect(await verify(second)).toMatchObject({ broken: null });
    await ledger.transaction(async (database) => {
      await database.query('alter table hub_key_change disable trigger append_only');
      await database.query(`update hub_key_change set ${column} = $1`, [third.publicKey]);
      await database.query('alter table hub_key_change enable trigger append_only');
    });
    expect(await verify(second)).toMatchObject({ broken: { number: one.number, kind: 'checkpoint' } });
  },
);
