import { type Countersignature, addCountersignature as keep } from '@clew/ledger/audit/checkpoints.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

/** Keeps what somebody outside the hub signed beside the checkpoint that it is about. */
export async function addCountersignature(hub: Hub, caller: Caller, given: Countersignature): Promise<void> {
  await hub.gate.pass(caller, 'audit.verify', wholeHub);
  await hub.ledger.transaction((database) => keep(database, given, hub.signing.publicKey));
}
