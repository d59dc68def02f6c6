import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { chanceOfAtLeastEvents } from '../chance.ts';
import { sumOf } from '../repayments/repayments.ts';
import { counted } from '../say-figures.ts';
import { chanceTold } from '../told.ts';
import { counterTable, leastPlaces } from './counter.ts';
import type { Lead, Looked } from './lead.ts';

export interface Series {
  readonly account: bigint;
  /** Stretches of two days with payments in three places or more, none beside another. */
  readonly stretches: number;
  /** Payments in these stretches and the places of them. */
  readonly times: number;
  readonly places: number;
  readonly payments: readonly bigint[];
  readonly amount: number | null;
  readonly first: string;
  readonly last: string;
  /** Of the payments in, how many threes are of three places. */
  readonly threes: number;
  /** That three payments of anybody fall on one day or on two following days. */
  readonly close: number;
}

/**
 * Accounts into which money is paid at three places or more on the same or consecutive days. The null keeps how many payments come
 * from each place and draws their days from those of all payments in. There are no more stretches than threes of places that fall
 * together, and of these `threes × close` are expected: Poisson at most.
 */
export async function lookForBranchSeries(lake: Lake): Promise<Looked> {
  const rows = await lake.rows<Series>(seriesQuery);
  return { tested: rows.length, leads: rows.filter(({ stretches }) => stretches > 0).map(branchSeriesLead) };
}

const seriesQuery = sql`
  with put as (
    select * from ${counterTable} where is_paid_in
  ), share as (
    select day, count(*)::hugeint as n from put group by day
  ), beside as (
    select a.n, coalesce(b.n, 0) as next from share a left join share b on b.day = a.day + interval 1 day
  ), close as (
    select (sum((n + next) * (n + next) * (n + next) - next * next * next)::double
      / (select count(*) from put) ** 3) as close from beside
  ), spot as (
    select account, place, count(*)::hugeint as n from put group by all
  ), one as (
    select account,
      ((sum(n) * sum(n) * sum(n) - 3 * sum(n) * sum(n * n) + 2 * sum(n * n * n)) / 6)::double as threes
    from spot group by account having count(*) >= ${leastPlaces}
  ), stretch as (
    select a.account, a.day from (select distinct account, day from put semi join one using (account)) a
      join put b on b.account = a.account and b.day between a.day and a.day + interval 1 day
    group by all having count(distinct b.place) >= ${leastPlaces}
  ), apart as (
    select account, count(*) as stretches from (
      select *, lag(day) over (partition by account order by day) as before from stretch)
    where before is null or day > before + interval 1 day group by account
  ), within as (
    select distinct p.account, p.payment, p.place, p.day, p.amount
    from put p join stretch s on s.account = p.account and p.day between s.day and s.day + interval 1 day
  ), told as (
    select account, count(*) as times, count(distinct place) as places, list_sort(list(payment)) as payments,
      case when count(amount) = count(*) then ${sumOf(sql`amount`)} end as amount,
      min(day)::varchar as first, max(day)::varchar as last
    from within group by account
  )
  select o.account, coalesce(a.stretches, 0) as stretches, coalesce(t.times, 0) as times,
    coalesce(t.places, 0) as places, coalesce(t.payments, []) as payments, t.amount, t.first, t.last, o.threes, c.close
  from one o left join apart a using (account) left join told t using (account), close c
  order by o.account`;

/** In words; what they say is of the counts alone. */
export function branchSeriesLead(series: Series): Lead {
  const { account, stretches, times, places, payments, threes, close } = series;
  const chance = chanceOfAtLeastEvents(threes * close, stretches);
  return {
    kind: 'branch-series',
    accounts: [account],
    held: [account],
    payments,
    chance,
    told: [
      {
        code: 'branches.stretches',
        values: { stretches, times, places },
        words: `${counted(stretches, 'time')} money was paid into this account at three places or more within two days: ${counted(times, 'payment')} in ${places} places.`,
      },
      chanceTold(
        'branches.chance',
        chance,
        'Were the days of its payments drawn from those of all payments at a counter, as much would come up',
      ),
    ],
    figures: { stretches, times, places },
    picture: {
      kind: 'flow',
      currency: null,
      nodes: [
        { subject: null, words: null, places, step: 0 },
        { subject: 0, words: null, step: 1 },
      ],
      flows: [{ from: 0, to: 1, amount: series.amount ?? 0, times, first: series.first, last: series.last }],
    },
  };
}
