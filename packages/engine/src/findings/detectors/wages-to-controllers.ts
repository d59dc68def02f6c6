import type { Lake } from '../../lake/lake.ts';
import type { Detector } from '../detector.ts';
import { byRule } from '../money/by-rule.ts';
import type { Looked } from '../money/lead.ts';
import { wageRule } from '../money/rules.ts';
import { passedOnLead } from '../repayments/repayment-leads.ts';
import { gatherPassed, gatherTransfers, testRepayments } from '../repayments/repayments.ts';
import { kindsOf } from '../rule.ts';

export const wagesToControllers: Detector = {
  id: 'wages-to-controllers',
  title: 'Pay that leaves at once',
  explain:
    'Three accounts or more that one account pays, and that hand most of it on to another account within a week. ' +
    'Structure and time find it, and an amount only tells rent from pay. Chance is measured by drawing the payees ' +
    'as everybody else pays: a shop or an office that many pay does not stand out.',
  otherwise: wageRule.otherwise,
  kinds: kindsOf([wageRule]),
  rules: [wageRule],
  research: [
    'FinCEN: Guidance on recognizing activity that may be associated with human smuggling and human trafficking, FIN-2014-A008',
    'FinCEN: Supplemental advisory on identifying and reporting human trafficking, FIN-2020-A008',
    'Newman, Strogatz, Watts: Random graphs with arbitrary degree distributions, Phys. Rev. E 64, 026118 (2001)',
    'Benjamini, Hochberg: Controlling the false discovery rate, J. R. Stat. Soc. B 57, 289 (1995)',
  ],
  standing: 'untested',
  looksAt: ['payment'],
  gathers: [gatherTransfers, gatherPassed],
  detect: byRule({
    step: 'pay that leaves at once',
    rules: [wageRule],
    look: { 'wages-to-controller': lookForPassedPay },
  }),
};

async function lookForPassedPay(lake: Lake): Promise<Looked> {
  const { tested, candidates } = await testRepayments(lake, 'others');
  return { tested, leads: candidates.map(passedOnLead) };
}
