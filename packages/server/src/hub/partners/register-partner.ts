import { addPartner } from '@clew/ledger/partners.ts';
import { partnerShape } from '@clew/model/contract/partners.ts';
import type { Partner } from '@clew/model/contribution.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { checkedInput } from '../checked-input.ts';
import type { Hub } from '../hub.ts';

/** Registers a partner. One with this id stays as it is, and the request is refused. */
export async function registerPartner(hub: Hub, caller: Caller, given: Partner): Promise<Partner> {
  await hub.gate.pass(caller, 'partner.manage', { kind: 'partner', id: given.id });
  const partner = checkedInput(partnerShape, given);
  const at = new Date().toISOString();
  const added = await hub.ledger.transaction((database) => addPartner(database, partner, at));
  if (!added) {
    throw new Refusal('already-there', 'There is a partner with this id.', 'See clew partners.');
  }
  return partner;
}
