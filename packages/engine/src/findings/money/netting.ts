import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { chanceOfAtLeastEvents } from '../chance.ts';
import { keepUnlikely } from '../keep-unlikely.ts';
import { sumOf, transferTable } from '../repayments/repayments.ts';
import { counted, percent } from '../say-figures.ts';
import { chanceTold } from '../told.ts';
import { countPairs } from './count-pairs.ts';
import type { Lead, Looked } from './lead.ts';

/** What is paid out within this many days of what was taken in may stand for it. */
const mostDays = 3;
/** Amounts are compared in steps of two per cent; what is paid out is up to three steps less: the fee. */
const amountStep = 0.02;
const feeSteps = 3;
/** Customers on either side. */
const leastCustomers = 4;
const leastMatched = 5;
/** Who takes in or pays out more often than this is a till: with so many amounts on every day nothing stands out. */
const mostPayments = 2_000;
/** With this share of the matched amount paid between the two themselves, they settle by transfer. */
const settledShare = 0.5;

export interface Netting {
  readonly taker: bigint;
  readonly payer: bigint;
  readonly matched: number;
  readonly payers: number;
  readonly payees: number;
  readonly payments: readonly bigint[];
  readonly came: number;
  readonly went: number;
  /** What was paid between the two, one way or the other. */
  readonly between: number;
  readonly first: string;
  readonly last: string;
  readonly expected: number;
}

/**
 * Two accounts of which one takes in what the other pays out: a few days later, about the same amounts, other customers, and
 * little or nothing between the two themselves. The null keeps how many payments the one takes in and the other makes, and when both
 * are active, and draws days and amounts: `in × out × (days + 1) / days of both × chance that two amounts match`, with amounts as all
 * accounts have them. Poisson at most.
 */
export async function lookForNetting(lake: Lake): Promise<Looked> {
  const tested = await countPairs(lake, takers, givers);
  const pairs = (await lake.rows<Pair>(pairQuery)).map((pair) => ({
    ...pair,
    chance: chanceOfAtLeastEvents(pair.expected, pair.most),
  }));
  // What is not unlikely enough when each payment may count several times is not when it counts once.
  await loadTable(lake, pairTable, keepUnlikely(pairs, tested));
  const rows = await lake.rows<Netting>(nettingQuery);
  const leads = rows.filter(({ between, went }) => between < went * settledShare).map(nettingLead);
  return { tested, leads };
}

/** A taker and a payer with the number of payments of either that have a match in the other, the smaller one. */
interface Pair {
  readonly taker: bigint;
  readonly payer: bigint;
  readonly most: number;
  readonly expected: number;
}

const pairTable = defineTable('findings_work', 'netting_pair', {
  taker: 'UBIGINT',
  payer: 'UBIGINT',
  expected: 'DOUBLE',
});

const steps = { text: String(feeSteps) };
const days = { text: String(mostDays) };

const takers = sql`
  select payee as taker from ${transferTable} where amount > 0 group by payee
  having count(distinct payer) >= ${leastCustomers} and count(*) between ${leastMatched} and ${mostPayments}`;
const givers = sql`
  select payer from ${transferTable} where amount > 0 group by payer
  having count(distinct payee) >= ${leastCustomers} and count(*) between ${leastMatched} and ${mostPayments}`;

/** Payments with the step of their amount. */
const moved = sql`
  select *, floor(ln(amount) / ${amountStep})::bigint as step from ${transferTable} where amount > 0`;

/** Every payment in with every payment out that could stand for it, of the accounts in `taker` and `giver`. */
const hits = sql`
  select d.taker, g.payer, d.payment as came, g.payment as went, d.customer as came_of, g.payee as went_to,
    d.amount as came_amount, g.amount as went_amount, d.day, d.later
  from (
    select *, unnest(generate_series(0, ${days}))::integer as later from (
      select m.payee as taker, m.payer as customer, m.payment, m.amount, m.day,
        unnest(generate_series(m.step - ${steps}, m.step)) as step
      from moved m semi join taker t on t.taker = m.payee)) d
    join (select m.* from moved m semi join giver g on g.payer = m.payer) g
      on g.step = d.step and g.day = d.day + d.later
  where d.taker <> g.payer and d.customer <> g.payer and g.payee <> d.taker and d.customer <> g.payee`;

const pairQuery = sql`
  with moved as (${moved}), taker as (${takers}), giver as (${givers}), share as (
    select step, count(*)::hugeint as n from moved group by step
  ), alike as (
    select sum(a.n * b.n)::double / (select count(*) from moved) ** 2 as alike
    from share a join share b on b.step between a.step - ${steps} and a.step
  ), several as (
    select taker, payer from (${hits}) group by all having count(*) >= ${leastMatched}
  ), pair as (
    select taker, payer, least(count(distinct came), count(distinct went)) as most
    from (${hits}) semi join several using (taker, payer) group by all
    having count(distinct came) >= ${leastMatched} and count(distinct went) >= ${leastMatched}
  ), took as (
    select payee as taker, count(*) as n, min(day) as first, max(day) as last from moved group by payee
  ), gave as (
    select payer, count(*) as n, min(day) as first, max(day) as last from moved group by payer
  ), held as (
    select p.*,
      t.n * g.n * least(1, ${mostDays + 1} / (greatest(t.last, g.last) - least(t.first, g.first) + 1)) * a.alike as expected
    from pair p join took t using (taker) join gave g using (payer), alike a
  )
  select * from held where most >= expected + sqrt(expected) order by taker, payer`;

const nettingQuery = sql`
  with moved as (${moved}), taker as (select distinct taker from ${pairTable}),
  giver as (select distinct payer from ${pairTable}), paired as (
    select h.* from (${hits}) h semi join ${pairTable} using (taker, payer)
      anti join moved m on m.payee = h.taker and m.payer = h.went_to
    qualify row_number() over (partition by taker, payer, came order by later, went) = 1
      and row_number() over (partition by taker, payer, went order by later, came) = 1
  ), pair as (
    select taker, payer, count(*) as matched, count(distinct came_of) as payers, count(distinct went_to) as payees,
      list_sort(flatten(list([came, went]))) as payments, ${sumOf(sql`came_amount`)} as came,
      ${sumOf(sql`went_amount`)} as went, min(day)::varchar as first, max(day)::varchar as last
    from paired group by all
    having count(*) >= ${leastMatched} and count(distinct came_of) >= ${leastCustomers}
      and count(distinct went_to) >= ${leastCustomers}
  ), between_them as (
    select p.taker, p.payer, ${sumOf(sql`m.amount`)} as amount
    from (
      select taker, payer, taker as one, payer as other from pair
      union all select taker, payer, payer, taker from pair) p
      join moved m on m.payer = p.one and m.payee = p.other
    group by all
  )
  select p.*, coalesce(b.amount, 0) as between, n.expected
  from pair p join ${pairTable} n using (taker, payer) left join between_them b using (taker, payer)
  order by p.taker, p.payer`;

/** In words; what they say is of the counts alone. */
export function nettingLead(netting: Netting): Lead {
  const { taker, payer, matched, payers, payees, payments, came, went, between, expected } = netting;
  const chance = chanceOfAtLeastEvents(expected, matched);
  const span = { first: netting.first, last: netting.last };
  return {
    kind: 'netting',
    accounts: [taker, payer],
    held: [taker, payer],
    payments,
    chance,
    told: [
      {
        code: 'netting.matched',
        values: { matched, within: mostDays, payers, payees },
        words: `${counted(matched, 'payment')} that another account makes match what this one took in, of about the same amount within ${mostDays} days: from ${counted(payers, 'payer')}, to ${payees} others.`,
      },
      {
        code: 'netting.between',
        values: { share: between / went },
        words: `Between the two themselves ${percent(between / went)} of that amount was paid.`,
      },
      chanceTold(
        'netting.chance',
        chance,
        'With the activity and the amounts of both, so many or more would match by chance',
      ),
    ],
    figures: { matched, payers, payees, share: between / went },
    picture: {
      kind: 'flow',
      currency: null,
      nodes: [
        { subject: null, words: null, accounts: payers, step: 0 },
        { subject: 0, words: null, step: 1 },
        { subject: 1, words: null, step: 2 },
        { subject: null, words: null, accounts: payees, step: 3 },
      ],
      flows: [
        { from: 0, to: 1, amount: came, times: matched, ...span },
        { from: 2, to: 3, amount: went, times: matched, ...span },
      ],
    },
  };
}
