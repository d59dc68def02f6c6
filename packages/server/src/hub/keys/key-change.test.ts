import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findAccount } from '@clew/ledger/accounts.ts';
import { auditEntries } from '@clew/ledger/audit/chain.ts';
import { hubSigningKey } from '@clew/ledger/audit/signing-key.ts';
import { verifyAudit } from '@clew/ledger/audit/verify.ts';
import { openTestLedger, type TestLedger } from '@clew/ledger/test-ledger.ts';
import { type HubKey, hubKeyFrom, readHubKey } from '@clew/ledger/vault/hub-key.ts';
import { hubSeal } from '@clew/ledger/vault/hub-seal.ts';
import { readKeyInForce, writeKeyInForce } from '@clew/ledger/vault/key-in-force.ts';
import { Vault } from '@clew/ledger/vault/vault.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type HubLayout, hubLayout } from '../hub-layout.ts';
import { finishKeyChange, tidyKeyFiles } from './finish-key-change.ts';
import { hubKeysOf } from './hub-keys.ts';

const [old, next] = ['ab', 'cd'].map((digits) => hubKeyFrom(digits.repeat(32))) as [HubKey, HubKey];
const inFile = { hubKey: undefined };
const objects = ['1', '2', '3'].map((digit) => digit.repeat(64));
let folder: string;
let layout: HubLayout;
let opened: TestLedger;

/** A hub with three data keys and a second factor, whose key is to change; nothing has been wrapped yet. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-key-change-'));
  layout = hubLayout(folder);
  await mkdir(layout.vault);
  opened = await openTestLedger();
  const { keys } = await Vault.open(layout.vault, old);
  for (const object of objects) await keys.keep(object, Buffer.from(object.slice(0, 32)));
  await opened.ledger.transaction(async (database) => {
    const sealed = hubSeal(old).seal('second factor\nana', 'SECRET');
    await database.query(`insert into person (id, title, at) values ('ana', 'Ana', now())`);
    await database.query(`insert into account (person, second_factor, at) values ('ana', $1, now())`, [
      sealed,
    ]);
  });
  await writeFile(layout.key, `${old.bytes.toString('hex')}\n`, { mode: 0o600 });
  await writeFile(layout.nextKey, `${next.bytes.toString('hex')}\n`, { mode: 0o600 });
  await writeKeyInForce(layout.vault, { now: old.id, next: next.id });
});

afterEach(async () => {
  await opened.close();
  await rm(folder, { recursive: true, force: true });
});

/** As opening the hub does it. Stops before the key with this number, or in the ledger, where told. */
async function goOn(stop: { readonly atKey?: number; readonly inLedger?: boolean } = {}): Promise<Vault> {
  const keys = await hubKeysOf(layout, inFile);
  const vault = await Vault.open(layout.vault, keys.now);
  const { now } = keys;
  if (keys.next === undefined) {
    await tidyKeyFiles(layout, now.id);
    return vault;
  }
  const onProgress = ({ done }: { readonly done: number }) => {
    if (done === stop.atKey) throw new Error('power cut');
  };
  const ledger = {
    ...opened.ledger,
    transaction: stop.inLedger ? () => Promise.reject(new Error('power cut')) : opened.ledger.transaction,
  };
  const changing = { now, next: keys.next };
  await finishKeyChange({ layout, vault, ledger, keys: changing, watch: { onProgress } });
  return vault;
}

async function expectChanged(vault: Vault): Promise<void> {
  for (const object of objects) {
    expect(await vault.keys.find(object)).toEqual(Buffer.from(object.slice(0, 32)));
    expect(await readFile(join(layout.vault, 'keys', object.slice(0, 2), object), 'utf8')).not.toContain(
      old.id,
    );
  }
  expect(await readKeyInForce(layout.vault)).toEqual({ now: next.id });
  expect((await readHubKey(layout.key)).id).toBe(next.id);
  await expect(readFile(layout.nextKey)).rejects.toMatchObject({ code: 'ENOENT' });
  const sealed = (await findAccount(opened.ledger, 'ana'))?.secondFactor ?? '';
  expect(hubSeal(next).open('second factor\nana', sealed)).toBe('SECRET');
  expect(() => hubSeal(old).open('second factor\nana', sealed)).toThrow(
    expect.objectContaining({ code: 'hub-key' }),
  );
  const done = await auditEntries(opened.ledger, { action: 'key.rotate', limit: 9 });
  expect(done.map(({ what }) => what)).toEqual([`hub key ${old.id} to ${next.id}`]);
  const { publicKey: hubPublicKey } = hubSigningKey(next);
  expect(await verifyAudit(opened.ledger, { hubPublicKey })).toMatchObject({ broken: null, checkpoints: 1 });
}

test.each([{ atKey: 0 }, { atKey: 1 }, { atKey: 2 }, { inLedger: true }])(
  'stopped at %o, the change goes on with the next opening',
  async (stop) => {
    await expect(goOn(stop)).rejects.toThrow('power cut');
    await expectChanged(await goOn());
    await expectChanged(await goOn());
  },
);

test('stopped after the ledger, or between the two key files, it goes on too, and changes nothing twice', async () => {
  await goOn();
  const after = await readFile(layout.key);
  // As if the vault had not been told any more: hub.key still the old one, the new one beside it.
  await writeKeyInForce(layout.vault, { now: old.id, next: next.id });
  await copyFile(layout.key, layout.nextKey);
  await writeFile(layout.key, `${old.bytes.toString('hex')}\n`);
  await expectChanged(await goOn());
  // As if only the names of the files were as before.
  await writeFile(layout.nextKey, after, { mode: 0o600 });
  await writeFile(layout.key, `${old.bytes.toString('hex')}\n`);
  await expectChanged(await goOn());
});

test('without the new key an unfinished change is refused, and afterwards the old key is', async () => {
  await expect(goOn({ atKey: 1 })).rejects.toThrow('power cut');
  const told = { hubKey: old.bytes.toString('hex') };
  await expect(hubKeysOf(layout, told)).rejects.toMatchObject({ code: 'hub-key' });
  const both = { ...told, nextHubKey: next.bytes.toString('hex') };
  expect(await hubKeysOf(layout, both)).toEqual({ now: old, next });
  await goOn();
  await expect(hubKeysOf(layout, told)).rejects.toMatchObject({ code: 'hub-key' });
  expect(await hubKeysOf(layout, both)).toEqual({ now: next, next: undefined });
});
