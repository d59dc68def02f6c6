// Pay that leaves at once, in words: whether it goes on to somebody else or back to the payer.

import type { Lead } from '../money/lead.ts';
import { counted, percent } from '../say-figures.ts';
import { chanceTold, type Told } from '../told.ts';
import { mostDays, type Repayment } from './repayments.ts';

/** Pay that goes on to another account: who gets it first, then who pays. */
export function passedOnLead(repayment: Repayment): Lead {
  const { employer, controller, workers, chance } = repayment;
  return {
    ...common(repayment),
    kind: 'wages-to-controller',
    accounts: [controller, employer],
    held: [controller, employer],
    told: [
      {
        code: 'wages.workers',
        values: { workers, within: mostDays },
        words: `${counted(workers, 'account')} that one account pays hand it on to another one within ${mostDays} days.`,
      },
      times(repayment),
      chanceTold(
        'wages.chance',
        chance,
        'Were payees drawn by chance, as those pay who have nothing to do with the one that pays, so many accounts or more would hand it on to this one',
      ),
    ],
    picture: picture(repayment, { employer: 1, controller: 0 }),
  };
}

/** Pay that goes back to the payer, or to an account of the same holder. */
export function paidBackLead(repayment: Repayment): Lead {
  const { employer, controller, workers, chance } = repayment;
  const accounts = controller === employer ? [employer] : [employer, controller];
  return {
    ...common(repayment),
    kind: 'deduction',
    accounts,
    held: accounts,
    told: [
      {
        code: 'deduction.workers',
        values: { workers, within: mostDays },
        words: `${counted(workers, 'account')} that one account pays send it back to the payer, or to an account of the same holder, within ${mostDays} days.`,
      },
      times(repayment),
      chanceTold(
        'deduction.chance',
        chance,
        'Were payees drawn by chance, and as often as others are paid back, so many accounts or more would send it back',
      ),
    ],
    picture: picture(repayment, { employer: 0, controller: accounts.length - 1 }),
  };
}

function common(repayment: Repayment): Pick<Lead, 'payments' | 'figures' | 'chance'> {
  const { workers, passed, days, payments, chance } = repayment;
  const share = shareOf(repayment);
  return {
    payments,
    chance,
    figures: { workers, passed, days, ...(share === null ? {} : { share }) },
  };
}

function shareOf({ came, went }: Repayment): number | null {
  return came === null || went === null ? null : went / came;
}

function times(repayment: Repayment): Told {
  const { passed, days } = repayment;
  const share = shareOf(repayment);
  const words = `It happened ${counted(passed, 'time')}, in the middle ${counted(days, 'day')} after the pay came in`;
  const values = { times: passed, days };
  if (share === null) return { code: 'wages.times', values, words: `${words}.` };
  return {
    code: 'wages.timesShare',
    values: { ...values, share },
    words: `${words}, with ${percent(share)} of it.`,
  };
}

function picture(of: Repayment, place: { employer: number; controller: number }): Lead['picture'] {
  const { workers, passed: times, came, went } = of;
  return {
    kind: 'flow',
    currency: null,
    nodes: [
      { subject: place.employer, words: null, step: 0 },
      { subject: null, words: null, accounts: workers, step: 1 },
      { subject: place.controller, words: null, step: 2 },
    ],
    flows: [
      { from: 0, to: 1, amount: came ?? 0, times, first: of.first_came, last: of.last_came },
      { from: 1, to: 2, amount: went ?? 0, times, first: of.first_went, last: of.last_went },
    ],
  };
}
