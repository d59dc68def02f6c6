// In: a caller with a purpose. Out: the line run over the statements that the caller may read for it.
// Invariant: nothing in a view depends on a statement that its label keeps from the caller: not an id, not a count,
// not a chance, not an order. Callers who may read the same share one.

import { type Published, publishedSnapshot } from '@clew/ledger/snapshots.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Hub } from '../hub/hub.ts';
import type { Caller } from './caller.ts';
import { wholeHub } from './resource.ts';
import type { View } from './view-shelf.ts';

/**
 * The caller's view, computed first when nobody with the same clearance has asked for it yet. What is read from it is
 * given out when the audit log has it, and not before.
 */
export async function openView(hub: Hub, caller: Caller, watch: Watch = {}): Promise<View> {
  const published = (await hub.views.published()) ?? refuseUnpublished();
  const planned = await hub.views.plan(caller, published);
  const passing = hub.gate.pass(caller, 'view.read', wholeHub, planned.id);
  if (!hub.gate.allows(caller, 'view.read', wholeHub)) await passing;
  passing.catch(() => undefined);
  const view = await hub.views.open(planned, watch);
  return {
    ...view,
    async read(use) {
      const read = await view.read(use);
      await passing;
      return read;
    },
  };
}

/** The hub's own snapshot as it is published, before anybody's view of it. */
export async function publishedOrRefuse(hub: Hub): Promise<Published> {
  return (await publishedSnapshot(hub.ledger)) ?? refuseUnpublished();
}

function refuseUnpublished(): never {
  throw new Refusal('no-snapshot', 'Nothing has been published yet.', 'Run: clew run');
}
