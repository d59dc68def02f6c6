import { appendOnly } from './append-only.ts';
import type { Migration } from './migration.ts';

/** Who may do what. What changes over time is a row per change; the last one counts. */
export const people: Migration = {
  number: 2,
  title: 'People, projects and how they sign in',
  sql: `
-- Somebody who works with the hub, at a partner or (partner null) at the hub itself.
create table person (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9.@_-]{0,63}$'),
  title text not null,
  partner text references partner (id),
  at timestamptz not null
);

create table role_change (
  number bigint generated always as identity primary key,
  person text not null references person (id),
  role text not null,
  granted boolean not null,
  by text not null,
  reason text not null,
  at timestamptz not null
);

create table project (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  title text not null,
  purpose text not null,
  by text not null,
  at timestamptz not null,
  until date
);

create table project_member_change (
  number bigint generated always as identity primary key,
  project text not null references project (id),
  person text not null references person (id),
  joined boolean not null,
  by text not null,
  at timestamptz not null
);

-- A strict necessity: protected persons of these categories may be matched in this project. One person records it,
-- another approves it; until then it has no effect.
create table necessity (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  project text not null references project (id),
  categories json not null,
  minors boolean not null,
  reason text not null,
  by text not null,
  at timestamptz not null,
  until timestamptz not null check (until > at),
  unique (id, by)
);

create table necessity_answer (
  id text primary key,
  asked_by text not null,
  by text not null check (by <> asked_by),
  approved boolean not null,
  reason text not null,
  at timestamptz not null,
  foreign key (id, asked_by) references necessity (id, by)
);

create table necessity_end (
  id text primary key references necessity (id),
  by text not null,
  at timestamptz not null
);

-- Access beyond the rules: asked by one person, approved by another, for a time.
create table break_glass (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  person text not null references person (id),
  purpose text not null,
  project text references project (id),
  reason text not null,
  at timestamptz not null,
  unique (id, person)
);

create table break_glass_answer (
  id text primary key,
  asked_by text not null,
  by text not null check (by <> asked_by),
  approved boolean not null,
  reason text not null,
  at timestamptz not null,
  until timestamptz not null,
  foreign key (id, asked_by) references break_glass (id, person)
);

-- How a person signs in. Changes in place: what it was is nobody's business.
create table account (
  person text primary key references person (id),
  password text,
  second_factor text,
  last_step bigint,
  must_change boolean not null default false,
  -- When a one-time password stops working.
  password_until timestamptz,
  disabled boolean not null default false,
  at timestamptz not null
);

-- A person at an identity provider.
create table identity (
  issuer text not null,
  subject text not null,
  person text not null references person (id),
  at timestamptz not null,
  primary key (issuer, subject)
);

-- Only hashes of what the browser or the partner's system holds.
-- \`stage\` is what is still to be done before the session opens anything.
create table session (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  person text not null references person (id),
  stage text not null check (stage in ('code', 'password', 'enrolment', 'open')),
  -- The second factor on offer while it is being enrolled, sealed under the hub key.
  offered text,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  until timestamptz not null
);

create index session_of_person on session (person);

create table token (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  hash text not null unique,
  title text not null,
  person text not null references person (id),
  scopes json not null,
  by text not null,
  at timestamptz not null,
  until timestamptz not null
);

create table token_end (
  id text primary key references token (id),
  by text not null,
  at timestamptz not null
);

-- Answers to writes that were sent with an idempotency key, so that the same request is carried out once.
create table answered_request (
  person text not null,
  key text not null,
  request text not null,
  status integer,
  body text,
  at timestamptz not null,
  primary key (person, key)
);

${appendOnly(
  'person',
  'role_change',
  'project',
  'project_member_change',
  'necessity',
  'necessity_answer',
  'necessity_end',
  'break_glass',
  'break_glass_answer',
  'token',
  'token_end',
)}
`,
};
