// In: leads that stay unlikely after correction. Out: findings with evidence, sentences and picture.
// Invariant: only the accounts that a lead tells, and the unprotected holders of some of them, become subjects.

import type { FindingReason } from '@clew/model/finding.ts';
import { entityTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import type { Proposed } from '../detector.ts';
import { usableLabelTable } from '../involvement.ts';
import { keepUnlikely } from '../keep-unlikely.ts';
import type { Rule } from '../rule.ts';
import { counted, percent } from '../say-figures.ts';
import { saidAs, shareAtMost } from '../told.ts';
import type { Lead, Looked } from './lead.ts';

/** The payments behind each lead, by the place of the lead in its list. */
const behindTable = defineTable('findings_work', 'money_behind', { lead: 'BIGINT', payment: 'UBIGINT' });
const toldAccountTable = defineTable('findings_work', 'money_account', { account: 'UBIGINT' });

/** Corrects the leads of one rule for all that it tested and tells those that stay. */
export async function tellLeads(lake: Lake, { tested, leads }: Looked, rule: Rule): Promise<Proposed[]> {
  if (leads.length === 0) return [];
  const open = await withoutProtected(lake, leads);
  const found = keepUnlikely(open, tested);
  if (found.length === 0) return [];
  await loadTable(
    lake,
    behindTable,
    found.flatMap(({ payments }, lead) => payments.map((payment) => ({ lead, payment }))),
  );
  const behind = new Map((await lake.rows<Behind>(behindQuery)).map((row) => [row.lead, row]));
  const holders = await holdersOf(
    lake,
    found.flatMap(({ held }) => held),
  );
  return found.map((lead, place): Proposed => {
    const rests = behind.get(place);
    if (rests === undefined) throw new Error('A lead without a link behind it');
    return {
      kind: lead.kind,
      subjects: [...new Set([...lead.accounts, ...lead.held.flatMap((one) => holders.get(one) ?? [])])],
      evidence: rests.evidence,
      labels: rests.labels,
      reason: reasonOf(lead, { tested, rule, chanceCorrected: lead.chanceCorrected }),
      chance: lead.chance,
      chanceCorrected: lead.chanceCorrected,
    };
  });
}

interface Behind {
  readonly lead: number;
  readonly evidence: readonly bigint[];
  readonly labels: readonly bigint[];
}

const behindQuery = sql`
  select b.lead::integer as lead, list_sort(list_distinct(flatten(list(l.evidence)))) as evidence,
    list_sort(list_distinct(list(l.label))) as labels
  from ${behindTable} b join ${linkTable} l on l.source = b.payment and l.kind in ('paid from', 'paid to')
    join ${usableLabelTable} u using (label)
  group by b.lead`;

/** An account that only protected persons are linked to is nobody's lead. */
async function withoutProtected(lake: Lake, leads: readonly Lead[]): Promise<Lead[]> {
  const accounts = [...new Set(leads.flatMap((lead) => lead.accounts))];
  await loadTable(
    lake,
    toldAccountTable,
    accounts.map((account) => ({ account })),
  );
  const rows = await lake.rows<{ account: bigint }>(sql`
    select a.account from ${toldAccountTable} a join ${entityTable} e on e.entity = a.account where e.protected`);
  const guarded = new Set(rows.map(({ account }) => account));
  return leads.filter((lead) => !lead.accounts.some((account) => guarded.has(account)));
}

/** Who holds the accounts, where that may be shown. */
async function holdersOf(
  lake: Lake,
  accounts: readonly bigint[],
): Promise<ReadonlyMap<bigint, readonly bigint[]>> {
  await loadTable(
    lake,
    toldAccountTable,
    [...new Set(accounts)].map((account) => ({ account })),
  );
  const rows = await lake.rows<{ account: bigint; holders: readonly bigint[] }>(sql`
    with held as (
      select l.target as account, l.source as holder from ${linkTable} l join ${usableLabelTable} u using (label)
      where l.kind = 'holds'
      union
      select l.source, l.target from ${linkTable} l join ${usableLabelTable} u using (label) where l.kind = 'held by'
    )
    select h.account, list_sort(list(h.holder)) as holders
    from held h semi join ${toldAccountTable} using (account)
      join ${entityTable} e on e.entity = h.holder and not e.protected
    group by h.account`);
  return new Map(rows.map(({ account, holders }) => [account, holders]));
}

interface Context {
  readonly tested: number;
  readonly chanceCorrected: number;
  readonly rule: Rule;
}

/** The sentences of a finding. No account and no name is in them. */
export function reasonOf(lead: Lead, { tested, chanceCorrected, rule }: Context): FindingReason {
  const told = [
    ...lead.told,
    {
      code: 'money.tested',
      values: { tested, share: shareAtMost(chanceCorrected) },
      words: `${counted(tested, 'case')} like this one ${tested === 1 ? 'was' : 'were'} tested; of leads like it, at most ${percent(chanceCorrected)} are expected to be chance.`,
    },
    {
      code: `money.rule.${rule.id}`,
      values: {},
      words: `Rule: ${rule.source}, ${rule.section}.`,
    },
    {
      code: 'money.others',
      values: {},
      words:
        'Whoever holds the other accounts may be a victim: they are counted, and not among the subjects.',
    },
  ];
  return {
    ...saidAs(told),
    otherwise: rule.otherwise,
    figures: { ...lead.figures, chance: lead.chance, chanceCorrected, tested },
    picture: lead.picture,
  };
}
