import type { Detector } from '../detector.ts';
import { byRule } from '../money/by-rule.ts';
import { lookForDeductions } from '../money/deductions.ts';
import { lookForRecruitmentFees } from '../money/recruitment-fees.ts';
import { payRules } from '../money/rules.ts';
import { lookForSharedPayAccounts } from '../money/shared-pay-accounts.ts';
import { gatherPassed, gatherTransfers } from '../repayments/repayments.ts';
import { kindsOf } from '../rule.ts';

export const payDeductions: Detector = {
  id: 'pay-deductions',
  title: 'Deductions, fees and shared pay accounts',
  explain:
    'Pay that goes back to whoever pays it, fees that several pay before one account first pays them, and pay of several ' +
    'payees into one account. Chance is measured by drawing payees as everybody else pays, and at the rates at which ' +
    'others pay back and are paid under several names: a shop, a landlord or an agency that many pay does not stand out.',
  otherwise: [...new Set(payRules.flatMap(({ otherwise }) => otherwise))],
  kinds: kindsOf(payRules),
  rules: payRules,
  research: [
    ...new Set(payRules.map(({ source }) => source)),
    'ILO: Protection of Wages Convention, 1949 (No. 95), articles 8 to 10, on deductions; General principles and operational guidelines for fair recruitment (2019), on fees',
    'Newman, Strogatz, Watts: Random graphs with arbitrary degree distributions, Phys. Rev. E 64, 026118 (2001)',
    'Benjamini, Hochberg: Controlling the false discovery rate, J. R. Stat. Soc. B 57, 289 (1995)',
  ],
  standing: 'untested',
  looksAt: ['payment'],
  gathers: [gatherTransfers, gatherPassed],
  detect: byRule({
    step: 'deductions and fees',
    rules: payRules,
    look: {
      deduction: lookForDeductions,
      'recruitment-fee': lookForRecruitmentFees,
      'shared-pay-account': lookForSharedPayAccounts,
    },
  }),
};
