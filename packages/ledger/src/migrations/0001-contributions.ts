import { appendOnly } from './append-only.ts';
import type { Migration } from './migration.ts';

/**
 * Who hands in what on which terms. Columns named `sealed` hold text under the data key of their contribution
 * (`vault/sealed-text.ts`): once the key is destroyed nobody can read them, whatever a database keeps of old rows.
 */
export const contributions: Migration = {
  number: 1,
  title: 'Partners and what they handed in',
  sql: `
create table partner (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  title text not null,
  country text,
  contact text not null,
  at timestamptz not null
);

-- Which ledger this is: a vault remembers whose it is, so that it is never swept by another's rows.
create table ledger_mark (
  single boolean primary key default true check (single),
  mark text not null
);

insert into ledger_mark (mark) values (gen_random_uuid()::text);

create table contribution (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  partner text not null references partner (id),
  sealed text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null,
  object text not null unique check (object ~ '^[0-9a-f]{64}$'),
  received_at timestamptz not null
);

create table contribution_mapping (
  contribution text not null references contribution (id),
  version integer not null check (version > 0),
  sealed text not null,
  by text,
  at timestamptz not null,
  primary key (contribution, version)
);

create table contribution_terms (
  contribution text not null references contribution (id),
  version integer not null check (version > 0),
  sealed text not null,
  by text,
  at timestamptz not null,
  primary key (contribution, version)
);

-- A file that could not be read under a mapping. Another mapping brings it back.
create table set_aside (
  contribution text not null,
  version integer not null,
  code text not null,
  sealed text not null,
  at timestamptz not null,
  primary key (contribution, version),
  foreign key (contribution, version) references contribution_mapping (contribution, version)
);

create table snapshot (
  id text primary key check (id ~ '^[0-9a-f]{12}$'),
  parts json not null,
  created_at timestamptz not null
);

-- What publishing moves: for the whole hub under the clearance '', else for what one clearance may see.
create table published (
  clearance text primary key,
  snapshot text not null references snapshot (id),
  at timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $body$
begin
  raise exception 'Rows of % are never changed or removed', tg_table_name;
end
$body$;

${appendOnly('ledger_mark', 'partner', 'contribution', 'contribution_mapping', 'contribution_terms', 'set_aside', 'snapshot')}
`,
};
