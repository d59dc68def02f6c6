import { endConsents } from '@clew/ledger/consents.ts';
import { addNotice } from '@clew/ledger/notices.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { passHit } from './known-hit.ts';

/** The owner no longer shares what is behind a hit. The other side is told, and reads nothing from then on. */
export async function endConsent(hub: Hub, caller: Caller, given: { readonly hit: string }): Promise<void> {
  const hit = await passHit(hub, caller, { action: 'hit.answer', id: given.hit });
  if (caller.actor.partner !== hit.other) {
    throw new Refusal('forbidden', 'Only the owner ends what it shares.');
  }
  const at = new Date().toISOString();
  await hub.ledger.transaction(async (database) => {
    const ended = await endConsents(database, [hit.id], { by: caller.actor.person, reason: 'owner', at });
    if (ended.length === 0) {
      throw new Refusal('already-done', 'Nothing is shared on this hit.', 'See clew hits show.');
    }
    await addNotice(database, { to: { partner: hit.recipient }, kind: 'consent-ended', about: hit.id, at });
  });
}
