import type { FindingReason } from '@clew/model/finding.ts';
import type { PictureOf } from '@clew/model/finding-picture.ts';
import { entityTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import type { Proposed } from '../detector.ts';
import { usableLabelTable } from '../involvement.ts';
import { counted, oneIn, percent } from '../say-figures.ts';
import { mostDays, passedTable, type Repayment, transferTable } from './repayments.ts';

export interface Found extends Repayment {
  readonly chanceCorrected: number;
}

interface Context {
  readonly tested: number;
  readonly otherwise: readonly string[];
}

const foundTable = defineTable('findings_work', 'found_repayment', {
  employer: 'UBIGINT',
  controller: 'UBIGINT',
});

interface Behind {
  readonly employer: bigint;
  readonly controller: bigint;
  readonly evidence: readonly bigint[];
  readonly labels: readonly bigint[];
  readonly first_came: string;
  readonly last_came: string;
  readonly first_went: string;
  readonly last_went: string;
}

/** Who holds the two accounts, where that may be shown. Whoever holds those between them may be a victim and is not told. */
interface Holder {
  readonly account: bigint;
  readonly holder: bigint;
}

/** Gathers the evidence of each flow and puts it into words. */
export async function tellRepayments(
  lake: Lake,
  found: readonly Found[],
  context: Context,
): Promise<Proposed[]> {
  await loadTable(lake, foundTable, found);
  const behind = new Map(
    (await lake.rows<Behind>(behindQuery)).map((row) => [`${row.employer} ${row.controller}`, row]),
  );
  const holders = await lake.rows<Holder>(holderQuery);
  return found.map((one): Proposed => {
    const rests = behind.get(`${one.employer} ${one.controller}`) as Behind;
    const held = (account: bigint) =>
      holders.filter((row) => row.account === account).map(({ holder }) => holder);
    const subjects = [one.controller, one.employer, ...held(one.controller), ...held(one.employer)];
    return {
      kind: 'wages-to-controller',
      subjects: [...new Set(subjects)],
      evidence: rests.evidence,
      labels: rests.labels,
      reason: { ...repaymentReason(one, context), picture: flowPicture(one, rests) },
      chance: one.chance,
      chanceCorrected: one.chanceCorrected,
    };
  });
}

const behindQuery = sql`
  with one as (
    select p.* from ${passedTable} p semi join ${foundTable} f using (employer, controller)
  ), payment as (
    select employer, controller, unnest([came, went]) as payment from one
  ), said as (
    select p.employer, p.controller, list_sort(list_distinct(flatten(list(l.evidence)))) as evidence,
      list_sort(list_distinct(list(l.label))) as labels
    from payment p join ${linkTable} l on l.source = p.payment and l.kind in ('paid from', 'paid to') group by all
  ), dated as (
    select o.employer, o.controller, min(i.day)::varchar as first_came, max(i.day)::varchar as last_came,
      min(w.day)::varchar as first_went, max(w.day)::varchar as last_went
    from one o join ${transferTable} i on i.payment = o.came join ${transferTable} w on w.payment = o.went group by all
  )
  select * from said join dated using (employer, controller)`;

const holderQuery = sql`
  with account as (
    select employer as account from ${foundTable} union select controller from ${foundTable}
  ), held as (
    select l.target as account, l.source as holder from ${linkTable} l join ${usableLabelTable} u using (label)
    where l.kind = 'holds'
    union
    select l.source, l.target from ${linkTable} l join ${usableLabelTable} u using (label) where l.kind = 'held by'
  )
  select h.account, h.holder from held h semi join account using (account)
    join ${entityTable} e on e.entity = h.holder and not e.protected
  order by all`;

/** The sentences of a finding. No account and no name is in them. */
function repaymentReason(found: Found, { tested, otherwise }: Context): FindingReason {
  const { workers, passed, came, went, days, chance, chanceCorrected } = found;
  const share = came === null || went === null ? null : went / came;
  return {
    sentences: [
      `${counted(workers, 'account')} that one account pays hand it on to another one within ${mostDays} days.`,
      `It happened ${counted(passed, 'time')}, in the middle ${counted(days, 'day')} after the pay came in${share === null ? '' : `, with ${percent(share)} of it`}.`,
      `Were payees drawn by chance, as those pay who have nothing to do with the one that pays, so many accounts or more would hand it on to this one ${oneIn(chance)}.`,
      `${counted(tested, 'pair')} of accounts were tested; of leads like this one, at most ${percent(chanceCorrected)} are expected to be chance.`,
      'Rule: pay withheld or handed on to a third party (FinCEN FIN-2014-A008 and FIN-2020-A008, exploitative employment practices).',
      'Who holds the accounts in between may be a victim: they are counted, and not among the subjects.',
    ],
    otherwise,
    figures: {
      workers,
      passed,
      days,
      ...(share === null ? {} : { share }),
      chance,
      chanceCorrected,
      tested,
    },
  };
}

function flowPicture({ workers, passed, came, went }: Found, rests: Behind): PictureOf<'flow'> {
  return {
    kind: 'flow',
    currency: null,
    nodes: [
      { subject: 1, words: null, step: 0 },
      { subject: null, words: counted(workers, 'account'), step: 1 },
      { subject: 0, words: null, step: 2 },
    ],
    flows: [
      { from: 0, to: 1, amount: came ?? 0, times: passed, first: rests.first_came, last: rests.last_came },
      { from: 1, to: 2, amount: went ?? 0, times: passed, first: rests.first_went, last: rests.last_went },
    ],
  };
}
