// In: what left the hub. Out: as much of it as the caller may know.
// Invariant: a partner learns of a release only what it gave to it or got of it: no snapshot, since its id is made of
// what others gave, and no contribution of anybody else.

import { type KeptRelease, releasesFor } from '@clew/ledger/releases.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

export interface ListedRelease extends Omit<KeptRelease, 'by'> {
  /** Null to a partner. */
  readonly by: string | null;
}

/** What left the hub, the newest first. */
export async function listReleases(
  hub: Hub,
  caller: Caller,
  page: { readonly after?: number | undefined; readonly limit: number },
): Promise<{ readonly items: readonly ListedRelease[]; readonly next: number | null }> {
  const { partner } = caller.actor;
  if (partner === null) {
    await hub.gate.pass(caller, 'release.list', wholeHub);
    return releasesFor(hub.ledger, page);
  }
  await hub.gate.pass(caller, 'release.list', { kind: 'partner', id: partner });
  const { items, next } = await releasesFor(hub.ledger, { ...page, partner });
  return { items: items.map((release) => shownTo(partner, release)), next };
}

/** Who gave something to it learns who got it; who only got it learns that. */
function shownTo(partner: string, release: KeptRelease): ListedRelease {
  const gave = release.contributions.length > 0;
  return { ...release, by: null, snapshot: null, recipients: gave ? release.recipients : [partner] };
}
