import type { Detector } from '../detector.ts';
import { lookForBranchSeries } from '../money/branch-series.ts';
import { byRule } from '../money/by-rule.ts';
import { gatherCounter } from '../money/counter.ts';
import { lookForFunnels } from '../money/funnels.ts';
import { lookForLinkedSenders } from '../money/linked-senders.ts';
import { funnelRules } from '../money/rules.ts';
import { lookBelowThresholds } from '../money/thresholds.ts';
import { gatherTransfers } from '../repayments/repayments.ts';
import { kindsOf } from '../rule.ts';

export const funnelAccounts: Detector = {
  id: 'funnel-accounts',
  title: 'Funnel accounts and their senders',
  explain:
    'Accounts into which money is paid in many places and drawn elsewhere at once, or on the same days, or by senders ' +
    'with one phone, or in amounts just below a threshold. Chance is measured at the rates of all other accounts: ' +
    'transfer offices, hostels and prices that many have do not stand out.',
  otherwise: [...new Set(funnelRules.flatMap(({ otherwise }) => otherwise))],
  kinds: kindsOf(funnelRules),
  rules: funnelRules,
  research: [
    ...new Set(funnelRules.map(({ source }) => source)),
    'FinCEN: Update on U.S. currency restrictions in Mexico: funnel accounts and TBML, FIN-2014-A005',
    'Benjamini, Hochberg: Controlling the false discovery rate, J. R. Stat. Soc. B 57, 289 (1995)',
  ],
  standing: 'untested',
  looksAt: ['payment'],
  gathers: [gatherTransfers, gatherCounter],
  detect: byRule({
    step: 'funnel accounts',
    rules: funnelRules,
    look: {
      'funnel-account': lookForFunnels,
      'branch-series': lookForBranchSeries,
      'linked-senders': lookForLinkedSenders,
      'under-threshold': lookBelowThresholds,
    },
  }),
};
