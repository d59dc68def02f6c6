import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { chanceOfAtLeastTrials } from '../chance.ts';
import { sumOf } from '../repayments/repayments.ts';
import { counted } from '../say-figures.ts';
import { chanceTold } from '../told.ts';
import { counterTable, leastPlaces } from './counter.ts';
import type { Lead, Looked } from './lead.ts';
import { usualRate } from './usual-rate.ts';

export interface Funnel {
  readonly account: bigint;
  /** Payments in, and those of them that were followed within a day by a withdrawal somewhere else. */
  readonly paid: number;
  readonly followed: number;
  readonly places: number;
  /** Withdrawals that followed one, and their places. */
  readonly drawn: number;
  readonly drawnPlaces: number;
  readonly payments: readonly bigint[];
  readonly came: number | null;
  readonly went: number | null;
  readonly first: string;
  readonly last: string;
  /** How usual that is: the mean over all other accounts of the share of payments in that are followed like that. */
  readonly rate: number;
}

/**
 * Accounts into which money is paid in one place and drawn in another within a day. The null keeps how often money is paid in, and lets
 * each of these payments be followed like that as often as it is usual for an account, each account weighing the same. Binomial. Reported from three places on.
 */
export async function lookForFunnels(lake: Lake): Promise<Looked> {
  const rows = await lake.rows<Funnel>(funnelQuery);
  return { tested: rows.length, leads: rows.filter(({ places }) => places >= leastPlaces).map(funnelLead) };
}

const funnelQuery = sql`
  with put as (
    select * from ${counterTable} where is_paid_in
  ), followed as (
    select p.account, p.payment, p.place, p.day, p.amount, o.payment as drawn, o.amount as drawn_amount,
      o.place as drawn_at
    from put p join ${counterTable} o on o.account = p.account and not o.is_paid_in
      and o.day between p.day and p.day + interval 1 day and o.place <> p.place
    qualify row_number() over (partition by p.payment order by o.day, o.payment) = 1
  ), one as (
    select account, count(*) as paid from put group by account
  ), drawn as (
    select account, count(*) as drawn, count(distinct place) as drawn_places,
      case when count(amount) = count(*) then ${sumOf(sql`amount`)} end as went
    from (select distinct account, drawn, drawn_amount as amount, drawn_at as place from followed) group by account
  ), told as (
    select account, count(*) as followed, count(distinct place) as places,
      list_sort(list_distinct(flatten(list([payment, drawn])))) as payments,
      case when count(amount) = count(*) then ${sumOf(sql`amount`)} end as came,
      min(day)::varchar as first, max(day)::varchar as last
    from followed group by account
  ), usual as (
    select o.account, ${usualRate(sql`coalesce(t.followed, 0) / o.paid`)} as rate
    from one o left join told t using (account)
  )
  select o.account, o.paid, coalesce(t.followed, 0) as followed, coalesce(t.places, 0) as places,
    coalesce(d.drawn, 0) as drawn, coalesce(d.drawn_places, 0) as "drawnPlaces",
    coalesce(t.payments, []) as payments, t.came, d.went, t.first, t.last, u.rate
  from one o join usual u using (account) left join told t using (account) left join drawn d using (account)
  where o.paid >= ${leastPlaces} order by o.account`;

/** In words; what they say is of the counts alone. */
export function funnelLead(funnel: Funnel): Lead {
  const { account, paid, followed, places, payments, rate } = funnel;
  const chance = chanceOfAtLeastTrials({ trials: paid, rate }, followed);
  const span = { first: funnel.first, last: funnel.last };
  return {
    kind: 'funnel-account',
    accounts: [account],
    // FinCEN (2020) tells of accounts that victims were made to open.
    held: [],
    payments,
    chance,
    told: [
      {
        code: 'funnel.followed',
        values: { followed, paid, places },
        words: `Of ${counted(paid, 'payment')} at a counter into this account, ${followed} in ${places} places were followed within a day by a withdrawal somewhere else.`,
      },
      chanceTold(
        'funnel.chance',
        chance,
        'As often as that follows payments into other accounts, account by account, so many or more would be',
      ),
    ],
    figures: { paid, followed, places },
    picture: {
      kind: 'flow',
      currency: null,
      nodes: [
        { subject: null, words: null, places, step: 0 },
        { subject: 0, words: null, step: 1 },
        { subject: null, words: null, places: funnel.drawnPlaces, step: 2 },
      ],
      flows: [
        { from: 0, to: 1, amount: funnel.came ?? 0, times: followed, ...span },
        { from: 1, to: 2, amount: funnel.went ?? 0, times: funnel.drawn, ...span },
      ],
    },
  };
}
