// In: the profile, the ledger and the labels of what was handed in. Out: what is due and what will be.
// Invariant: nobody learns of the clock of a contribution that is not theirs to know of.

import { clockDecisions } from '@clew/ledger/clocks.ts';
import { contributions } from '@clew/ledger/contributions.ts';
import { erasureOrders } from '@clew/ledger/erasures.ts';
import { type Due, dueClocks } from '@clew/model/terms/clocks.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';
import { contributionFacts } from './contribution-facts.ts';

export interface ClocksQuery {
  /** Those due within so many days; all without. */
  readonly within?: number | undefined;
  /** What will be due at this moment (ISO 8601) instead of now. */
  readonly at?: string | undefined;
}

/** A clock that runs, and whether its contribution could be read to tell whom it holds. */
export interface ListedClock extends Due {
  readonly readable: boolean;
}

/** The clocks of every contribution that the caller may know of, the next to be due first. */
export async function listClocks(
  hub: Hub,
  caller: Caller,
  query: ClocksQuery,
): Promise<readonly ListedClock[]> {
  const mayKnow = await passToOwnOrAll(hub, caller);
  const now = query.at ?? new Date().toISOString();
  const running = await runningClocks(hub, { now, takeIn: false });
  return running.filter(
    ({ owner, daysLeft }) => (query.within === undefined || daysLeft < query.within) && mayKnow(owner),
  );
}

/**
 * Lets those who oversee the hub know of everything, and a partner's people of what is their own, as they list it.
 * Gives which owners the caller may know of.
 */
export async function passToOwnOrAll(hub: Hub, caller: Caller): Promise<(owner: string) => boolean> {
  const { partner } = caller.actor;
  if (partner === null) {
    await hub.gate.pass(caller, 'clock.list', wholeHub);
    return () => true;
  }
  await hub.gate.pass(caller, 'clock.list', { kind: 'partner', id: partner });
  return (owner) => owner === partner;
}

/** Every clock that runs in the hub at a moment, the next to be due first. */
export async function runningClocks(
  hub: Hub,
  { now, takeIn }: { readonly now: string; readonly takeIn: boolean },
): Promise<readonly ListedClock[]> {
  const erased = await erasureOrders(hub.ledger);
  const decisions = await clockDecisions(hub.ledger);
  const found: ListedClock[] = [];
  const standing = (await contributions(hub.ledger)).filter(({ id }) => !erased.has(id));
  for (const facts of await contributionFacts(hub, standing, { takeIn })) {
    const readable = facts.persons !== null;
    found.push(...dueClocks(hub.profile, facts, decisions, now).map((due) => ({ ...due, readable })));
  }
  return found.sort((a, b) => order(a.due, b.due) || order(a.contribution, b.contribution));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
