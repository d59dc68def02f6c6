import { partners } from '@clew/ledger/partners.ts';
import type { Partner } from '@clew/model/contribution.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

/** Who takes part in the hub, by id. */
export async function listPartners(hub: Hub, caller: Caller): Promise<readonly Partner[]> {
  await hub.gate.pass(caller, 'partner.manage', wholeHub);
  return partners(hub.ledger);
}
