import { linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementTable } from '../../statements/tables.ts';
import { chanceOfAtLeast } from '../chance.ts';
import { openPersonTable, usableLabelTable } from '../involvement.ts';
import { sumOf, transferTable } from '../repayments/repayments.ts';
import { counted } from '../say-figures.ts';
import { chanceTold } from '../told.ts';
import type { Lead, Looked } from './lead.ts';

/** Two with one phone are a couple. */
const leastSenders = 3;
/** Days between payments that are made month after month, whatever the weekday. */
const leastMonth = 25;
const mostMonth = 35;
/** What more payers than this have is an institution's. */
const mostOwners = 200;
/** Likeness of two words (Jaro and Winkler) that may be one family name, as of a man and of a woman. */
const leastLikeness = 0.88;

export interface Linked {
  readonly account: bigint;
  /** Of its senders, how many have one phone or address in common, and no name with one another. */
  readonly linked: number;
  readonly senders: number;
  /** All who pay anybody, and those of them who have that phone or address. */
  readonly combinations: number;
  readonly everybody: number;
  readonly having: number;
  readonly payments: readonly bigint[];
  readonly amount: number | null;
  readonly times: number;
  readonly first: string;
  readonly last: string;
}

/**
 * Accounts several of whose senders have one phone or address. The null keeps how many pay the account and how many have the phone or
 * address, and draws who pays: hypergeometric. A hostel or a switchboard of many does not stand out. Who pays month after month is
 * no such sender (rent, fees), nor one who has a word of the name in common with another, or nearly: apparently they are related.
 */
export async function lookForLinkedSenders(lake: Lake): Promise<Looked> {
  const rows = await lake.rows<Linked>(linkedQuery);
  // Every account that enough pay was looked at with every phone and address that enough payers have.
  return { tested: rows[0]?.combinations ?? 0, leads: rows.map(linkedSendersLead) };
}

const linkedQuery = sql`
  with holding as (
    select distinct l.target as account, l.source as holder
    from ${linkTable} l join ${usableLabelTable} u using (label) semi join ${openPersonTable} p on p.person = l.source
    where l.kind = 'holds'
  ), sole as (
    select account, min(holder) as holder from holding group by account having count(*) = 1
  ), sent as (
    select o.holder, t.payee as account, t.payment, t.day, t.amount
    from ${transferTable} t join sole o on o.account = t.payer
  ), spaced as (
    select holder, account, day, datediff('day', lag(day) over (partition by holder, account order by day, payment), day) as gap
    from sent
  ), monthly as (
    select holder, account from spaced group by all
    having count(*) >= 2 and min(gap) >= ${leastMonth} and max(gap) <= ${mostMonth}
  ), single as (
    select * from sent anti join monthly using (holder, account)
  ), contact as (
    select distinct l.source as holder, l.target as contact
    from ${linkTable} l join ${usableLabelTable} u using (label) semi join (select distinct holder from sent) s on s.holder = l.source
    where l.target_type in ('phone', 'address')
  ), having_it as (
    select contact, count(*) as owners from contact group by contact
    having count(*) between ${leastSenders} and ${mostOwners}
  ), sender as (
    select distinct holder, account from single
  ), senders as (
    select account, count(*) as senders from sender group by account having count(*) >= ${leastSenders}
  ), reached as (
    select s.account, c.contact, s.holder from sender s semi join senders using (account) join contact c using (holder)
      semi join having_it using (contact)
  ), together as (
    select * from reached
    qualify count(*) over (partition by account, contact) >= ${leastSenders}
  ), word as (
    select distinct coalesce(c.entity, s.subject) as holder, unnest(string_split(s.value, ' ')) as word
    from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
    where s.type = 'person' and s.property = 'name'
      and coalesce(c.entity, s.subject) in (select holder from together)
  ), related as (
    select distinct a.account, a.contact, a.holder
    from together a join together b on b.account = a.account and b.contact = a.contact and b.holder < a.holder
      join word v on v.holder = a.holder join word w on w.holder = b.holder
    where length(v.word) > 2 and jaro_winkler_similarity(v.word, w.word) >= ${leastLikeness}
  ), strangers as (
    select * from together anti join related using (account, contact, holder)
  ), told as (
    select t.account, t.contact, list_sort(list(s.payment)) as payments, count(*) as times,
      case when count(s.amount) = count(*) then ${sumOf(sql`s.amount`)} end as amount,
      min(s.day)::varchar as first, max(s.day)::varchar as last
    from strangers t join single s using (account, holder) group by all
  ), counts as (
    select account, contact, count(*) as linked from strangers group by all having count(*) >= ${leastSenders}
  )
  select c.account, c.linked, n.senders, h.owners as "having", t.payments, t.amount, t.times, t.first, t.last,
    (select count(distinct holder) from sent) as everybody,
    (select count(*) from senders) * (select count(*) from having_it) as combinations
  from counts c join senders n using (account) join having_it h using (contact) join told t using (account, contact)
  qualify row_number() over (partition by c.account order by c.linked desc, h.owners, c.contact) = 1
  order by c.account`;

/** In words; what they say is of the counts alone. */
export function linkedSendersLead(found: Linked): Lead {
  const { account, linked, senders, everybody, having, payments, times } = found;
  const chance = chanceOfAtLeast({ balls: everybody, marked: having, draws: senders }, linked);
  return {
    kind: 'linked-senders',
    accounts: [account],
    held: [account],
    payments,
    chance,
    told: [
      {
        code: 'senders.linked',
        values: { linked, senders, having },
        words: `Of ${counted(senders, 'person', 'persons')} who pay this account and not month after month, ${linked} have one phone or address in common and no name. ${counted(having, 'payer')} in all have it.`,
      },
      chanceTold(
        'senders.chance',
        chance,
        'Were the payers drawn from all who pay anybody, so many of them or more would have it',
      ),
    ],
    figures: { linked, senders, having },
    picture: {
      kind: 'flow',
      currency: null,
      nodes: [
        { subject: null, words: null, accounts: linked, step: 0 },
        { subject: 0, words: null, step: 1 },
      ],
      flows: [{ from: 0, to: 1, amount: found.amount ?? 0, times, first: found.first, last: found.last }],
    },
  };
}
