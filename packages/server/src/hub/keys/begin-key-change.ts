import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { settleFile } from '@clew/ledger/settle-folder.ts';
import { createHubKey, type HubKey, hubKeyFrom } from '@clew/ledger/vault/hub-key.ts';
import { writeKeyInForce } from '@clew/ledger/vault/key-in-force.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';
import type { KeyConfig } from './hub-keys.ts';

/**
 * Keeps that the hub key is to change, the new key first. From then on every opening of the hub carries the change on
 * until it is done (`finish-key-change.ts`). Returns the ids of the two keys.
 */
export async function beginKeyChange(
  hub: Hub,
  caller: Caller,
  config: KeyConfig,
): Promise<{ readonly from: string; readonly to: string }> {
  await hub.gate.pass(caller, 'key.rotate', wholeHub);
  const next = config.hubKey === undefined ? await nextInFile(hub.layout.nextKey) : nextTold(config);
  if (next.id === hub.hubKey) {
    throw new Refusal('hub-key', 'The new key is the old one.', 'Make another: openssl rand -hex 32');
  }
  await writeKeyInForce(hub.layout.vault, { now: hub.hubKey, next: next.id });
  return { from: hub.hubKey, to: next.id };
}

function nextTold({ nextHubKey }: KeyConfig): HubKey {
  if (nextHubKey !== undefined) return hubKeyFrom(nextHubKey);
  throw new Refusal(
    'hub-key',
    'The key of this hub is in CLEW_HUB_KEY; the new one is not given.',
    'Give it in CLEW_HUB_KEY_NEXT: 64 hex digits, for example of openssl rand -hex 32',
  );
}

/** A new key in its file, whole or not at all. One that an interrupted call left has wrapped nothing, and makes room. */
async function nextInFile(file: string): Promise<HubKey> {
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  const key = await createHubKey(partial);
  await rename(partial, file);
  await settleFile(dirname(file));
  return key;
}
