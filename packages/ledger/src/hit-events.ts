import { type Database, instant } from './database.ts';
import { openText, sealText } from './vault/sealed-text.ts';

/** What an owner says to a request. */
export const hitAnswers = {
  share: 'All that is held on it may be read',
  'share-part': 'The properties named may be read',
  refuse: 'Nothing is shared',
  'need-more': 'The owner asks back before it decides',
} as const;

export type HitAnswer = keyof typeof hitAnswers;

export interface NewHitEvent {
  readonly hit: string;
  readonly event: 'seen' | 'requested' | 'answered';
  /** With `answered` only. */
  readonly answer?: HitAnswer | undefined;
  /** The person. */
  readonly by: string;
  /** What the words may speak of: they are sealed under the data keys of all of these. */
  readonly contributions: readonly string[];
  /** In the person's words; null where none were given. */
  readonly reason: string | null;
  readonly at: string;
}

export interface HitEvent {
  readonly event: NewHitEvent['event'] | 'withdrawn' | 'returned';
  readonly answer: HitAnswer | null;
  readonly by: string;
  /** Null where no words were given, and once one of the contributions they were sealed under is erased. */
  readonly reason: string | null;
  readonly at: string;
}

/** Keeps what happened to a hit. Nothing is replaced: the last event counts. */
export async function addHitEvent(database: Database, event: NewHitEvent): Promise<void> {
  const { contributions, reason } = event;
  const sealed = reason === null ? null : await sealText(database, contributions, reason);
  await database.query(
    `insert into hit_event (hit, event, answer, by, contributions, sealed, at)
     values ($1, $2, $3, $4, $5::json, $6, $7)`,
    [
      event.hit,
      event.event,
      event.answer ?? null,
      event.by,
      JSON.stringify(reason === null ? [] : contributions),
      sealed,
      event.at,
    ],
  );
}

/** Everything that happened to a hit after it was told, in order, with the words that can still be read. */
export async function hitEvents(database: Database, hit: string): Promise<readonly HitEvent[]> {
  const rows = await database.query<EventRow>(
    `select event, answer, by, contributions, sealed, at from hit_event where hit = $1 order by number`,
    [hit],
  );
  return Promise.all(
    rows.map(async ({ contributions, sealed, ...row }) => ({
      ...row,
      reason: sealed === null ? null : await openText(database, contributions, sealed),
      at: instant(row.at),
    })),
  );
}

interface EventRow extends Omit<HitEvent, 'reason' | 'at'> {
  readonly contributions: readonly string[];
  readonly sealed: string | null;
  readonly at: Date;
}

/**
 * How long a partner takes to answer requests, in hours: a performance indicator. A request that the hub withdrew
 * before it was answered counts neither as answered nor as open.
 */
export interface AnswerTimes {
  readonly owner: string;
  readonly requests: number;
  readonly answered: number;
  /** From the request to the first answer after it; null where none was answered. */
  readonly medianHours: number | null;
  /** Nine of ten were answered within. */
  readonly ninetiethHours: number | null;
  /** The same from the moment when the recipient was told of the hit. */
  readonly medianHoursFromTold: number | null;
  readonly open: number;
  /** The age of the oldest request that waits; null where none does. */
  readonly oldestOpenHours: number | null;
}

/** Answer times by owner, up to a moment: of one owner, or of all. */
export function answerTimes(
  database: Database,
  options: { readonly at: string; readonly owner?: string | undefined },
): Promise<readonly AnswerTimes[]> {
  return database.query<AnswerTimes>(
    `with request as (
       select h.other as owner, h.told_at, r.at as asked_at, next.event, next.at as next_at
       from hit_event r join hit h on h.id = r.hit
       left join lateral (
         select event, at from hit_event
         where hit = r.hit and number > r.number and event in ('answered', 'withdrawn')
         order by number limit 1
       ) next on true
       where r.event = 'requested' and ($2::text is null or h.other = $2))
     select owner, count(*)::integer as requests,
       (count(*) filter (where event = 'answered'))::integer as answered,
       ${percentile(0.5, 'asked_at')} as "medianHours",
       ${percentile(0.9, 'asked_at')} as "ninetiethHours",
       ${percentile(0.5, 'told_at')} as "medianHoursFromTold",
       (count(*) filter (where event is null))::integer as open,
       (extract(epoch from $1::timestamptz - min(asked_at) filter (where event is null)) / 3600)::float8
         as "oldestOpenHours"
     from request group by owner order by owner`,
    [options.at, options.owner ?? null],
  );
}

function percentile(share: number, from: string): string {
  return `(percentile_cont(${share}) within group (order by extract(epoch from next_at - ${from})::float8)
    filter (where event = 'answered') / 3600)::float8`;
}
