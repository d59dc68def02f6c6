import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { chanceOfAtLeastEvents } from '../chance.ts';
import {
  employers,
  leastShare,
  leastWorkers,
  paidByOthers,
  payeeCounts,
  sumOf,
  transferTable,
} from '../repayments/repayments.ts';
import { counted, percent } from '../say-figures.ts';
import { chanceTold } from '../told.ts';
import { countPairs } from './count-pairs.ts';
import type { Lead, Looked } from './lead.ts';

/** A fee is paid in this many days before the first pay. */
const daysBefore = 90;

export interface Fee {
  readonly employer: bigint;
  readonly agency: bigint;
  readonly workers: number;
  readonly times: number;
  /** What one paid, in the middle; null where amounts are not known. */
  readonly paid: number | null;
  readonly total: number | null;
  /** What the employer pays at one time, in the middle. */
  readonly pay: number | null;
  readonly payments: readonly bigint[];
  readonly first: string;
  readonly last: string;
  readonly expected: number;
}

/**
 * Accounts that several paid shortly before one and the same other account first paid them, and mostly then. The null keeps how
 * many transfers these made in that time and draws their payees as everybody pays whom this employer does not pay: an office or a
 * shop that many pay is expected. The number of accounts is Poisson at most. The amount tells a fee from a debt: with less than
 * half of a usual pay it is not reported.
 */
export async function lookForRecruitmentFees(lake: Lake): Promise<Looked> {
  const rows = await lake.rows<Fee>(feeQuery);
  const leads = rows
    .filter(({ paid, pay }) => paid === null || pay === null || paid >= pay * leastShare)
    .map(recruitmentFeeLead);
  return { tested: await countPairs(lake, employers, payees), leads };
}

const payees = sql`
  select payee from ${transferTable} group by payee having count(distinct payer) >= ${leastWorkers}`;

const feeQuery = sql`
  with many as (${employers}), paid as (
    select t.payer as employer, t.payee as worker, min(t.day) as first_pay
    from ${transferTable} t semi join many on many.employer = t.payer group by all
  ), pay as (
    select t.payer as employer, median(t.amount) as pay
    from ${transferTable} t semi join many on many.employer = t.payer group by all
  ), early as (
    select b.employer, b.worker, t.payee as agency, t.payment, t.amount, t.day
    from paid b join ${transferTable} t on t.payer = b.worker
      and t.day >= b.first_pay - interval ${{ text: String(daysBefore) }} day and t.day < b.first_pay
  ), made as (
    select employer, count(*) as n from early group by employer
  ), ${payeeCounts}, ever as (
    select payer as worker, payee as agency, count(*) as n from ${transferTable} group by all
  ), fee as (
    select e.employer, e.agency, e.worker, count(*) as times, ${sumOf(sql`e.amount`)} as paid, list(e.payment) as payments,
      min(e.day) as first, max(e.day) as last
    from early e group by all
  ), pair as (
    select f.employer, f.agency, count(*) as workers, sum(f.times)::bigint as times,
      case when count(f.paid) = count(*) then median(f.paid) end as paid,
      case when count(f.paid) = count(*) then ${sumOf(sql`f.paid`)} end as total,
      list_sort(flatten(list(f.payments))) as payments, min(f.first)::varchar as first, max(f.last)::varchar as last
    from fee f join ever v using (worker, agency) where f.times * 2 > v.n group by all having count(*) >= ${leastWorkers}
  )
  select p.*, y.pay,
    m.n * ${paidByOthers} as expected
  from pair p join pay y using (employer) join made m using (employer)
    join own o on o.employer = p.employer and o.payee = p.agency
  order by p.employer, p.agency`;

/** In words; what they say is of the counts alone. */
export function recruitmentFeeLead(fee: Fee): Lead {
  const { employer, agency, workers, times, paid, pay, payments, expected } = fee;
  const chance = chanceOfAtLeastEvents(expected, workers);
  const share = paid === null || pay === null || pay === 0 ? null : paid / pay;
  return {
    kind: 'recruitment-fee',
    accounts: [agency, employer],
    held: [agency, employer],
    payments,
    chance,
    told: [
      {
        code: 'fee.workers',
        values: { workers, within: daysBefore },
        words: `${counted(workers, 'account')} paid this one in the ${daysBefore} days before another account paid them for the first time, and mostly then.`,
      },
      ...(share === null
        ? []
        : [
            {
              code: 'fee.share',
              values: { share },
              words: `In the middle each paid ${percent(share)} of what that account pays at one time.`,
            },
          ]),
      chanceTold(
        'fee.chance',
        chance,
        'Were the payees of that time drawn by chance, as others pay, so many accounts or more would pay this one',
      ),
    ],
    figures: { workers, times, ...(share === null ? {} : { share }) },
    picture: {
      kind: 'flow',
      currency: null,
      nodes: [
        { subject: null, words: null, accounts: workers, step: 0 },
        { subject: 0, words: null, step: 1 },
      ],
      flows: [{ from: 0, to: 1, amount: fee.total ?? 0, times, first: fee.first, last: fee.last }],
    },
  };
}
