import { type ErasureCertificate, erasureCertificates } from '@clew/ledger/erasures.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { passToOwnOrAll } from './list-clocks.ts';
import { shownCertificate } from './shown-certificate.ts';

/** The certificates of what was erased: a partner's own, or all of them at the hub. */
export async function listErasures(hub: Hub, caller: Caller): Promise<readonly ErasureCertificate[]> {
  const mayKnow = await passToOwnOrAll(hub, caller);
  const certificates = await erasureCertificates(hub.ledger);
  return certificates.filter(({ owner }) => mayKnow(owner)).map((each) => shownCertificate(caller, each));
}
