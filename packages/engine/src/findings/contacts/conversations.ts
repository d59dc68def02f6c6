// In: graph.* and the statements of messages. Out: what each adult's account wrote to each account of a minor, as counts.
// Invariant: only rows that their terms give to analysis are read; an account counts as a minor's where everybody who uses it is
// one, and as an adult's where nobody protected uses it; no text is kept, of a message only what it asks for.

import { labelFromText } from '@clew/model/terms/label.ts';
import { entityTable, joinedLabelTable, linkTable, momentTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementTable } from '../../statements/tables.ts';
import { readMessage } from './read-message.ts';
import { details, hiding, type Stage } from './wordings.ts';

/** Labels under which data may be analysed, and whether they are of a minor's data. A working table. */
const analysedLabelTable = defineTable('findings_work', 'analysed_label', {
  label: 'UBIGINT',
  minor: 'BOOLEAN',
});

/** Whose accounts: neither a minor's nor an adult's where both use one, or a victim does. A working table. */
const accountTable = defineTable('findings_work', 'contact_account', {
  account: 'UBIGINT',
  minor: 'BOOLEAN',
  adult: 'BOOLEAN',
});

/** Messages between an adult's account and a minor's, whoever writes. A working table. */
export const messageTable = defineTable('findings_work', 'contact_message', {
  message: 'UBIGINT',
  adult: 'UBIGINT',
  minor: 'UBIGINT',
  by_adult: 'BOOLEAN',
  day: 'DATE',
});

/** When a message first asked for something, and by which wording (of Clew's, not of the message). */
export interface Asked {
  readonly stage: Stage;
  readonly day: string | null;
  /** Null where not a wording told it but that the two went on elsewhere. */
  readonly wording: string | null;
}

/** What one adult's account and one minor's account have in common. */
export interface Conversation {
  readonly adult: bigint;
  readonly minor: bigint;
  /** Whether the adult's account wrote first. */
  readonly opened: boolean;
  /** On which it began; null where no message tells one. */
  readonly channel: string | null;
  readonly first: string | null;
  readonly last: string | null;
  /** Messages of the adult's account, and how many of them ask for each thing. */
  readonly messages: number;
  readonly asking: ReadonlyMap<Stage, number>;
  readonly asked: readonly Asked[];
}

/** Whether the adult wrote first and asked for three things or more, a detail of the child and hiding among them. */
export function isStaged({ opened, asked }: Pick<Conversation, 'opened' | 'asked'>): boolean {
  const has = (stage: Stage) => asked.some((each) => each.stage === stage);
  return opened && asked.length >= leastAsked && details.some(has) && hiding.some(has);
}

export const leastAsked = 3;

/** Fills the working tables. */
export async function gatherMessages(lake: Lake): Promise<void> {
  const labels = await lake.rows<{ label: bigint; content: string }>(
    sql`select label, content from ${joinedLabelTable} order by label`,
  );
  await loadTable(
    lake,
    analysedLabelTable,
    labels.flatMap(({ label, content }) => {
      const { uncategorised, purposes, minor } = labelFromText(content);
      const isAnalysed = purposes.includes('strategic-analysis') || purposes.includes('operational-analysis');
      return isAnalysed && !uncategorised ? [{ label, minor }] : [];
    }),
  );
  await lake.run(sql`create or replace table ${accountTable} as
    select l.target as account, bool_and(e.protected and a.minor) as minor, bool_and(not e.protected) as adult
    from ${linkTable} l semi join ${analysedLabelTable} u on u.label = l.label
      join ${entityTable} e on e.entity = l.source join ${analysedLabelTable} a on a.label = e.label
    where l.kind = 'uses' and l.source_type = 'person' and l.target_type in ('phone', 'handle')
    group by l.target order by account`);
  await lake.run(sql`create or replace table ${messageTable} as
    with sent as (
      select f.source as message, f.target as sender, t.target as recipient
      from ${linkTable} f semi join ${analysedLabelTable} u on u.label = f.label
        join ${linkTable} t on t.source = f.source and t.kind = 'communicated to'
        semi join ${analysedLabelTable} v on v.label = t.label
      where f.kind = 'communicated from'
    ), dated as (
      select entity as message, min(date) as day from ${momentTable}
      where kind = 'communication' and other is null group by entity
    )
    select s.message, case when f.adult then s.sender else s.recipient end as adult,
      case when f.adult then s.recipient else s.sender end as minor, f.adult as by_adult, d.day
    from sent s join ${accountTable} f on f.account = s.sender join ${accountTable} t on t.account = s.recipient
      left join dated d using (message)
    where (f.adult and t.minor) or (f.minor and t.adult)
    order by adult, minor, d.day, s.message`);
}

/** The conversations of each adult's account with minors' accounts, those of one account after the other. */
export async function* conversationsIn(lake: Lake): AsyncGenerator<Conversation> {
  let building: Building | undefined;
  for await (const batch of lake.stream(messagesInOrder)) {
    const [adults, minors, byAdult, days, channels, texts] = batch.columns as [
      readonly bigint[],
      readonly bigint[],
      readonly boolean[],
      readonly (string | null)[],
      readonly (string | null)[],
      readonly (string | null)[],
    ];
    for (let at = 0; at < batch.rowCount; at++) {
      const [adult, minor] = [adults[at] as bigint, minors[at] as bigint];
      if (building === undefined || building.adult !== adult || building.minor !== minor) {
        if (building !== undefined) yield building.conversation();
        building = new Building(adult, minor, byAdult[at] === true);
      }
      building.add({
        day: days[at] ?? null,
        channel: channels[at] ?? null,
        text: byAdult[at] === true ? (texts[at] ?? '') : null,
      });
    }
  }
  if (building !== undefined) yield building.conversation();
}

/** Messages in the order of accounts and time, with the text of the adult's; what a minor wrote is not read. */
const messagesInOrder: Query = sql`
  with told as (
    select coalesce(c.entity, s.subject) as message,
      min(s.value) filter (s.property = 'time') as time, min(s.value) filter (s.property = 'channel') as channel,
      min(coalesce(s.original, s.value)) filter (s.property = 'text') as text
    from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
    where s.type = 'communication' and s.property in ('time', 'channel', 'text') group by all
  )
  select m.adult, m.minor, m.by_adult, m.day::varchar as day, t.channel, case when m.by_adult then t.text end as text
  from ${messageTable} m left join told t using (message)
  order by m.adult, m.minor, m.day nulls last, t.time nulls last, m.message`;

/** A conversation while its messages come in. */
class Building {
  readonly adult: bigint;
  readonly minor: bigint;
  readonly #opened: boolean;
  readonly #asked = new Map<Stage, Asked>();
  readonly #asking = new Map<Stage, number>();
  #channel: string | null = null;
  #first: string | null = null;
  #last: string | null = null;
  #messages = 0;

  constructor(adult: bigint, minor: bigint, opened: boolean) {
    this.adult = adult;
    this.minor = minor;
    this.#opened = opened;
  }

  /** `text` is null for what the minor wrote. */
  add(message: {
    readonly day: string | null;
    readonly channel: string | null;
    readonly text: string | null;
  }): void {
    const { day, channel, text } = message;
    this.#first ??= day;
    this.#last = day ?? this.#last;
    const moved = channel !== null && this.#channel !== null && channel !== this.#channel;
    this.#channel ??= channel;
    if (text === null) return;
    this.#messages++;
    const found = new Map<Stage, string | null>(readMessage(text));
    if (moved && !found.has('move')) found.set('move', null);
    for (const [stage, wording] of found) {
      this.#asking.set(stage, (this.#asking.get(stage) ?? 0) + 1);
      if (!this.#asked.has(stage)) this.#asked.set(stage, { stage, day, wording });
    }
  }

  conversation(): Conversation {
    return {
      ...{ adult: this.adult, minor: this.minor, opened: this.#opened, channel: this.#channel },
      ...{ first: this.#first, last: this.#last, messages: this.#messages },
      ...{ asking: this.#asking, asked: [...this.#asked.values()] },
    };
  }
}
