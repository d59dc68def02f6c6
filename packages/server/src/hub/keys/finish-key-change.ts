// In: a hub whose key is being changed, both keys, and how far an earlier process came. Out: a hub under the new key.
// Invariant: whatever stops it, both keys are still at hand until nothing needs the old one, and the next opening goes
// on from there; afterwards the old key opens nothing that the hub keeps.

import { existsSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resealSecondFactors } from '@clew/ledger/accounts.ts';
import { appendAudit, auditHead } from '@clew/ledger/audit/chain.ts';
import { addCheckpoint } from '@clew/ledger/audit/checkpoints.ts';
import { addKeyChange, keyChanges } from '@clew/ledger/audit/key-changes.ts';
import { hubSigningKey } from '@clew/ledger/audit/signing-key.ts';
import type { Database, Ledger } from '@clew/ledger/database.ts';
import { endAllSessions } from '@clew/ledger/sessions.ts';
import { settleFile } from '@clew/ledger/settle-folder.ts';
import { type HubKey, readHubKey } from '@clew/ledger/vault/hub-key.ts';
import { hubSeal } from '@clew/ledger/vault/hub-seal.ts';
import { writeKeyInForce } from '@clew/ledger/vault/key-in-force.ts';
import { overwrite } from '@clew/ledger/vault/overwrite.ts';
import type { Vault } from '@clew/ledger/vault/vault.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { resealedFactor } from '../../sign-in/second-factor.ts';
import type { HubLayout } from '../hub-layout.ts';
import { hubEntry } from '../retention/hub-entry.ts';

interface Keys {
  readonly now: HubKey;
  readonly next: HubKey;
}

export interface KeyChangeParts {
  readonly layout: HubLayout;
  readonly vault: Vault;
  readonly ledger: Ledger;
  readonly keys: Keys;
  readonly watch: Watch;
}

/** Wraps the data keys anew, then what the ledger has under the key, then lets go of the old one. */
export async function finishKeyChange({ layout, vault, ledger, keys, watch }: KeyChangeParts): Promise<void> {
  const { next } = keys;
  await vault.keys.wrapAnew(next, {
    beforeEach: (done, total) => {
      if (watch.signal?.aborted) throw stopped();
      watch.onProgress?.({ step: 'wrapping', done, total, unit: 'keys' });
    },
  });
  const at = new Date().toISOString();
  await ledger.transaction((database) => changeInLedger(database, keys, at));
  await writeKeyInForce(layout.vault, { now: next.id });
  await tidyKeyFiles(layout, next.id);
}

/** All or nothing: second factors, the last signature of the old key, and who signs from here on. */
async function changeInLedger(database: Database, { now, next }: Keys, at: string): Promise<void> {
  const [from, to] = [hubSigningKey(now), hubSigningKey(next)];
  if ((await keyChanges(database)).at(-1)?.to === to.publicKey) return;
  const seals = { from: hubSeal(now), to: hubSeal(next) };
  await resealSecondFactors(database, (person, sealed) => resealedFactor(person, sealed, seals));
  await endAllSessions(database);
  await appendAudit(
    database,
    hubEntry({ at, action: 'key.rotate', what: `hub key ${now.id} to ${next.id}` }),
  );
  await addCheckpoint(database, { key: from, at });
  const { number } = await auditHead(database);
  await addKeyChange(database, { from, to, number, at });
}

/** Puts the new key file in the place of the old one, which is overwritten. Nothing to do where the keys are told. */
export async function tidyKeyFiles({ key, nextKey }: HubLayout, inForce: string): Promise<void> {
  if (!existsSync(nextKey) || (await readHubKey(nextKey)).id !== inForce) return;
  const before = existsSync(key) ? await open(key, 'r+') : undefined;
  try {
    await rename(nextKey, key);
    await settleFile(dirname(key));
    if (before !== undefined) await overwrite(before);
  } finally {
    await before?.close();
  }
}

function stopped(): Refusal {
  return new Refusal(
    'cancelled',
    'Stopped on request, before all keys were wrapped anew.',
    'Nothing is lost: whatever opens the hub next goes on with it.',
  );
}
