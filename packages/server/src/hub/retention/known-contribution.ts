import { findContribution, type KeptContribution } from '@clew/ledger/contributions.ts';
import { contributionHeader, findErasure } from '@clew/ledger/erasures.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import type { Resource } from '../../access/resource.ts';
import type { Hub } from '../open-hub.ts';

/**
 * The contribution with this id. Refuses with `erased` towards its owner and the hub's own people, with `not-found`
 * towards everybody else and when there never was one: in the same words, so that nobody learns which.
 */
export async function knownContribution(hub: Hub, caller: Caller, id: string): Promise<KeptContribution> {
  const header = await contributionHeader(hub.ledger, id);
  const { partner } = caller.actor;
  if (header === undefined || (partner !== null && partner !== header.partner)) throw noContribution(id);
  if ((await findErasure(hub.ledger, id)) !== undefined) {
    throw new Refusal('erased', `Contribution ${id} was erased.`, 'The certificate: clew erase --list');
  }
  const kept = await findContribution(hub.ledger, id);
  if (kept === undefined) throw noContribution(id);
  return kept;
}

export function contributionResource(kept: {
  readonly id: string;
  readonly partner: string;
}): Extract<Resource, { kind: 'contribution' }> {
  return { kind: 'contribution', id: kept.id, owner: kept.partner };
}

function noContribution(id: string): Refusal {
  const shown = /^[0-9a-f]{16}$/.test(id) ? ` ${id}` : ' of this id';
  return new Refusal('not-found', `There is no contribution${shown}.`, 'Contributions: clew status');
}
