import { addCheckpoint, type Checkpoint } from '@clew/ledger/audit/checkpoints.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

/** Signs the end of the audit log. What it returns can be kept anywhere: it says nothing of what was done. */
export async function makeCheckpoint(hub: Hub, caller: Caller): Promise<Checkpoint> {
  await hub.gate.pass(caller, 'audit.verify', wholeHub);
  const at = new Date().toISOString();
  return hub.ledger.transaction((database) => addCheckpoint(database, { key: hub.signing, at }));
}
