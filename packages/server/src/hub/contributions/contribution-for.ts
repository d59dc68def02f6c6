import { findContribution, type KeptContribution } from '@clew/ledger/contributions.ts';
import type { Action } from '@clew/model/access/actions.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../open-hub.ts';

/** The contribution for an action. One that the caller may not reach is answered as one that is not there. */
export async function contributionFor(
  hub: Hub,
  caller: Caller,
  asked: { readonly action: Action; readonly id: string },
): Promise<KeptContribution> {
  const found = await findContribution(hub.ledger, asked.id);
  const owner = found?.partner ?? caller.actor.partner ?? 'nobody';
  const resource = { kind: 'contribution', id: asked.id, owner } as const;
  const may = hub.gate.allows(caller, asked.action, resource);
  if (found === undefined || !may) {
    if (!may) await hub.gate.pass(caller, asked.action, resource).catch(swallowRefusal);
    throw new Refusal('not-found', 'There is no such contribution.', 'clew status lists them.');
  }
  await hub.gate.pass(caller, asked.action, resource);
  return found;
}

/** The refusal is in the audit log; the caller is told the same as of a thing that is not there. */
function swallowRefusal(error: unknown): void {
  if (!(error instanceof Refusal && error.code === 'forbidden')) throw error;
}
