import { appendOnly } from './append-only.ts';
import type { Migration } from './migration.ts';

export const retention: Migration = {
  number: 4,
  title: 'Clocks, erasure, notices and the audit log',
  sql: `
-- A decision on something that a clock made due. \`until\` is when the clock is due again.
create table clock_decision (
  number bigint generated always as identity primary key,
  contribution text not null references contribution (id),
  clock text not null,
  decision text not null check (decision in ('keep', 'extend', 'noticed', 'validated')),
  sealed text not null,
  by text not null,
  at timestamptz not null,
  until timestamptz
);

-- An erasure that was ordered and is carried out, whatever stops the process in between.
-- The inventory says what was there before the first of it was removed.
create table erasure (
  contribution text primary key references contribution (id),
  ground text not null,
  law text not null,
  reason text not null,
  by text not null,
  inventory json not null,
  at timestamptz not null
);

create table erasure_certificate (
  contribution text primary key references erasure (contribution),
  certificate json not null,
  at timestamptz not null
);

-- Something that a partner (all its people) or the holders of a role must be told. Never content.
create table notice (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  partner text references partner (id),
  role text,
  kind text not null,
  about text not null,
  at timestamptz not null,
  check ((partner is null) <> (role is null))
);

create table notice_read (
  id text not null references notice (id),
  by text not null,
  at timestamptz not null,
  primary key (id, by)
);

-- Each row carries the hash of the one before: \`audit/chain.ts\`.
create table audit (
  number bigint primary key check (number > 0),
  at timestamptz not null,
  person text not null,
  via text not null,
  action text not null,
  what text not null,
  purpose text,
  project text,
  label text,
  outcome text not null,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$')
);

-- Where the chain ends. Whoever appends locks this row, so that two never take the same number.
create table audit_head (
  single boolean primary key default true check (single),
  number bigint not null,
  hash text not null
);

insert into audit_head (number, hash) values (0, repeat('0', 64));

-- A point of the chain, signed by the hub; countersigned elsewhere if somebody wants to.
create table audit_checkpoint (
  number bigint primary key references audit (number),
  hash text not null,
  signature text not null,
  at timestamptz not null
);

create table audit_countersignature (
  checkpoint bigint not null references audit_checkpoint (number),
  by text not null,
  public_key text not null,
  signature text not null,
  at timestamptz not null,
  primary key (checkpoint, public_key)
);

${appendOnly(
  'clock_decision',
  'erasure',
  'erasure_certificate',
  'notice',
  'notice_read',
  'audit',
  'audit_checkpoint',
  'audit_countersignature',
)}
`,
};
