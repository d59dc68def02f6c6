import type { Comparison, Level } from '../model.ts';
import { classSql } from '../value-code.ts';

const share = (l: string, r: string) =>
  `abs(${l}.amount - ${r}.amount) / greatest(abs(${l}.amount), abs(${r}.amount))`;

function within(percent: number, shares: { readonly m: number; readonly u: number }): Level {
  return {
    title: `within ${percent} %`,
    when: (l, r) => `${share(l, r)} <= ${percent / 100}`,
    frequency: (l, r) => `greatest(${l}.amount_class, ${r}.amount_class)`,
    ...shares,
  };
}

/**
 * Amounts as two ends of a payment see them: the same, or less by a fee, or more or less by a rate of exchange. Amounts in
 * two currencies say nothing of one another. How common amounts of about that size are counts.
 */
export const amount: Comparison = {
  id: 'amount',
  title: 'Amount',
  known: (l, r) =>
    `${l}.amount is not null and ${r}.amount is not null and coalesce(${l}.currency = ${r}.currency, true)`,
  levels: [
    {
      title: 'the same',
      when: (l, r) => `${l}.amount = ${r}.amount`,
      m: 0.6,
      u: 1e-3,
      frequency: (l) => classSql(`${l}.amount_code`),
    },
    within(0.5, { m: 0.1, u: 3e-3 }),
    within(1, { m: 0.06, u: 3e-3 }),
    within(2, { m: 0.07, u: 6e-3 }),
    within(3, { m: 0.04, u: 6e-3 }),
    within(5, { m: 0.04, u: 0.012 }),
    within(7.5, { m: 0.02, u: 0.015 }),
    within(10, { m: 0.015, u: 0.015 }),
    within(15, { m: 0.01, u: 0.03 }),
    within(30, { m: 0.01, u: 0.07 }),
    { title: 'further apart', when: () => 'true', m: 0.035, u: 0.839 },
  ],
};
