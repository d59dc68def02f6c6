import type { NetworkFilters } from '@clew/engine/products/network/network.ts';
import type { ViewOwner } from '@clew/ledger/network-views.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';

/** What is kept of a network: which things, and where. The notes are kept apart, because they may quote. */
export interface SavedNetwork {
  readonly members: readonly string[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly pinned: readonly string[];
  readonly filters: NetworkFilters;
  readonly colouring: 'type' | 'community' | 'broker';
  readonly folded: readonly string[];
}

/** Saved networks are their maker's own, for what they were made for: notes may say what others may not read. */
export function ownerOf({ actor, ground }: Caller): ViewOwner {
  return { person: actor.person, purpose: ground.purpose, project: ground.project };
}

/** The one answer to a network that is not there, or is not the caller's. */
export function noSuchNetwork(): Refusal {
  return new Refusal(
    'not-found',
    'You have no such network for this purpose.',
    'Look at the list of what you saved.',
  );
}
