import { existsSync } from 'node:fs';
import { type HubKey, hubKeyFrom, readHubKey } from '@clew/ledger/vault/hub-key.ts';
import { readKeyInForce } from '@clew/ledger/vault/key-in-force.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Config } from '../../config.ts';
import type { HubLayout } from '../hub-layout.ts';

/** The key of a hub; while it is being changed also the one that takes its place. */
export interface HubKeys {
  readonly now: HubKey;
  readonly next: HubKey | undefined;
}

/** Where a hub's keys come from: `CLEW_HUB_KEY` and `CLEW_HUB_KEY_NEXT`, else files of the hub. */
export type KeyConfig = Pick<Config, 'hubKey'> & Partial<Pick<Config, 'nextHubKey'>>;

/** The keys that the vault asks for. Refuses (`hub-key`) any others. */
export async function hubKeysOf(layout: HubLayout, config: KeyConfig): Promise<HubKeys> {
  const inForce = await readKeyInForce(layout.vault);
  if (inForce === undefined) {
    const now = config.hubKey === undefined ? await readHubKey(layout.key) : hubKeyFrom(config.hubKey);
    return { now, next: undefined };
  }
  const given = await givenKeys(layout, config);
  const now = given.find(({ id }) => id === inForce.now);
  if (now === undefined) {
    throw new Refusal(
      'hub-key',
      'This is not the key of the hub: its key was changed.',
      `Use the key whose id is ${inForce.now}, in hub.key or CLEW_HUB_KEY.`,
    );
  }
  if (inForce.next === undefined) return { now, next: undefined };
  const next = given.find(({ id }) => id === inForce.next);
  if (next !== undefined) return { now, next };
  throw new Refusal(
    'hub-key',
    'The key of this hub is being changed, and the new one is missing.',
    `Put the key whose id is ${inForce.next} back into hub.key.next, or give it in CLEW_HUB_KEY_NEXT.`,
  );
}

async function givenKeys(layout: HubLayout, config: KeyConfig): Promise<readonly HubKey[]> {
  if (config.hubKey !== undefined) {
    return [config.hubKey, config.nextHubKey].filter((text) => text !== undefined).map(hubKeyFrom);
  }
  return Promise.all([layout.key, layout.nextKey].filter((file) => existsSync(file)).map(readHubKey));
}
