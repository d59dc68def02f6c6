// The rules on payments over payments at random: how many leads they report (none should be), and what they take. A third are of
// payers with many payees, as wages are, a third go to payees of very different sizes, as purchases do.
// Run: npm run bench:typologies -- [--payments N,N]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gatherInvolvement } from '../findings/involvement.ts';
import { keepUnlikely } from '../findings/keep-unlikely.ts';
import { lookForBranchSeries } from '../findings/money/branch-series.ts';
import { counterTable } from '../findings/money/counter.ts';
import { lookForDeductions } from '../findings/money/deductions.ts';
import { lookForFunnels } from '../findings/money/funnels.ts';
import type { Looked } from '../findings/money/lead.ts';
import { lookForNetting } from '../findings/money/netting.ts';
import { lookForRecruitmentFees } from '../findings/money/recruitment-fees.ts';
import { lookBelowThresholds } from '../findings/money/thresholds.ts';
import { gatherPassed, paymentSideTable, transferTable } from '../findings/repayments/repayments.ts';
import { connect } from '../graph/connect.ts';
import { GraphFixture } from '../graph/graph-fixture.ts';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { cpuSeconds } from './cpu-seconds.ts';

const rules: Readonly<Record<string, (lake: Lake) => Promise<Looked>>> = {
  deduction: lookForDeductions,
  'recruitment-fee': lookForRecruitmentFees,
  'funnel-account': lookForFunnels,
  'branch-series': lookForBranchSeries,
  'under-threshold': lookBelowThresholds,
  netting: lookForNetting,
};

/** Five payments an account over a year, amounts from 7 to 3,000, and a fifth as many at counters of 400 places. */
async function payAtRandom(lake: Lake, payments: number): Promise<void> {
  const accounts = Math.round(payments / 5);
  const [firms, shops] = [Math.round(accounts / 50), Math.round(accounts / 20)];
  const day = sql`(date '2025-01-01' + (hash(i * 19) % 365)::integer)::date`;
  await lake.run(sql`create or replace table ${transferTable} as
    select * from (
      select (i + 1)::ubigint as payment,
        case when i % 3 = 0 then ${accounts} + 1 + hash(i) % ${firms} else 1 + hash(i * 7) % ${accounts} end::ubigint as payer,
        case when i % 3 = 1 then ${accounts + firms} + 1 + ((hash(i * 13) % 1000000) / 1e6) ** 3 * ${shops}
          else 1 + hash(i * 17) % ${accounts} end::ubigint as payee,
        ${day} as day, round(exp(2 + 6 * (hash(i * 23) % 100000) / 1e5), 2)::double as amount
      from range(${payments}) t(i))
    where payer <> payee`);
  await lake.run(sql`create or replace table ${paymentSideTable} as
    select payment, payer as account, false as is_payee, day, amount from ${transferTable}
    union all select payment, payee, true, day, amount from ${transferTable}`);
  await lake.run(sql`create or replace table ${counterTable} as
    select (i + 1)::ubigint as payment, (1 + hash(i * 3) % ${accounts})::ubigint as account, i % 3 <> 0 as is_paid_in,
      ${day} as day, 100::double as amount, 'place ' || hash(i * 29) % 400 as place
    from range(${Math.round(payments / 5)}) t(i)`);
  await gatherPassed(lake);
}

const { values } = parseArgs({ options: { payments: { type: 'string', default: '10000,100000,1000000' } } });
const folder = await mkdtemp(join(tmpdir(), 'clew-typologies-'));
const lake = await Lake.open({ folder: join(folder, 'work') });
try {
  await new GraphFixture().load(lake);
  await connect(lake, { folder });
  await gatherInvolvement(lake);
  console.log('| payments | rule | tested | reported | CPU s |\n|---|---|---|---|---|');
  for (const payments of values.payments.split(',').map(Number)) {
    await payAtRandom(lake, payments);
    for (const [rule, look] of Object.entries(rules)) {
      const before = process.cpuUsage();
      const { tested, leads } = await look(lake);
      const seconds = cpuSeconds(before).toFixed(1);
      console.log(`| ${[payments, rule, tested, keepUnlikely(leads, tested).length, seconds].join(' | ')} |`);
    }
  }
} finally {
  lake.close();
  await rm(folder, { recursive: true, force: true });
}
