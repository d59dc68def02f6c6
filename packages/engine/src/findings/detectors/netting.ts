import type { Detector } from '../detector.ts';
import { byRule } from '../money/by-rule.ts';
import { lookForNetting } from '../money/netting.ts';
import { nettingRules } from '../money/rules.ts';
import { gatherTransfers } from '../repayments/repayments.ts';
import { kindsOf } from '../rule.ts';

export const netting: Detector = {
  id: 'netting',
  title: 'Netting',
  explain:
    'Two accounts of which one takes in what the other pays out to other people within days, with little or nothing paid ' +
    'between the two: as hawala and its like settle. Chance is measured by the activity of both and by how often two ' +
    'amounts are alike at all. A transfer office that sends on what it took in does not stand out.',
  otherwise: [...new Set(nettingRules.flatMap(({ otherwise }) => otherwise))],
  kinds: kindsOf(nettingRules),
  rules: nettingRules,
  research: [
    ...new Set(nettingRules.map(({ source }) => source)),
    'Newman, Strogatz, Watts: Random graphs with arbitrary degree distributions, Phys. Rev. E 64, 026118 (2001)',
    'Benjamini, Hochberg: Controlling the false discovery rate, J. R. Stat. Soc. B 57, 289 (1995)',
  ],
  standing: 'untested',
  looksAt: ['payment'],
  gathers: [gatherTransfers],
  detect: byRule({
    step: 'netting',
    rules: nettingRules,
    look: { netting: lookForNetting },
  }),
};
