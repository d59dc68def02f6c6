// For tests. In: nothing. Out: an empty, migrated ledger, quickly: each is a schema of one PostgreSQL in this process
// (`shared-store.ts`); with CLEW_TEST_POSTGRES (`postgres://…`) it is a schema of that server.

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contribution } from '@clew/model/contribution.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { addContribution, contributionId, objectName } from './contributions.ts';
import type { Ledger } from './database.ts';
import { addErasure } from './erasures.ts';
import type { LedgerPlace } from './ledger-place.ts';
import { createLedger, openLedger } from './open-ledger.ts';
import { addPartner } from './partners.ts';
import { dropSchema } from './server-store.ts';
import { openSharedStore, schemaName } from './shared-store.ts';
import { ledgerOver } from './store.ts';
import { hubKeyFrom } from './vault/hub-key.ts';
import { Vault } from './vault/vault.ts';

export interface TestLedger {
  readonly ledger: Ledger;
  /** `ledger.keys` are its keys. */
  readonly vault: Vault;
  readonly folder: string;
  /** Removes everything. */
  close(): Promise<void>;
}

/** The PostgreSQL server that tests are to use, if any. */
export const testServer = process.env.CLEW_TEST_POSTGRES || undefined;

const at = '2026-01-02T03:04:05.678Z';

/** The vault goes into a temporary folder unless another is named. */
export async function openTestLedger(vaultFolder?: string): Promise<TestLedger> {
  const folder = vaultFolder ?? (await mkdtemp(join(tmpdir(), 'clew-test-ledger-')));
  const vault = await Vault.open(folder, hubKeyFrom('ab'.repeat(32)));
  const place = { kind: 'server' as const, url: testServer ?? '', schema: schemaName() };
  const ledger =
    testServer === undefined ? ledgerOver(await openSharedStore(), vault.keys) : await onServer(place, vault);
  const close = async () => {
    await ledger.close();
    if (testServer !== undefined) await dropSchema(place);
    await rm(folder, { recursive: true, force: true });
  };
  return { ledger, vault, folder, close };
}

/** A contribution that is kept, with its key; its partner too. Differs by `content`. */
export async function addTestContribution(
  ledger: Ledger,
  given: Partial<Contribution> & { readonly content?: string } = {},
): Promise<Contribution & { readonly object: string }> {
  const { content = 'content', ...rest } = given;
  const partner = rest.partner ?? 'police';
  const sha256 = rest.sha256 ?? Buffer.from(content.padEnd(32).slice(0, 32)).toString('hex');
  const object = objectName(partner, sha256);
  const row = {
    fileName: 'people.csv',
    bytes: 12,
    receivedAt: at,
    terms: termsSchema.parse({}),
    mapping: { clew: 1 as const, subjects: { zebra: { type: 'person' as const, properties: {} } } },
    ...rest,
    id: contributionId(object),
    object,
    partner,
    sha256,
  };
  await ledger.keys.keep(object, randomBytes(32));
  await ledger.transaction(async (database) => {
    await addPartner(database, { id: partner, title: partner, country: 'nl', contact: 'the desk' }, at);
    await addContribution(database, row);
  });
  return row;
}

/** Notes that its owner had a contribution erased. */
export async function eraseTestContribution(
  ledger: Ledger,
  { id, object }: { readonly id: string; readonly object: string },
): Promise<void> {
  const order = {
    contribution: id,
    ground: 'owner',
    law: 'Article 1',
    reason: 'Withdrawn',
    by: 'ana',
  } as const;
  const inventory = { object, folders: [] };
  await ledger.transaction((database) => addErasure(database, { ...order, inventory, at }));
}

async function onServer(place: LedgerPlace, vault: Vault): Promise<Ledger> {
  await createLedger(place, at);
  return openLedger(place, { at, keys: vault.keys });
}
