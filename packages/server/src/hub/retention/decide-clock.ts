import { addClockDecision, clockDecisions } from '@clew/ledger/clocks.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { untilAfter } from '@clew/model/terms/clocks.ts';
import type { ClockDecision } from '@clew/model/terms/profiles/legal-profile.ts';
import type { Caller } from '../../access/caller.ts';
import { contributionFor } from '../contributions/contribution-for.ts';
import type { Hub } from '../hub.ts';
import { contributionFacts } from './contribution-facts.ts';

export interface ClockToDecide {
  readonly contribution: string;
  readonly clock: string;
  readonly decision: ClockDecision;
  /** Recorded with the name of whoever decides; sealed with the contribution. */
  readonly reason: string;
}

/** Decides on what is or will be due. Gives when it is due again; null: never. */
export async function decideClock(
  hub: Hub,
  caller: Caller,
  given: ClockToDecide,
): Promise<{ readonly until: string | null }> {
  const kept = await contributionFor(hub, caller, { action: 'clock.decide', id: given.contribution });
  const clock = hub.profile.clocks.find(({ id }) => id === given.clock);
  if (clock === undefined) {
    const known = hub.profile.clocks.map(({ id }) => id).join(', ');
    throw new Refusal('input-invalid', 'The legal profile has no such clock.', `There are: ${known}.`);
  }
  const reason = given.reason.trim();
  if (reason === '') {
    throw new Refusal('input-invalid', 'A decision needs a reason.', 'Say why it is so decided.');
  }
  const [facts] = await contributionFacts(hub, [kept], { takeIn: false });
  if (facts === undefined) throw new Error('No facts of a contribution that is there');
  const at = new Date().toISOString();
  return hub.ledger.transaction(async (database) => {
    const earlier = await clockDecisions(database);
    const until = untilAfter(clock, given.decision, { facts, earlier, at });
    if (until === undefined) throw notOpen(clock.decisions, given.decision);
    const { contribution, decision } = given;
    const by = caller.actor.person;
    await addClockDecision(database, { contribution, clock: clock.id, decision, reason, by, at, until });
    return { until };
  });
}

function notOpen(open: readonly ClockDecision[], given: ClockDecision): Refusal {
  if (open.length === 0) {
    return new Refusal(
      'terms-forbid',
      'Nobody at the hub can move this date.',
      'The owner can, with new terms or a corrected mapping.',
    );
  }
  if (!open.includes(given)) {
    return new Refusal(
      'input-invalid',
      'This is no decision on this clock.',
      `There is: ${open.join(', ')}.`,
    );
  }
  return new Refusal(
    'terms-forbid',
    'The law leaves no more time.',
    'Correct what makes it due, or let it be erased.',
  );
}
