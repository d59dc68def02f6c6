// In: a place. Out: the ledger in it, migrated.
// Invariant: a transaction is all there or not there, whatever stops the process; a new ledger appears whole.

import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '@clew/model/refusal.ts';
import { closeToOthers } from './close-to-others.ts';
import type { Ledger } from './database.ts';
import type { LedgerPlace } from './ledger-place.ts';
import { isMigrated, migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { createPgliteStore, openPgliteStore } from './pglite-store.ts';
import { settleFile, settleFolder } from './settle-folder.ts';
import { ledgerOver, type Store } from './store.ts';
import type { Keyring } from './vault/keyring.ts';

export type { LedgerPlace };

/**
 * Makes an empty ledger. `at` is ISO 8601. Refuses ('already-there') a schema of a server in which something is kept
 * already; what an interrupted process left of an empty one is completed.
 */
export async function createLedger(place: LedgerPlace, at: string): Promise<void> {
  if (place.kind === 'folder') await createFolder(place.folder, at);
  else await createOnServer(place, at);
}

/** Opens the ledger in a place. The caller makes sure that no other process has a folder open. */
export async function openLedger(
  place: LedgerPlace,
  given: { readonly at: string; readonly keys: Keyring },
): Promise<Ledger> {
  const store = await openStore(place);
  try {
    if (!(await isMigrated(store.query))) throw missing(place);
    await migrate(store, migrations, given.at);
    return ledgerOver(store, given.keys);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openStore(place: LedgerPlace): Promise<Store> {
  if (place.kind === 'server') return (await onServer()).openServerStore(place);
  if (!existsSync(place.folder)) throw missing(place);
  return openPgliteStore(place.folder);
}

async function createFolder(folder: string, at: string): Promise<void> {
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  const store = await createPgliteStore(partial);
  try {
    await migrate(store, migrations, at);
  } finally {
    await store.close();
  }
  closeToOthers(partial);
  await settleFolder(partial, 0);
  await rename(partial, folder);
  await settleFile(dirname(folder));
}

/** Its client is loaded by those alone whose ledger is on a server. */
function onServer(): Promise<typeof import('./server-store.ts')> {
  return import('./server-store.ts');
}

async function createOnServer(place: LedgerPlace & { kind: 'server' }, at: string): Promise<void> {
  const { createSchema, openServerStore } = await onServer();
  await createSchema(place);
  const store = await openServerStore(place);
  try {
    await migrate(store, migrations, at);
    const kept = await store.query<{ kept: boolean }>(
      'select exists (select from person) or exists (select from partner) or exists (select from audit) as kept',
    );
    if (kept[0]?.kept !== true) return;
    throw new Refusal(
      'already-there',
      'The PostgreSQL server has the ledger of a hub in this schema.',
      'Name another database in CLEW_LEDGER, or another schema: ?schema=NAME.',
    );
  } finally {
    await store.close();
  }
}

function missing(place: LedgerPlace): Refusal {
  return new Refusal(
    'damaged',
    'The ledger of this hub is missing.',
    place.kind === 'folder'
      ? 'Put its folder `ledger` back from the backup.'
      : 'See the database and the schema in CLEW_LEDGER, or put the database back from the backup.',
  );
}
