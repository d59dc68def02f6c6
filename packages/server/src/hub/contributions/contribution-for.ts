import { findContribution, type KeptContribution } from '@clew/ledger/contributions.ts';
import { contributionHeader, findErasure } from '@clew/ledger/erasures.ts';
import type { Action } from '@clew/model/access/actions.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';

/**
 * The contribution for an action. One that the caller may not reach is answered as one that is not there; one that was
 * erased says so to whoever could have reached it.
 */
export async function contributionFor(
  hub: Hub,
  caller: Caller,
  asked: { readonly action: Action; readonly id: string },
): Promise<KeptContribution> {
  const header = await contributionHeader(hub.ledger, asked.id);
  const owner = header?.partner ?? caller.actor.partner ?? 'nobody';
  const resource = { kind: 'contribution', id: asked.id, owner } as const;
  const may = hub.gate.allows(caller, asked.action, resource);
  if (header === undefined || !may) {
    if (!may) await hub.gate.pass(caller, asked.action, resource).catch(swallowRefusal);
    throw new Refusal('not-found', 'There is no such contribution.', 'clew status lists them.');
  }
  const ordered = await findErasure(hub.ledger, asked.id);
  const found = ordered === undefined ? await findContribution(hub.ledger, asked.id) : undefined;
  if (found === undefined) {
    throw new Refusal('erased', 'This contribution was erased.', 'Its certificate: clew erase --list');
  }
  await hub.gate.pass(caller, asked.action, resource);
  return found;
}

/** The refusal is in the audit log; the caller is told the same as of a thing that is not there. */
function swallowRefusal(error: unknown): void {
  if (!(error instanceof Refusal && error.code === 'forbidden')) throw error;
}
