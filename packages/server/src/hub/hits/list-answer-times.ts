import { type AnswerTimes, answerTimes } from '@clew/ledger/hit-events.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

/** How long owners take to answer: the caller's own partner, or at the hub every one. */
export async function listAnswerTimes(hub: Hub, caller: Caller): Promise<readonly AnswerTimes[]> {
  const owner = caller.actor.partner ?? undefined;
  await hub.gate.pass(caller, 'hit.read', owner === undefined ? wholeHub : { kind: 'partner', id: owner });
  const times = await answerTimes(hub.ledger, { at: new Date().toISOString(), owner });
  return times.filter((each) => hub.gate.allows(caller, 'hit.read', { kind: 'partner', id: each.owner }));
}
