import { type HitCursor, type HitState, hitCounts, hitsAskedOf, hitsOf } from '@clew/ledger/hits.ts';
import { findPartner, partners } from '@clew/ledger/partners.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';
import { HitLister, type ListedHit } from './listed-hit.ts';

export interface HitsToList {
  /** The caller's own partner unless told; the hub's own people name one. */
  readonly partner?: string | undefined;
  /** `told` (unless told otherwise): hits that the partner was told of. `asked`: those it was asked about. */
  readonly side?: 'told' | 'asked' | undefined;
  readonly type?: string | undefined;
  readonly other?: string | undefined;
  /** Every state but `withdrawn` unless told. */
  readonly states?: readonly HitState[] | undefined;
  readonly after?: HitCursor | undefined;
  readonly limit: number;
}

/** A page, and where the next begins: after the last hit that is shown. Null on the last page. */
export interface HitPage {
  readonly items: readonly ListedHit[];
  readonly next: HitCursor | null;
}

/** The hits of one partner, newest first. */
export async function listHits(hub: Hub, caller: Caller, given: HitsToList): Promise<HitPage> {
  const partner = partnerOf(caller, given.partner);
  await hub.gate.pass(caller, 'hit.read', { kind: 'partner', id: partner });
  if ((await findPartner(hub.ledger, partner)) === undefined) throw noPartner();
  const { side = 'told', limit, ...query } = given;
  const read = side === 'told' ? hitsOf : hitsAskedOf;
  const found = await read(hub.ledger, partner, { ...query, limit: limit + 1 });
  const lister = new HitLister(hub.ledger);
  const shown = found.slice(0, limit);
  const items = await Promise.all(shown.map((hit) => lister[side](hit)));
  const last = shown.at(-1);
  const more = found.length > limit && last !== undefined;
  return { items, next: more ? { toldAt: last.toldAt, id: last.id } : null };
}

/** How many hits that stand a partner has with another. */
export interface CountedHits {
  readonly recipient: string;
  readonly other: string;
  readonly otherTitle: string;
  readonly hits: number;
}

/** Hits by recipient and other partner: the caller's own, or at the hub those that the caller may read. */
export async function countHits(
  hub: Hub,
  caller: Caller,
  given: { readonly type?: string | undefined } = {},
): Promise<readonly CountedHits[]> {
  const recipient = caller.actor.partner ?? undefined;
  await hub.gate.pass(
    caller,
    'hit.read',
    recipient === undefined ? wholeHub : { kind: 'partner', id: recipient },
  );
  const counts = await hitCounts(hub.ledger, { recipient, type: given.type });
  const titles = new Map((await partners(hub.ledger)).map(({ id, title }) => [id, title]));
  const open = counts.filter((count) =>
    hub.gate.allows(caller, 'hit.read', { kind: 'partner', id: count.recipient }),
  );
  return open.map((count) => ({ ...count, otherTitle: titles.get(count.other) ?? count.other }));
}

/** The partner asked for; that of somebody else is answered as one that is not there. */
export function partnerOf({ actor }: Caller, asked: string | undefined): string {
  const partner = asked ?? actor.partner;
  if (partner === null || partner === undefined) {
    throw new Refusal('usage', 'Whose hits?', 'Name a partner: --partner NAME');
  }
  if (actor.partner !== null && actor.partner !== partner) throw noPartner();
  return partner;
}

function noPartner(): Refusal {
  return new Refusal('not-found', 'There is no such partner.', 'See clew status.');
}
