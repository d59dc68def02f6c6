import { appendOnly } from './append-only.ts';
import type { Migration } from './migration.ts';

/**
 * What people decided. `contributions` (json, ids) names those that a text in `sealed` may speak of: it is sealed
 * under the data key of each, so that erasing one of them makes it unreadable.
 */
export const decisions: Migration = {
  number: 3,
  title: 'Judgements, reviews, hits and what leaves the hub',
  sql: `
create table judgement (
  number bigint generated always as identity primary key,
  a text not null,
  b text not null,
  verdict text not null check (verdict in ('same', 'different', 'unsure')),
  by text not null,
  contributions json not null,
  sealed text not null,
  at timestamptz not null,
  check (a < b)
);

create table review (
  number bigint generated always as identity primary key,
  detector text not null,
  evidence json not null,
  verdict text not null check (verdict in ('confirmed', 'dismissed', 'unsure')),
  by text not null,
  contributions json not null,
  sealed text not null,
  at timestamptz not null
);

-- A hit as one owner was told of it. Nothing of the other owner's content is in the row.
create table hit (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  recipient text not null references partner (id),
  other text not null references partner (id),
  kind text not null,
  type text not null,
  told_at timestamptz not null
);

create index hit_of_recipient on hit (recipient, told_at desc, id);
create index hit_of_other on hit (other, id);

-- What stands on both sides of a hit, as ids; a row whenever a snapshot finds it changed. The last one counts.
create table hit_side (
  number bigint generated always as identity primary key,
  hit text not null references hit (id),
  own json not null,
  own_contributions json not null,
  own_contribution text not null references contribution (id),
  own_row bigint not null,
  others json not null,
  other_contributions json not null,
  at timestamptz not null
);

create index hit_side_of_hit on hit_side (hit, number);

-- What happened to a hit after it was told.
create table hit_event (
  number bigint generated always as identity primary key,
  hit text not null references hit (id),
  event text not null check (event in ('seen', 'requested', 'answered', 'withdrawn', 'returned')),
  answer text check (answer in ('share', 'share-part', 'refuse', 'need-more')),
  by text not null,
  contributions json not null,
  sealed text,
  at timestamptz not null,
  check ((event = 'answered') = (answer is not null))
);

create index hit_event_of_hit on hit_event (hit, number);

-- What an owner lets another owner read after a hit: statements of these subjects, all properties or those named.
create table consent (
  number bigint generated always as identity primary key,
  hit text not null references hit (id),
  owner text not null references partner (id),
  recipient text not null references partner (id),
  subjects json not null,
  contributions json not null,
  properties json,
  by text not null,
  at timestamptz not null
);

create index consent_on_hit on consent (hit);

create table consent_end (
  number bigint primary key references consent (number),
  by text not null,
  reason text not null,
  at timestamptz not null
);

-- A product that left the hub: from which snapshot, over which contributions, to whom.
create table release (
  number bigint generated always as identity primary key,
  kind text not null,
  title text not null,
  snapshot text references snapshot (id),
  contributions json not null,
  recipients json not null,
  by text not null,
  at timestamptz not null
);

-- What came of it, as partners report it: arrests, victims safeguarded and so on.
create table result (
  number bigint generated always as identity primary key,
  partner text not null references partner (id),
  kind text not null,
  count integer not null check (count >= 0),
  day date not null,
  by text not null,
  at timestamptz not null
);

${appendOnly(
  'judgement',
  'review',
  'hit',
  'hit_side',
  'hit_event',
  'consent',
  'consent_end',
  'release',
  'result',
)}
`,
};
