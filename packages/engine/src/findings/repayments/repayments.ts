import { entityTable, linkTable, momentTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementTable } from '../../statements/tables.ts';
import { chanceOfAtLeastEvents } from '../chance.ts';
import { usableLabelTable } from '../involvement.ts';

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
});

/** Pay that leaves the account later than this does not leave at once. */
export const mostDays = 7;
/** Two may be a household. */
export const leastWorkers = 3;
/** Once is a collection, a gift or somebody's turn. */
const leastTimes = 2;
/** What is kept for rent and food is less than this share of the pay. */
const leastShare = 0.5;

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
  readonly chance: number;
}

/** Fills the working tables. */
export async function gatherTransfers(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${transferTable} as
    with side as (
      select l.source as payment, l.target as account, l.kind
      from ${linkTable} l join ${usableLabelTable} u using (label) where l.kind in ('paid from', 'paid to')
    ), amount as (
      select coalesce(c.entity, s.subject) as payment, min(try_cast(s.value as double)) as amount
      from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
      where s.type = 'payment' and s.property = 'amount' group by all
    ), dated as (
      select entity as payment, min(date) as day from ${momentTable} where kind = 'payment' and other is null group by all
    )
    select f.payment, f.account as payer, t.account as payee, d.day, a.amount
    from side f join side t on t.payment = f.payment and f.kind = 'paid from' and t.kind = 'paid to'
      join dated d on d.payment = f.payment left join amount a on a.payment = f.payment
    where f.account <> t.account order by d.day, f.payment`);
  await lake.run(sql`create or replace table ${passedTable} as
    with pair as (
      select i.payer as employer, i.payee as worker, o.payee as controller, i.payment as came, o.payment as went,
        datediff('day', i.day, o.day) as days, i.amount as came_amount, o.amount as went_amount
      from ${transferTable} i join ${transferTable} o on o.payer = i.payee
        and o.day between i.day and i.day + interval ${{ text: String(mostDays) }} day
      where o.payee <> i.payer and o.payment <> i.payment
    )
    select * from pair
    qualify row_number() over (partition by employer, controller, came order by days, went) = 1
      and row_number() over (partition by employer, controller, went order by days, came) = 1
    order by employer, controller, came`);
}

/**
 * Tests every two accounts, an employer and a controller, where one pays three accounts or more of which one or more pay the other
 * at once, twice or more. The null keeps how many transfers leave at once, and draws their payees as everybody pays whom this
 * employer does not: a shop, a landlord or an office that many pay is expected to be paid. The number of accounts is Poisson at most.
 */
export async function testRepayments(lake: Lake): Promise<{
  readonly tested: number;
  readonly candidates: readonly Repayment[];
}> {
  const rows = await lake.rows<Omit<Repayment, 'chance'> & { expected: number; protected: boolean }>(sql`
    with many as (
      select payer as employer from ${transferTable} group by payer
      having count(distinct payee) >= ${leastWorkers}
    ), soon as (
      select employer, count(distinct went) as n from ${passedTable} semi join many using (employer) group by employer
    ), paid as (
      select distinct payer as employer, payee as worker from ${transferTable} semi join many on payer = employer
    ), own as (
      select p.employer, t.payee as controller, count(*) as n
      from paid p join ${transferTable} t on t.payer = p.worker group by all
    ), all_own as (
      select employer, sum(n)::bigint as n from own group by employer
    ), got as (
      select payee as controller, count(*) as n from ${transferTable} group by payee
    ), again as (
      select * from ${passedTable} semi join many using (employer)
      qualify count(*) over (partition by employer, controller, worker) >= ${leastTimes}
    ), pair as (
      select employer, controller, count(distinct worker) as workers, count(*) as passed,
        case when count(came_amount) = count(*) then sum(came_amount) end as came,
        case when count(went_amount) = count(*) then sum(went_amount) end as went,
        median(days)::double as days
      from again group by all
    )
    select p.*, e.protected or x.protected as protected,
      s.n * (g.n - o.n + 1) / ((select count(*) from ${transferTable}) - a.n + 2) as expected
    from pair p join soon s using (employer) join got g using (controller)
      join own o using (employer, controller) join all_own a using (employer)
      join ${entityTable} e on e.entity = p.controller join ${entityTable} x on x.entity = p.employer
    order by p.employer, p.controller`);
  const candidates = rows
    .filter(({ workers, came, went }) => workers >= leastWorkers && isMost(came, went))
    .filter((row) => !row.protected)
    .map(({ expected, protected: _, ...row }) => ({
      ...row,
      chance: chanceOfAtLeastEvents(expected, row.workers),
    }));
  return { tested: rows.length, candidates };
}

/** Whether most of what came in went on; where amounts are not known, structure and time decide alone. */
function isMost(came: number | null, went: number | null): boolean {
  return came === null || went === null || went >= came * leastShare;
}
