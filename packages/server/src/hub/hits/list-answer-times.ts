import { type AnswerTimes, answerTimes } from '@clew/ledger/hit-events.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../open-hub.ts';
import { hitsResource } from './known-hit.ts';

/** How long owners take to answer: the caller's own partner, or at the hub every one. */
export async function listAnswerTimes(hub: Hub, caller: Caller): Promise<readonly AnswerTimes[]> {
  const owner = caller.actor.partner ?? undefined;
  await hub.gate.pass(caller, 'hit.read', owner === undefined ? wholeHub : hitsResource(owner));
  return answerTimes(hub.ledger, { at: new Date().toISOString(), owner });
}
