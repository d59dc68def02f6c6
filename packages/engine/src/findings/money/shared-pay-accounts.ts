import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementTable } from '../../statements/tables.ts';
import { chanceOfAtLeastTrials } from '../chance.ts';
import { usableLabelTable } from '../involvement.ts';
import { leastTimes, leastWorkers, sumOf, transferTable } from '../repayments/repayments.ts';
import { counted } from '../say-figures.ts';
import { chanceTold } from '../told.ts';
import type { Lead, Looked } from './lead.ts';
import { usualRate } from './usual-rate.ts';

export interface Shared {
  readonly employer: bigint;
  readonly account: bigint;
  /** Payees by name, each of them paid twice or more. */
  readonly names: number;
  readonly payments: number;
  readonly behind: readonly bigint[];
  readonly amount: number | null;
  readonly first: string;
  readonly last: string;
  /** How usual that is: the mean over all other accounts of further names by payments that could have brought one. */
  readonly rate: number;
}

/**
 * Accounts that one account pays for several payees by name. The null keeps how often the account is paid; each payment after the
 * first names a further payee as often as is usual for an account. So names that are written in several ways, and
 * families with one account, are in the null at the rate at which the data have them. Binomial.
 */
export async function lookForSharedPayAccounts(lake: Lake): Promise<Looked> {
  const rows = await lake.rows<Shared>(sharedQuery);
  const leads = rows.filter(({ names }) => names >= leastWorkers).map(sharedPayAccountLead);
  return { tested: rows.length, leads };
}

/** An account that is paid less often than this cannot have enough names. */
const leastPayments = leastWorkers * leastTimes;

/** A row tells of a payment and of whoever it names beside the payee's account. */
const sharedQuery = sql`
  with ended as (
    select distinct coalesce(c.entity, s.subject) as payment, s.contribution, s."row", s.value
    from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
    where s.type = 'payment' and s.property = 'payee'
  ), named as (
    select distinct t.payment, t.payer, t.payee, t.day, t.amount, coalesce(c.entity, s.subject) as holder
    from ${transferTable} t join ended e using (payment)
      join ${statementTable} s on s.contribution = e.contribution and s."row" = e."row" and s.value = e.value
        and s.type in ('person', 'organization') and s.property = 'account'
      join ${usableLabelTable} u on u.label = s.label
      left join ${clusterTable} c on c.subject = s.subject
  ), account as (
    select payee as account, count(distinct holder) - 1 as further, count(distinct payment) - 1 as chances
    from named group by payee having count(distinct payment) > 1
  ), usual as (
    select account, ${usualRate(sql`least(1, further / chances)`)} as rate from account
  ), held as (
    select payer, payee, holder, count(distinct payment) as n from named group by all
  ), pair as (
    select payer as employer, payee as account, count(*) filter (n >= ${leastTimes}) as names from held group by all
  ), paid as (
    select payer as employer, payee as account, count(*) as payments, list_sort(list(payment)) as behind,
      case when count(amount) = count(*) then ${sumOf(sql`amount`)} end as amount,
      min(day)::varchar as first, max(day)::varchar as last
    from (select distinct payer, payee, payment, amount, day from named) group by all
    having count(*) >= ${leastPayments}
  )
  select p.*, q.names, u.rate
  from paid p join pair q using (employer, account) join usual u using (account)
  order by p.employer, p.account`;

/** In words; what they say is of the counts alone. */
export function sharedPayAccountLead(shared: Shared): Lead {
  const { employer, account, names, payments, behind, rate } = shared;
  const chance = chanceOfAtLeastTrials({ trials: payments - 1, rate }, names - 1);
  return {
    kind: 'shared-pay-account',
    accounts: [account, employer],
    // Whom the payments name may be workers who get nothing of it.
    held: [employer],
    payments: behind,
    chance,
    told: [
      {
        code: 'shared.names',
        values: { names, payments },
        words: `One account pays this one for ${counted(names, 'payee')} by name, each of them twice or more, in ${counted(payments, 'payment')}.`,
      },
      chanceTold(
        'shared.chance',
        chance,
        'As often as payments to other accounts name a further payee, so many names or more would come up',
      ),
    ],
    figures: { names, payments },
    picture: {
      kind: 'flow',
      currency: null,
      nodes: [
        { subject: 1, words: null, step: 0 },
        { subject: 0, words: null, step: 1 },
      ],
      flows: [
        {
          from: 0,
          to: 1,
          amount: shared.amount ?? 0,
          times: payments,
          first: shared.first,
          last: shared.last,
        },
      ],
    },
  };
}
