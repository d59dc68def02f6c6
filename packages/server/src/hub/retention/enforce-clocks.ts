// In: the clocks that run. Out: notices beforehand, and what the law does by itself when nobody decided in time.
// Invariant: carried out twice it does nothing more; nothing is erased that a decision or a fact had moved.

import { appendAudit } from '@clew/ledger/audit/chain.ts';
import { addClockDecision } from '@clew/ledger/clocks.ts';
import type { ErasureCertificate } from '@clew/ledger/erasures.ts';
import { addNotice } from '@clew/ledger/notices.ts';
import type { NoticeKind } from '@clew/model/notices.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';
import { carryOutErasure, completeErasures, orderErasure } from './erase-contribution.ts';
import { hubEntry } from './hub-entry.ts';
import { type ListedClock, runningClocks } from './list-clocks.ts';

export interface Enforced {
  /** How many notices were owed, those given before left in. */
  readonly notices: number;
  readonly erased: readonly ErasureCertificate[];
}

/** What the hub does by itself before each run and once a day, on demand of somebody. */
export async function enforceClocksFor(hub: Hub, caller: Caller): Promise<Enforced> {
  await hub.gate.pass(caller, 'clock.decide', wholeHub);
  return enforceClocks(hub);
}

const millisecondsOfDay = 86_400_000;

/** Enforces the clocks now and every 24 hours, for a hub that stays open. Gives what ends it and waits for its end. */
export function enforceDaily(hub: Hub, onFailure: (error: unknown) => void): () => Promise<void> {
  let underway: Promise<unknown> = Promise.resolve();
  const round = () => {
    underway = underway.then(() => enforceClocks(hub)).catch(onFailure);
  };
  round();
  const timer = setInterval(round, millisecondsOfDay);
  return async () => {
    clearInterval(timer);
    await underway;
  };
}

/** Gives the notices that are owed and erases what nobody decided on in time. */
export function enforceClocks(hub: Hub, now = new Date().toISOString()): Promise<Enforced> {
  return hub.alone(() => enforceAlone(hub, now));
}

async function enforceAlone(hub: Hub, now: string): Promise<Enforced> {
  await completeErasures(hub);
  const running = await runningClocks(hub, { now, takeIn: true });
  let notices = 0;
  const passed = new Map<string, ListedClock>();
  for (const clock of running) {
    if (clock.isDue && clock.otherwise === 'erase') {
      if (!passed.has(clock.contribution)) passed.set(clock.contribution, clock);
    } else if (clock.isDue) {
      notices += await noteThatItPassed(hub, clock, now);
    } else if (clock.otherwise === 'erase' && clock.daysLeft < farAhead) {
      notices += await tell(hub, clock, { kind: aheadKind(clock.daysLeft), at: now });
    }
  }
  const erased: ErasureCertificate[] = [];
  for (const clock of passed.values()) {
    notices += await tell(hub, clock, { kind: 'clock-erased', at: now });
    erased.push(await eraseWhatPassed(hub, clock, now));
  }
  return { notices, erased };
}

const farAhead = 30;
const soon = 7;

function aheadKind(daysLeft: number): NoticeKind {
  return daysLeft < soon ? 'clock-due-7' : 'clock-due-30';
}

async function eraseWhatPassed(hub: Hub, clock: ListedClock, at: string): Promise<ErasureCertificate> {
  const order = await orderErasure(hub, {
    contribution: clock.contribution,
    ground: 'clock',
    law: clock.source,
    reason: `Nobody decided by ${clock.due.slice(0, 10)}: ${clock.title}`,
    by: 'hub',
    at,
  });
  return carryOutErasure(hub, order);
}

/** A notice to the data protection officer; where that is all that the law asks, it ends the clock. */
async function noteThatItPassed(hub: Hub, clock: ListedClock, at: string): Promise<number> {
  const { contribution, clock: id, due } = clock;
  const kind: NoticeKind = clock.readable
    ? clock.decisions.length > 0
      ? 'clock-passed'
      : 'clock-informs'
    : 'not-readable';
  await hub.ledger.transaction(async (database) => {
    const occasion = `${id} ${due}`;
    await addNotice(database, {
      to: { role: 'data-protection-officer' },
      kind,
      about: contribution,
      at,
      occasion,
    });
    if (clock.decisions.length > 0 || !clock.readable) return;
    const reason = clock.title;
    await addClockDecision(database, {
      contribution,
      clock: id,
      decision: 'noticed',
      reason,
      by: 'hub',
      at,
      until: null,
    });
    await appendAudit(
      database,
      hubEntry({ at, action: 'clock.decide', what: `contribution ${contribution}` }),
    );
  });
  return 1;
}

/** Tells the data protection officer and the owner. */
async function tell(
  hub: Hub,
  { contribution, owner, clock, due }: ListedClock,
  notice: { readonly kind: NoticeKind; readonly at: string },
): Promise<number> {
  const occasion = `${clock} ${due}`;
  await hub.ledger.transaction(async (database) => {
    for (const to of [{ role: 'data-protection-officer' } as const, { partner: owner }]) {
      await addNotice(database, { ...notice, to, about: contribution, occasion });
    }
  });
  return 2;
}
