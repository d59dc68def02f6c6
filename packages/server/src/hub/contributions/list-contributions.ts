import { contributions, type KeptContribution } from '@clew/ledger/contributions.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

/** The contributions that the caller may know of, the oldest first. */
export async function listContributions(hub: Hub, caller: Caller): Promise<readonly KeptContribution[]> {
  await hub.gate.pass(caller, 'contribution.list', wholeHub);
  const all = await contributions(hub.ledger);
  return all.filter(({ id, partner }) =>
    hub.gate.allows(caller, 'contribution.list', { kind: 'contribution', id, owner: partner }),
  );
}
