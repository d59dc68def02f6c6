import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { chanceOfAtLeastTrials } from '../chance.ts';
import { paidBackLead } from '../repayments/repayment-leads.ts';
import {
  employers,
  leastTimes,
  ownTable,
  passedTable,
  testRepayments,
  transferTable,
} from '../repayments/repayments.ts';
import type { Looked } from './lead.ts';
import { usualRate } from './usual-rate.ts';

interface Usual {
  readonly employer: bigint;
  /** Accounts that it pays twice or more. */
  readonly paid: number;
  /** How usual it is that one of them pays back twice or more, at once: the mean over all others who pay several. */
  readonly rate: number;
}

/**
 * Pay that goes back. Two nulls, of which the likelier counts: payees drawn as everybody else pays (`testRepayments`), and as many
 * who pay back as is usual among those whom somebody pays: who trades with one another pays to and fro.
 */
export async function lookForDeductions(lake: Lake): Promise<Looked> {
  const { candidates } = await testRepayments(lake, 'employer');
  const { tested } = await lake.row<{ tested: number }>(sql`select count(*) as tested from ${ownTable}`);
  const usual = new Map((await lake.rows<Usual>(usualQuery)).map((row) => [row.employer, row]));
  const leads = candidates.map((candidate) => {
    const { paid, rate } = usual.get(candidate.employer) as Usual;
    const toAndFro = chanceOfAtLeastTrials(
      { trials: Math.max(paid, candidate.workers), rate },
      candidate.workers,
    );
    return paidBackLead({ ...candidate, chance: Math.max(candidate.chance, toAndFro) });
  });
  return { tested, leads };
}

const usualQuery = sql`
  with many as (${employers}), paid as (
    select t.payer as employer, t.payee as worker from ${transferTable} t semi join many on many.employer = t.payer
    group by all having count(*) >= ${leastTimes}
  ), back as (
    select distinct p.employer, p.worker
    from ${passedTable} p semi join ${ownTable} o using (employer, controller)
    qualify count(*) over (partition by p.employer, p.controller, p.worker) >= ${leastTimes}
  ), one as (
    select p.employer, count(*) as paid, count(b.worker) as back
    from paid p left join back b using (employer, worker) group by p.employer
  )
  select employer, paid, ${usualRate(sql`back / paid`)} as rate from one`;
