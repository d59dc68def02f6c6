import type { PictureOf } from '@clew/model/finding-picture.ts';
import { entityTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementId, statementTable } from '../../statements/tables.ts';
import type { Proposed } from '../detector.ts';
import { grouped } from '../grouped.ts';
import { openPersonTable } from '../involvement.ts';
import { type ContactFigures, contactReason } from './contact-reason.ts';
import type { ContactCandidate } from './contact-test.ts';
import { type Conversation, messageTable } from './conversations.ts';
import { type Stage, stages } from './wordings.ts';

export interface FoundContact extends ContactCandidate {
  readonly chanceCorrected: number;
}

/** The staged conversations of the accounts that are told of. A working table. */
const stagedTable = defineTable('findings_work', 'staged_contact', { account: 'UBIGINT', minor: 'UBIGINT' });

interface Behind {
  readonly account: bigint;
  readonly evidence: readonly bigint[];
  readonly labels: readonly bigint[];
  readonly others: number;
  readonly people: readonly bigint[];
}

/** The most conversations of one account that a picture shows. */
const mostShown = 60;

/** Gathers the evidence of each account and puts it into words. */
export async function tellContacts(
  lake: Lake,
  found: readonly FoundContact[],
  context: { readonly tested: number; readonly otherwise: readonly string[] },
): Promise<Proposed[]> {
  await loadTable(
    lake,
    stagedTable,
    found.flatMap(({ account, staged }) => staged.map(({ minor }) => ({ account, minor }))),
  );
  const behind = new Map((await lake.rows<Behind>(behindQuery)).map((row) => [row.account, row]));
  return found.map((one): Proposed => {
    const rests = behind.get(one.account) as Behind;
    const figures = figuresOf(one, { others: rests.others, tested: context.tested });
    return {
      kind: 'contacts',
      subjects: [one.account, ...rests.people],
      evidence: rests.evidence,
      labels: rests.labels,
      reason: { ...contactReason(figures, context.otherwise), picture: contactPicture(one.staged) },
      chance: one.chance,
      chanceCorrected: one.chanceCorrected,
    };
  });
}

/** The statements behind: the messages of staged conversations, and who uses the account. */
const behindQuery: Query = sql`
  with message as (
    select s.account, m.message from ${stagedTable} s
      join ${messageTable} m on m.adult = s.account and m.minor = s.minor
  ), said as (
    select m.account, unnest(l.evidence) as statement, l.label from message m
      join ${linkTable} l on l.source = m.message and l.kind in ('communicated from', 'communicated to')
    union all
    select m.account, ${statementId('s')}, s.label
    from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
      join message m on m.message = coalesce(c.entity, s.subject)
    where s.type = 'communication' and s.property = 'channel'
    union all
    select l.target, l.evidence[1], l.label from ${linkTable} l
    where l.kind = 'uses' and l.target in (select account from ${stagedTable})
      and l.source in (select person from ${openPersonTable})
  ), rests as (
    select account, list_sort(list_distinct(list(statement))) as evidence, list_sort(list_distinct(list(label))) as labels
    from said group by account
  ), used as (
    select l.target as account, list_sort(list(distinct l.source)) as people from ${linkTable} l
    where l.kind = 'uses' and l.target in (select account from ${stagedTable})
      and l.source in (select person from ${openPersonTable}) group by l.target
  ), written as (
    select f.target as account, count(distinct t.target) as others
    from ${linkTable} f join ${linkTable} t on t.source = f.source and t.kind = 'communicated to'
      join ${entityTable} e on e.entity = t.target
    where f.kind = 'communicated from' and f.target in (select account from ${stagedTable})
      and t.target not in (select minor from ${messageTable}) group by f.target
  )
  select r.*, coalesce(w.others, 0) as others, coalesce(u.people, []) as people
  from rests r left join used u using (account) left join written w using (account)`;

function figuresOf(
  { opened, staged, expected, chance, chanceCorrected }: FoundContact,
  { others, tested }: { readonly others: number; readonly tested: number },
): ContactFigures {
  const days = staged
    .flatMap(({ first, last }) => (first === null || last === null ? [] : [first, last]))
    .sort();
  const [from, until] = [days[0], days.at(-1)];
  const asked = Object.fromEntries(
    stages.map((stage) => [
      stage,
      staged.filter((conversation) => conversation.asked.some((each) => each.stage === stage)).length,
    ]),
  ) as Record<Stage, number>;
  const channels = [...grouped(staged, ({ channel }) => channel)]
    .flatMap(([channel, on]) => (channel === null ? [] : [{ channel, count: on.length }]))
    .sort((a, b) => b.count - a.count || a.channel.localeCompare(b.channel))
    .map(({ channel }) => channel);
  return {
    ...{ opened, others, staged: staged.length, asked, channels, expected, chance, chanceCorrected, tested },
    days:
      from === undefined || until === undefined
        ? null
        : (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1,
  };
}

/** Conversation by conversation, in the order of their beginning; who the minors are is not in it. */
function contactPicture(staged: readonly Conversation[]): PictureOf<'contacts'> {
  const inOrder = staged.toSorted(
    (a, b) => (a.first ?? '').localeCompare(b.first ?? '') || (a.minor < b.minor ? -1 : 1),
  );
  return {
    kind: 'contacts',
    stages: stages.filter((stage) => inOrder.some(({ asked }) => asked.some((each) => each.stage === stage))),
    conversations: inOrder.slice(0, mostShown).map(({ first, last, messages, asked }) => ({
      ...{ first, last, messages },
      asked: stages.flatMap((stage) => asked.filter((each) => each.stage === stage)),
    })),
    more: Math.max(0, inOrder.length - mostShown),
  };
}
