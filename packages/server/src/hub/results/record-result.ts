import { findPartner } from '@clew/ledger/partners.ts';
import { addResult, type KeptResult, resultId } from '@clew/ledger/results.ts';
import { newResult } from '@clew/model/contract/results.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { ResultKindId } from '@clew/model/results.ts';
import type { Caller } from '../../access/caller.ts';
import { checkedInput } from '../checked-input.ts';
import type { Hub } from '../hub.ts';

export interface ResultToRecord {
  readonly partner: string;
  readonly kind: ResultKindId;
  readonly count: number;
  /** `YYYY-MM-DD`, not in the future. */
  readonly day: string;
}

/** Keeps what a partner reports, for good. Numbers only: there is nowhere to write a name. */
export async function recordResult(hub: Hub, caller: Caller, given: ResultToRecord): Promise<KeptResult> {
  await hub.gate.pass(caller, 'result.record', { kind: 'partner', id: given.partner });
  const checked = checkedInput(newResult, given);
  if ((await findPartner(hub.ledger, checked.partner)) === undefined) throw noPartner();
  const at = new Date().toISOString();
  if (checked.day > at.slice(0, 10)) {
    throw new Refusal('input-invalid', 'This day has not come yet.', 'Report a result once it is there.');
  }
  const result = { ...checked, by: caller.actor.person, at };
  await hub.ledger.transaction((database) => addResult(database, result));
  return { id: resultId(result), ...result };
}

export function noPartner(): Refusal {
  return new Refusal('not-found', 'There is no such partner.', 'An administrator registers partners.');
}
