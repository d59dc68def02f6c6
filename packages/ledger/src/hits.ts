// In: links that a snapshot found, and what people asked and answered. Out: hits as they stand.
// Invariant: order, cursor and state of a hit depend only on what its own recipient may know; nothing is replaced.

import { endConsents } from './consents.ts';
import { type Database, instant } from './database.ts';
import type { HitAnswer } from './hit-events.ts';

/** The ids on both sides of a hit, 16 hex digits for subjects. The other's side is for the hub and for its owner. */
export interface HitSide {
  /** The recipient's own subjects, at most 100, and the contributions they stand in, in order. */
  readonly own: readonly string[];
  readonly ownContributions: readonly string[];
  /** Where the first of them stands. */
  readonly ownContribution: string;
  readonly ownRow: number;
  readonly others: readonly string[];
  readonly otherContributions: readonly string[];
}

/** A link that one owner is told of. The id is made of the recipient's own side. */
export interface FoundHit extends HitSide {
  readonly id: string;
  readonly recipient: string;
  readonly other: string;
  /** For example `the same phone`. */
  readonly kind: string;
  readonly type: string;
}

/** `told`: nobody asked yet, or the link came back. */
export type HitState = 'told' | 'requested' | 'answered' | 'withdrawn';

export interface Hit extends FoundHit {
  /** ISO 8601, UTC. */
  readonly toldAt: string;
  readonly state: HitState;
  /** The answer that stands; null unless the state is `answered`. */
  readonly answer: HitAnswer | null;
  /** Since when the state stands. */
  readonly since: string;
  /** Whether somebody of the recipient has read it. */
  readonly seen: boolean;
  /** Whether the other owner was ever asked about it: before that it knows nothing of this hit. */
  readonly asked: boolean;
  /** Whether a consent stands on it. */
  readonly shared: boolean;
}

/** Where a page of hits begins: after this hit, newest first. */
export interface HitCursor {
  readonly toldAt: string;
  readonly id: string;
}

export interface HitQuery {
  readonly type?: string | undefined;
  readonly other?: string | undefined;
  /** Every state but `withdrawn` unless told. */
  readonly states?: readonly HitState[] | undefined;
  readonly after?: HitCursor | undefined;
  readonly limit: number;
}

/** How many hits a partner has with another, of those that stand. */
export interface HitCount {
  readonly recipient: string;
  readonly other: string;
  readonly hits: number;
}

/** What a batch changed, as ids. */
export interface HitChange {
  readonly id: string;
  readonly recipient: string;
  readonly other: string;
}

/**
 * Keeps the hits of a batch as they are now: those that are new, those whose sides changed, those that come back.
 * Doing it again changes nothing. Three round trips, whatever the size.
 */
export async function addHits(
  database: Database,
  found: readonly FoundHit[],
  at: string,
): Promise<{ readonly told: readonly HitChange[]; readonly returned: readonly HitChange[] }> {
  if (found.length === 0) return { told: [], returned: [] };
  // Each statement is given no more than it asks for: the database reads all of it.
  const known = found.map(({ id, recipient, other, kind, type }) => ({ id, recipient, other, kind, type }));
  const told = await database.query<HitChange>(
    `insert into hit (id, recipient, other, kind, type, told_at)
     select id, recipient, other, kind, type, $2::timestamptz
     from json_to_recordset($1::json) as f(id text, recipient text, other text, kind text, type text)
     where not exists (select from hit where id = f.id)
     on conflict (id) do nothing returning id, recipient, other`,
    [JSON.stringify(known), at],
  );
  await database.query(addChangedSides, [JSON.stringify(found), at]);
  // Who was just told of for the first time has never been withdrawn.
  const isNew = new Set(told.map(({ id }) => id));
  const before = found.filter(({ id }) => !isNew.has(id)).map(({ id }) => id);
  if (before.length === 0) return { told, returned: [] };
  const returned = await database.query<HitChange>(
    `with back as (
       insert into hit_event (hit, event, by, contributions, at)
       select f.id, 'returned', 'hub', '[]', $2::timestamptz
       from json_array_elements_text($1::json) as f(id)
       join lateral (
         select event from hit_event where hit = f.id and event <> 'seen' order by number desc limit 1
       ) e on e.event = 'withdrawn'
       returning hit)
     select h.id, h.recipient, h.other from back join hit h on h.id = back.hit`,
    [JSON.stringify(before), at],
  );
  return { told, returned };
}

const addChangedSides = `
insert into hit_side
  (hit, own, own_contributions, own_contribution, own_row, others, other_contributions, at)
select f.id, f.own, f."ownContributions", f."ownContribution", f."ownRow", f.others, f."otherContributions",
  $2::timestamptz
from json_to_recordset($1::json) as f(id text, own json, "ownContributions" json, "ownContribution" text,
  "ownRow" bigint, others json, "otherContributions" json)
left join lateral (select * from hit_side where hit = f.id order by number desc limit 1) s on true
where s.number is null
  or (s.own_contribution, s.own_row) is distinct from (f."ownContribution", f."ownRow")
  or s.own::jsonb <> f.own::jsonb or s.own_contributions::jsonb <> f."ownContributions"::jsonb
  or s.others::jsonb <> f.others::jsonb or s.other_contributions::jsonb <> f."otherContributions"::jsonb`;

/**
 * Withdraws the hits whose id lies behind `after` and not behind `upto` (null: no end) and that are not among those
 * named: a batch of a snapshot in the order of ids, and what is missing in it.
 */
export async function withdrawMissingHits(
  database: Database,
  range: { readonly after: string; readonly upto: string | null; readonly found: readonly string[] },
  at: string,
): Promise<readonly HitWithdrawn[]> {
  const rows = await database.query<{ id: string }>(
    `select h.id from hit h
     where h.id > $1 and ($2::text is null or h.id <= $2) and ${isLive}
       and h.id not in (select json_array_elements_text($3::json)) order by h.id`,
    [range.after, range.upto, JSON.stringify(range.found)],
  );
  return withdrawHits(database, { ids: rows.map(({ id }) => id), reason: 'link-gone', at });
}

const isLive = `coalesce((
  select e.event from hit_event e where e.hit = h.id and e.event <> 'seen' order by e.number desc limit 1
), 'told') <> 'withdrawn'`;

/** A hit that no longer stands, and whether its other side had been asked: then it must be told too. */
export interface HitWithdrawn extends HitChange {
  readonly asked: boolean;
}

/** Withdraws hits and ends the consents on them. Those that are withdrawn already are left out. */
export async function withdrawHits(
  database: Database,
  given: { readonly ids: readonly string[]; readonly reason: 'link-gone' | 'erased'; readonly at: string },
): Promise<readonly HitWithdrawn[]> {
  if (given.ids.length === 0) return [];
  const rows = await database.query<HitWithdrawn>(
    `with gone as (
       insert into hit_event (hit, event, by, contributions, at)
       select h.id, 'withdrawn', 'hub', '[]', $2::timestamptz
       from hit h where h.id in (select json_array_elements_text($1::json)) and ${isLive}
       returning hit)
     select h.id, h.recipient, h.other,
       exists (select from hit_event e where e.hit = h.id and e.event = 'requested') as asked
     from gone join hit h on h.id = gone.hit order by h.id`,
    [JSON.stringify(given.ids), given.at],
  );
  const ids = rows.map(({ id }) => id);
  await endConsents(database, ids, { by: 'hub', reason: given.reason, at: given.at });
  return rows;
}

/**
 * Withdraws the hits that rest on one contribution alone, on either side, as its erasure asks. A hit that others
 * carry too stands until the next snapshot has looked at it; nothing of the erased one can be read through it.
 */
export async function withdrawHitsOf(
  database: Database,
  contribution: string,
  at: string,
): Promise<readonly HitWithdrawn[]> {
  const rows = await database.query<{ id: string }>(
    `select h.id from hit h join lateral ${lastSide} s on true
     where s.own_contributions::jsonb = jsonb_build_array($1::text)
        or s.other_contributions::jsonb = jsonb_build_array($1::text)`,
    [contribution],
  );
  return withdrawHits(database, { ids: rows.map(({ id }) => id), reason: 'erased', at });
}

const lastSide = '(select * from hit_side where hit = h.id order by number desc limit 1)';

const selectHit = `
select h.id, h.recipient, h.other, h.kind, h.type, h.told_at, s.own, s.own_contributions, s.own_contribution,
  s.own_row, s.others, s.other_contributions, e.event, e.answer, coalesce(e.at, h.told_at) as since,
  exists (select from hit_event where hit = h.id and event = 'seen') as seen,
  exists (select from hit_event where hit = h.id and event = 'requested') as asked,
  exists (select from consent c where c.hit = h.id
    and not exists (select from consent_end where number = c.number)) as shared
from hit h
join lateral ${lastSide} s on true
left join lateral (
  select event, answer, at from hit_event where hit = h.id and event <> 'seen' order by number desc limit 1
) e on true`;

const stateText = `case coalesce(e.event, 'returned') when 'returned' then 'told' else e.event end`;

/** The hits that a partner is told of, newest first. */
export function hitsOf(database: Database, recipient: string, query: HitQuery): Promise<readonly Hit[]> {
  return hitsWhere(database, 'h.recipient = $1', { ...query, values: [recipient] });
}

/** The hits of others that an owner was asked about, newest first. Of all others it knows nothing. */
export function hitsAskedOf(database: Database, owner: string, query: HitQuery): Promise<readonly Hit[]> {
  const asked = `h.other = $1 and exists (select from hit_event where hit = h.id and event = 'requested')`;
  return hitsWhere(database, asked, { ...query, values: [owner] });
}

async function hitsWhere(
  database: Database,
  condition: string,
  query: HitQuery & { readonly values: readonly unknown[] },
): Promise<readonly Hit[]> {
  const { type, other, after, states = ['told', 'requested', 'answered'] } = query;
  const rows = await database.query<HitRow>(
    `${selectHit} where ${condition}
       and ($2::text is null or h.type = $2) and ($3::text is null or $3 in (h.other, h.recipient))
       and ${stateText} in (select json_array_elements_text($4::json))
       and ($5::timestamptz is null or h.told_at < $5 or (h.told_at = $5 and h.id > $6))
     order by h.told_at desc, h.id limit $7`,
    [
      ...query.values,
      type ?? null,
      other ?? null,
      JSON.stringify(states),
      after?.toldAt ?? null,
      after?.id ?? null,
      query.limit,
    ],
  );
  return rows.map(hitFrom);
}

/** The hit with this id, withdrawn or not, or undefined. */
export async function findHit(database: Database, id: string): Promise<Hit | undefined> {
  const rows = await database.query<HitRow>(`${selectHit} where h.id = $1`, [id]);
  return rows.map(hitFrom)[0];
}

/** The state of a hit, the answer that stands and since when, or undefined where there is no such hit. */
export async function lastState(
  database: Database,
  id: string,
): Promise<Pick<Hit, 'state' | 'answer' | 'since'> | undefined> {
  const hit = await findHit(database, id);
  return hit === undefined ? undefined : { state: hit.state, answer: hit.answer, since: hit.since };
}

/** How many hits stand between whom: of one recipient, or of all. */
export async function hitCounts(
  database: Database,
  options: { readonly recipient?: string | undefined; readonly type?: string | undefined } = {},
): Promise<readonly HitCount[]> {
  return database.query<HitCount>(
    `select h.recipient, h.other, count(*)::integer as hits from hit h
     where ($1::text is null or h.recipient = $1) and ($2::text is null or h.type = $2) and ${isLive}
     group by h.recipient, h.other order by h.recipient, hits desc, h.other`,
    [options.recipient ?? null, options.type ?? null],
  );
}

/** The hits that a partner was told of, by how they stand now, and with how many others those are that stand. */
export interface HitTally {
  readonly told: number;
  readonly requested: number;
  readonly answered: number;
  readonly withdrawn: number;
  readonly others: number;
}

/** Counts the hits of one recipient; with `since` and `until` (ISO days) those that it was told of in that time. */
export async function tallyHits(
  database: Database,
  recipient: string,
  { since, until }: { readonly since?: string | undefined; readonly until?: string | undefined },
): Promise<HitTally> {
  const of = (state: string) => `(count(*) filter (where state = '${state}'))::integer as ${state}`;
  const rows = await database.query<HitTally>(
    `select ${['told', 'requested', 'answered', 'withdrawn'].map(of).join(', ')},
       (count(distinct other) filter (where state <> 'withdrawn'))::integer as others
     from (
       select h.other, ${stateText} as state from hit h
       left join lateral (
         select event from hit_event where hit = h.id and event <> 'seen' order by number desc limit 1
       ) e on true
       where h.recipient = $1
         and ($2::date is null or h.told_at >= $2::date)
         and ($3::date is null or h.told_at < $3::date + 1)) hit`,
    [recipient, since ?? null, until ?? null],
  );
  return rows[0] as HitTally;
}

interface HitRow {
  readonly id: string;
  readonly recipient: string;
  readonly other: string;
  readonly kind: string;
  readonly type: string;
  readonly told_at: Date;
  readonly own: readonly string[];
  readonly own_contributions: readonly string[];
  readonly own_contribution: string;
  readonly own_row: number | string;
  readonly others: readonly string[];
  readonly other_contributions: readonly string[];
  readonly event: 'requested' | 'answered' | 'withdrawn' | 'returned' | null;
  readonly answer: HitAnswer | null;
  readonly since: Date;
  readonly seen: boolean;
  readonly asked: boolean;
  readonly shared: boolean;
}

function hitFrom(row: HitRow): Hit {
  return {
    id: row.id,
    recipient: row.recipient,
    other: row.other,
    kind: row.kind,
    type: row.type,
    toldAt: instant(row.told_at),
    own: row.own,
    ownContributions: row.own_contributions,
    ownContribution: row.own_contribution,
    ownRow: Number(row.own_row),
    others: row.others,
    otherContributions: row.other_contributions,
    state: row.event === null || row.event === 'returned' ? 'told' : row.event,
    answer: row.answer,
    since: instant(row.since),
    seen: row.seen,
    asked: row.asked,
    shared: row.shared,
  };
}
