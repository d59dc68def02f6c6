import type { Lake } from '../../lake/lake.ts';
import { joinSql, sql } from '../../lake/sql.ts';
import { chanceOfAtLeastTrials } from '../chance.ts';
import { paymentSideTable, sumOf } from '../repayments/repayments.ts';
import { counted, thousands } from '../say-figures.ts';
import { chanceTold } from '../told.ts';
import type { Lead, Looked } from './lead.ts';
import { usualRate } from './usual-rate.ts';

/** From which something is asked or reported; in the currency of the law, and looked at in any. */
const thresholds: readonly { readonly amount: number; readonly law: string }[] = [
  { amount: 1_000, law: 'Regulation (EU) 2023/1113, article 5: information with transfers above EUR 1,000' },
  { amount: 3_000, law: '31 CFR 1010.410: records of transfers of USD 3,000 or more' },
  {
    amount: 10_000,
    law: '31 CFR 1010.311: reports of cash above USD 10,000; Regulation (EU) 2024/1624, article 80: limit of cash payments',
  },
];

/** What is no further from a threshold than this share of it is near. */
const nearness = 0.1;
/** With fewer amounts nothing can stand out. */
const leastAmounts = 4;
const leastPayers = 3;

export interface Near {
  readonly account: bigint;
  readonly threshold: number;
  /** Different amounts near it, and those of them below. */
  readonly near: number;
  readonly below: number;
  readonly payers: number;
  readonly payments: readonly bigint[];
  readonly amount: number;
  readonly first: string;
  readonly last: string;
  /** How usual that is: the mean over all other accounts with amounts near it. */
  readonly rate: number;
}

/**
 * Accounts that get amounts just below a threshold. Each different amount counts once, so that a price does not. The null keeps how
 * many amounts near the threshold come in, and lets each lie below it as often as is usual for an account. Binomial.
 */
export async function lookBelowThresholds(lake: Lake): Promise<Looked> {
  const rows = await lake.rows<Near>(nearQuery);
  const leads = rows
    .filter(({ below, payers }) => below >= leastAmounts && payers >= leastPayers)
    .map(thresholdLead);
  return { tested: rows.length, leads };
}

const nearQuery = sql`
  with threshold as (
    select unnest([${joinSql(
      thresholds.map(({ amount }) => sql`${amount}`),
      ', ',
    )}]) as threshold
  ), paid as (
    select i.account, i.payment, i.amount, i.day, coalesce(f.account, i.payment) as payer
    from ${paymentSideTable} i left join ${paymentSideTable} f on f.payment = i.payment and not f.is_payee
    where i.is_payee and i.amount is not null
  ), near as (
    select p.*, t.threshold, p.amount < t.threshold as is_below
    from paid p join threshold t
      on p.amount >= t.threshold * ${1 - nearness} and p.amount < t.threshold * ${1 + nearness}
  ), one as (
    select account, threshold, count(distinct amount) as near,
      count(distinct amount) filter (is_below) as below, count(distinct payer) filter (is_below) as payers,
      list_sort(list(payment) filter (is_below)) as payments, coalesce(${sumOf(sql`(case when is_below then amount end)`)}, 0) as amount,
      min(day) filter (is_below)::varchar as first, max(day) filter (is_below)::varchar as last
    from near group by all
  ), usual as (
    select *, ${usualRate(sql`below / near`, sql`threshold`)} as rate from one
  )
  select * from usual where near >= ${leastAmounts} order by account, threshold`;

/** In words; what they say is of the counts alone. */
export function thresholdLead(amounts: Near): Lead {
  const { account, threshold, near, below, payers, payments, rate } = amounts;
  const chance = chanceOfAtLeastTrials({ trials: near, rate }, below);
  const times = payments.length;
  return {
    kind: 'under-threshold',
    accounts: [account],
    held: [account],
    payments,
    chance,
    told: [
      {
        code: 'threshold.below',
        values: { below, near, threshold, payers },
        words: `Of ${counted(near, 'different amount')} paid to this account within a tenth of ${thousands(threshold)}, ${below} lie below it, from ${counted(payers, 'payer')}.`,
      },
      chanceTold(
        'threshold.chance',
        chance,
        'As often as such amounts lie below it elsewhere, so many or more would',
      ),
    ],
    figures: { near, below, threshold, payers },
    picture: {
      kind: 'flow',
      currency: null,
      nodes: [
        { subject: null, words: null, accounts: payers, step: 0 },
        { subject: 0, words: null, step: 1 },
      ],
      flows: [{ from: 0, to: 1, amount: amounts.amount, times, first: amounts.first, last: amounts.last }],
    },
  };
}
