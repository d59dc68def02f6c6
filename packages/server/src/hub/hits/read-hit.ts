import { standingConsent } from '@clew/ledger/consents.ts';
import { addHitEvent, type HitEvent, hitEvents } from '@clew/ledger/hit-events.ts';
import type { Hit } from '@clew/ledger/hits.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { passHit } from './known-hit.ts';
import { HitLister, type ListedHit } from './listed-hit.ts';

/** Something that was said or happened. `partner` is null where the hub did it. */
export interface HitStep extends Pick<HitEvent, 'answer' | 'reason' | 'at'> {
  readonly event: Exclude<HitEvent['event'], 'seen'>;
  readonly partner: string | null;
  /** The person, for those of the same partner and of the hub; null for the other side. */
  readonly by: string | null;
}

export interface ReadHit {
  readonly hit: ListedHit;
  /** In order. */
  readonly steps: readonly HitStep[];
  /** What may be read now: the properties, null for all of them. Null where nothing may. */
  readonly consent: { readonly properties: readonly string[] | null; readonly since: string } | null;
}

/** A hit with what was asked and answered. The first reading by its recipient is kept. */
export async function readHit(hub: Hub, caller: Caller, given: { readonly hit: string }): Promise<ReadHit> {
  const hit = await passHit(hub, caller, { action: 'hit.read', id: given.hit });
  const { partner, person } = caller.actor;
  if (partner === hit.recipient && !hit.seen) await markSeen(hub, hit, person);
  const lister = new HitLister(hub.ledger);
  const listed = await (partner === hit.other ? lister.asked(hit) : lister.told({ ...hit, seen: true }));
  const consent = await standingConsent(hub.ledger, hit.id);
  const steps = (await hitEvents(hub.ledger, hit.id)).flatMap((event) => stepFrom(hit, event, partner));
  return {
    hit: partner === null ? { ...listed, seen: hit.seen } : listed,
    steps,
    consent: consent === undefined ? null : { properties: consent.properties, since: consent.at },
  };
}

async function markSeen(hub: Hub, hit: Hit, by: string): Promise<void> {
  const at = new Date().toISOString();
  const seen = { hit: hit.id, event: 'seen', by, contributions: [], reason: null, at } as const;
  await hub.ledger.transaction((database) => addHitEvent(database, seen));
}

function stepFrom(hit: Hit, { event, by, ...rest }: HitEvent, reader: string | null): HitStep[] {
  if (event === 'seen') return [];
  const partners = { requested: hit.recipient, answered: hit.other, withdrawn: null, returned: null };
  const partner = partners[event];
  const isOwn = partner !== null && (reader === null || reader === partner);
  return [{ ...rest, event, partner, by: isOwn ? by : null }];
}
