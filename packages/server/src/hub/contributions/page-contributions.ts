import {
  type ContributionCursor,
  contributionsAfter,
  type KeptContribution,
} from '@clew/ledger/contributions.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

/** A page, and where the next begins: after the last one that is shown. Null on the last page. */
export interface ContributionPage {
  readonly items: readonly KeptContribution[];
  readonly next: ContributionCursor | null;
}

/** A page of the contributions that the caller may know of, the oldest first. */
export async function pageContributions(
  hub: Hub,
  caller: Caller,
  { after, limit }: { readonly after?: ContributionCursor | undefined; readonly limit: number },
): Promise<ContributionPage> {
  await hub.gate.pass(caller, 'contribution.list', wholeHub);
  const mayKnow = ({ id, partner: owner }: KeptContribution) =>
    hub.gate.allows(caller, 'contribution.list', { kind: 'contribution', id, owner });
  const found: KeptContribution[] = [];
  // A partner's people know of their own at most: others' are not even read.
  const partner = caller.actor.partner ?? undefined;
  for (let from = after; found.length <= limit; ) {
    const part = await contributionsAfter(hub.ledger, { partner, after: from, limit: limit + 1 });
    found.push(...part.items.filter(mayKnow));
    if (part.next === null) break;
    from = part.next;
  }
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : { receivedAt: last.receivedAt, id: last.id } };
}
