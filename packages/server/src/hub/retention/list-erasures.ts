import { type ErasureCertificate, erasureCertificates } from '@clew/ledger/erasures.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../open-hub.ts';

/** The certificates of what was erased: a partner's own, or all of them at the hub. */
export async function listErasures(hub: Hub, caller: Caller): Promise<readonly ErasureCertificate[]> {
  await hub.gate.pass(caller, 'clock.list', wholeHub);
  const { partner } = caller.actor;
  return (await erasureCertificates(hub.ledger)).filter(({ owner }) => partner === null || owner === partner);
}
