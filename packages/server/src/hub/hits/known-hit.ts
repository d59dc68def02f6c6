import { findHit, type Hit } from '@clew/ledger/hits.ts';
import type { Action } from '@clew/model/access/actions.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import type { Resource } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

/**
 * Lets an action on a hit through. One that the caller may not know of is answered as one that is not there: those of
 * others, and those of which the caller's partner is the other side and was never asked.
 */
export async function passHit(hub: Hub, caller: Caller, asked: AskedHit): Promise<Hit> {
  const id = /^(?:hit-)?([0-9a-f]{16})$/.exec(asked.id)?.[1];
  const found = id === undefined ? undefined : await findHit(hub.ledger, id);
  const hit = found !== undefined && mayKnow(found, caller) ? found : undefined;
  const own = caller.actor.partner ?? 'nobody';
  await hub.gate.pass(
    caller,
    asked.action,
    hit === undefined ? { kind: 'hit', id: id ?? 'unknown', recipient: own, other: own } : hitResource(hit),
  );
  if (hit === undefined) throw noHit();
  return hit;
}

export interface AskedHit {
  readonly action: Action;
  /** As people or systems gave it. */
  readonly id: string;
}

export function hitResource(
  hit: Pick<Hit, 'id' | 'recipient' | 'other'>,
): Extract<Resource, { kind: 'hit' }> {
  return { kind: 'hit', id: hit.id, recipient: hit.recipient, other: hit.other };
}

function mayKnow(hit: Hit, { actor }: Caller): boolean {
  if (actor.partner === null || actor.partner === hit.recipient) return true;
  return actor.partner === hit.other && hit.asked;
}

export function noHit(): Refusal {
  return new Refusal('not-found', 'There is no such hit.', 'clew hits --partner NAME lists them.');
}
