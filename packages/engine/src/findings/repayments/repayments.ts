import { entityTable, linkTable, momentTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementTable } from '../../statements/tables.ts';
import { chanceOfAtLeastEvents } from '../chance.ts';
import { usableLabelTable } from '../involvement.ts';

/** An end of a payment, with the day and the amount of it; `amount` is null where it is not known. A working table. */
export const paymentSideTable = defineTable('findings_work', 'payment_side', {
  payment: 'UBIGINT',
  account: 'UBIGINT',
  is_payee: 'BOOLEAN',
  day: 'DATE',
  amount: 'DOUBLE',
});

/** Money from an account to another, on a day. `amount` is null where it is not known. A working table. */
export const transferTable = defineTable('findings_work', 'transfer', {
  payment: 'UBIGINT',
  payer: 'UBIGINT',
  payee: 'UBIGINT',
  day: 'DATE',
  amount: 'DOUBLE',
});

/** A transfer that came in and one that left the same account soon after, each at most once. A working table. */
export const passedTable = defineTable('findings_work', 'passed', {
  employer: 'UBIGINT',
  worker: 'UBIGINT',
  controller: 'UBIGINT',
  came: 'UBIGINT',
  went: 'UBIGINT',
  days: 'BIGINT',
  came_amount: 'DOUBLE',
  went_amount: 'DOUBLE',
  came_day: 'DATE',
  went_day: 'DATE',
});

/** Two accounts of one holder, and each account with itself. Only of accounts that pay several others. A working table. */
export const ownTable = defineTable('findings_work', 'own_account', {
  employer: 'UBIGINT',
  controller: 'UBIGINT',
});

/** Pay that leaves the account later than this does not leave at once. */
export const mostDays = 7;
/** Two may be a household. */
export const leastWorkers = 3;
/** Once is a collection, a gift or somebody's turn. */
export const leastTimes = 2;
/** What is kept for rent and food is less than this share of the pay. */
export const leastShare = 0.5;

/** Accounts that pay as many others as a controller needs. */
export const employers = sql`
  select payer as employer from ${transferTable} group by payer having count(distinct payee) >= ${leastWorkers}`;

/** Accounts that one account pays and that hand most of it on to another one at once. */
export interface Repayment {
  readonly employer: bigint;
  readonly controller: bigint;
  readonly workers: number;
  /** Transfers handed on. */
  readonly passed: number;
  readonly came: number | null;
  readonly went: number | null;
  /** Days between, in the middle. */
  readonly days: number;
  readonly payments: readonly bigint[];
  /** First and last day on which it came in and went out; ISO. */
  readonly first_came: string;
  readonly last_came: string;
  readonly first_went: string;
  readonly last_went: string;
  readonly expected: number;
  readonly chance: number;
}

/** The same sum in whatever order the rows are: amounts are kept to a hundredth. */
export function sumOf(amount: Query): Query {
  return sql`sum(${amount}::decimal(18, 2))::double`;
}

/** Fills the working tables. */
export async function gatherTransfers(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${paymentSideTable} as
    with amount as (
      select coalesce(c.entity, s.subject) as payment, min(try_cast(s.value as decimal(18, 2)))::double as amount
      from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
      where s.type = 'payment' and s.property = 'amount' group by all
    ), dated as (
      select entity as payment, min(date) as day from ${momentTable} where kind = 'payment' and other is null group by all
    )
    select l.source as payment, l.target as account, l.kind = 'paid to' as is_payee, d.day, a.amount
    from ${linkTable} l join ${usableLabelTable} u using (label)
      join dated d on d.payment = l.source left join amount a on a.payment = l.source
    where l.kind in ('paid from', 'paid to') order by d.day, l.source`);
  await lake.run(sql`create or replace table ${transferTable} as
    select f.payment, f.account as payer, t.account as payee, f.day, f.amount
    from ${paymentSideTable} f join ${paymentSideTable} t
      on t.payment = f.payment and t.is_payee and not f.is_payee
    where f.account <> t.account order by f.day, f.payment`);
}

/** Fills the tables of pay that is handed on. Needs `gatherTransfers`. */
export async function gatherPassed(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${passedTable} as
    with pair as (
      select i.payer as employer, i.payee as worker, o.payee as controller, i.payment as came, o.payment as went,
        datediff('day', i.day, o.day) as days, i.amount as came_amount, o.amount as went_amount,
        i.day as came_day, o.day as went_day
      from ${transferTable} i join ${transferTable} o on o.payer = i.payee
        and o.day between i.day and i.day + interval ${{ text: String(mostDays) }} day
      where o.payment <> i.payment
    )
    select * from pair
    qualify row_number() over (partition by employer, controller, came order by days, went) = 1
      and row_number() over (partition by employer, controller, went order by days, came) = 1
    order by employer, controller, came`);
  await lake.run(sql`create or replace table ${ownTable} as
    with held as (
      select l.target as account, l.source as holder from ${linkTable} l join ${usableLabelTable} u using (label)
      where l.kind = 'holds'
      union
      select l.source, l.target from ${linkTable} l join ${usableLabelTable} u using (label) where l.kind = 'held by'
    ), many as (${employers})
    select distinct a.account as employer, b.account as controller
    from held a join held b using (holder) semi join many on many.employer = a.account
    union
    select employer, employer from many
    order by all`);
}

/** The part `own` of a query whose part `paid` lists workers by employer: how often each account is paid by them, and by all. */
export const payeeCounts = sql`own as (
    select p.employer, t.payee, count(*) as n, any_value(g.n) as by_all, sum(count(*)) over (partition by p.employer) as by_these
    from paid p join ${transferTable} t on t.payer = p.worker
      join (select payee, count(*) as n from ${transferTable} group by payee) g on g.payee = t.payee group by p.employer, t.payee
  )`;

/** Of the payments of whoever the employer does not pay, the share that goes to the account of a row `o` of `own`. */
export const paidByOthers = sql`(o.by_all - o.n + 1) / ((select count(*) from ${transferTable}) - o.by_these + 2)`;

/**
 * Tests every two accounts, an employer and a controller, where one pays three accounts or more of which one or more pay the other
 * at once, twice or more. The null keeps how many transfers leave at once, and draws their payees as everybody pays whom this
 * employer does not: a shop, a landlord or an office that many pay is expected to be paid. The number of accounts is Poisson at most.
 * `to`: pay that goes on to others, or back to the employer and to accounts of one holder with the employer's.
 */
export async function testRepayments(
  lake: Lake,
  to: 'others' | 'employer',
): Promise<{ readonly tested: number; readonly candidates: readonly Repayment[] }> {
  const rows = await lake.rows<Omit<Repayment, 'chance'> & { protected: boolean }>(sql`
    with many as (${employers}), soon as (
      select employer, count(distinct went) as n from ${passedTable} semi join many using (employer) group by employer
    ), paid as (
      select distinct payer as employer, payee as worker from ${transferTable} semi join many on payer = employer
    ), ${payeeCounts}, again as (
      select * from ${passedTable} semi join many using (employer)
      qualify count(*) over (partition by employer, controller, worker) >= ${leastTimes}
    ), pair as (
      select employer, controller, count(distinct worker) as workers, count(*) as passed,
        case when count(came_amount) = count(*) then ${sumOf(sql`came_amount`)} end as came,
        case when count(went_amount) = count(*) then ${sumOf(sql`went_amount`)} end as went,
        median(days)::double as days, list_sort(flatten(list([came, went]))) as payments,
        min(came_day)::varchar as first_came, max(came_day)::varchar as last_came,
        min(went_day)::varchar as first_went, max(went_day)::varchar as last_went
      from again group by employer, controller
    )
    select p.*, e.protected or x.protected as protected,
      s.n * ${paidByOthers} as expected
    from pair p ${{ text: to === 'employer' ? 'semi' : 'anti' }} join ${ownTable} using (employer, controller)
      join soon s using (employer) join own o on o.employer = p.employer and o.payee = p.controller
      join ${entityTable} e on e.entity = p.controller join ${entityTable} x on x.entity = p.employer
    order by p.employer, p.controller`);
  const candidates = rows
    .filter(({ workers, came, went }) => workers >= leastWorkers && isMost(came, went))
    .filter((row) => !row.protected)
    .map(({ protected: _, ...row }) => ({
      ...row,
      chance: chanceOfAtLeastEvents(row.expected, row.workers),
    }));
  return { tested: rows.length, candidates };
}

/** Whether most of what came in went on; where amounts are not known, structure and time decide alone. */
function isMost(came: number | null, went: number | null): boolean {
  return came === null || went === null || went >= came * leastShare;
}
