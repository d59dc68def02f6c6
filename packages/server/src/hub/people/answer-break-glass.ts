import { answerBreakGlass, type BreakGlass, findBreakGlass } from '@clew/ledger/break-glass.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { type Resource, wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';
import { tellOversight } from './tell-oversight.ts';

export interface BreakGlassToAnswer {
  readonly id: string;
  readonly approved: boolean;
  readonly reason: string;
  /** From now on; 240 at most. */
  readonly minutes: number;
}

/** Approves or refuses, as somebody other than who asked: a supervisor or the data protection officer. */
export async function answerBreakGlassOf(
  hub: Pick<Hub, 'gate' | 'ledger' | 'refresh'>,
  caller: Caller,
  { id, approved, reason, minutes }: BreakGlassToAnswer,
): Promise<BreakGlass> {
  const asked = await findBreakGlass(hub.ledger, id);
  const resource: Resource =
    asked === undefined ? wholeHub : { kind: 'break-glass', id, person: asked.person };
  await hub.gate.pass(caller, 'break-glass.answer', resource);
  const { roles } = caller.actor;
  if (!roles.includes('supervisor') && !roles.includes('data-protection-officer')) {
    throw new Refusal('forbidden', 'The rules of the hub do not allow it.', 'A supervisor can answer.');
  }
  if (!Number.isFinite(minutes) || minutes <= 0 || minutes > longestMinutes) {
    throw new Refusal(
      'input-invalid',
      'It ends too early or too late.',
      `${longestMinutes} minutes at most.`,
    );
  }
  if (asked === undefined) {
    throw new Refusal('not-found', 'There is no such request.', 'Look with clew break-glass list.');
  }
  const now = Date.now();
  const at = new Date(now).toISOString();
  const until = new Date(now + minutes * 60_000).toISOString();
  const by = caller.actor.person;
  const answered = await hub.ledger.transaction(async (database) => {
    const answer = await answerBreakGlass(database, { id, by, approved, reason, at, until });
    await tellOversight(database, { kind: 'break-glass-answered', about: id, at });
    return answer;
  });
  await hub.refresh();
  return answered;
}

const longestMinutes = 240;
