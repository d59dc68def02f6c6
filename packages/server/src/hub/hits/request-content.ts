import { addHitEvent } from '@clew/ledger/hit-events.ts';
import { findHit, type Hit } from '@clew/ledger/hits.ts';
import { addNotice } from '@clew/ledger/notices.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { noHit, passHit } from './known-hit.ts';
import { sealScope, wordsOf } from './seal-scope.ts';

export interface ToRequest {
  readonly hit: string;
  /** Sealed; the owner reads it. */
  readonly reason: string;
}

/** The recipient of a hit asks its owner for what is behind it. The owner is told. */
export async function requestContent(hub: Hub, caller: Caller, given: ToRequest): Promise<void> {
  const { id } = await passHit(hub, caller, { action: 'hit.request', id: given.hit });
  const reason = wordsOf(given.reason, 'A request needs a reason.');
  const at = new Date().toISOString();
  await hub.ledger.transaction(async (database) => {
    const hit = await findHit(database, id);
    if (hit === undefined) throw noHit();
    refuseUnlessOpen(hit);
    if (caller.actor.partner !== hit.recipient) throw notYours();
    const contributions = await sealScope(database, hit);
    const by = caller.actor.person;
    await addHitEvent(database, { hit: id, event: 'requested', by, contributions, reason, at });
    await addNotice(database, { to: { partner: hit.other }, kind: 'hit-requested', about: id, at });
  });
}

function refuseUnlessOpen(hit: Hit): void {
  if (hit.state === 'withdrawn') {
    throw new Refusal(
      'already-done',
      'This hit was withdrawn: the link is no longer there.',
      'See clew hits.',
    );
  }
  if (hit.state === 'requested') {
    throw new Refusal('already-done', 'This was asked already.', 'Wait for the answer of the owner.');
  }
}

function notYours(): Refusal {
  return new Refusal('forbidden', 'Only the partner that was told of a hit asks for its content.');
}
