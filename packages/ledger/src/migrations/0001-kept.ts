import type { Migration } from './migration.ts';

export const kept: Migration = {
  number: 1,
  title: 'What people gave and decided',
  sql: `
create table partner (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  title text not null,
  country text,
  contact text not null,
  at timestamptz not null
);

create table contribution (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  partner text not null references partner (id),
  file_name text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null,
  object text not null unique check (object ~ '^[0-9a-f]{64}$'),
  received_at timestamptz not null
);

-- The data key of a contribution's bytes, wrapped. Destroying this row destroys the bytes.
create table vault_key (
  object text primary key references contribution (object),
  hub_key text not null,
  wrapped text not null
);

create table contribution_mapping (
  contribution text not null references contribution (id),
  version integer not null check (version > 0),
  mapping json not null,
  at timestamptz not null,
  primary key (contribution, version)
);

create table contribution_terms (
  contribution text not null references contribution (id),
  version integer not null check (version > 0),
  terms json not null,
  at timestamptz not null,
  primary key (contribution, version)
);

-- A file that could not be read under a mapping. Another mapping brings it back.
create table set_aside (
  contribution text not null,
  version integer not null,
  code text not null,
  reason text not null,
  at timestamptz not null,
  primary key (contribution, version),
  foreign key (contribution, version) references contribution_mapping (contribution, version)
);

create table judgement (
  number bigint generated always as identity primary key,
  a text not null,
  b text not null,
  verdict text not null check (verdict in ('same', 'different', 'unsure')),
  by text not null,
  reason text not null,
  at timestamptz not null,
  check (a < b)
);

create table snapshot (
  id text primary key check (id ~ '^[0-9a-f]{12}$'),
  parts json not null,
  created_at timestamptz not null
);

-- The pointer that publishing moves: at most one row.
create table published (
  single boolean primary key default true check (single),
  snapshot text not null references snapshot (id),
  at timestamptz not null
);

create table report (
  number bigint generated always as identity primary key,
  kind text not null,
  year integer not null,
  snapshot text not null references snapshot (id),
  at timestamptz not null
);

create table audit (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  action text not null,
  what text not null
);

create function refuse_change() returns trigger language plpgsql as $body$
begin
  raise exception 'Rows of % are never changed or removed', tg_table_name;
end
$body$;

create trigger append_only before update or delete on contribution for each row execute function refuse_change();
create trigger append_only before update or delete on contribution_mapping for each row execute function refuse_change();
create trigger append_only before update or delete on contribution_terms for each row execute function refuse_change();
create trigger append_only before update or delete on set_aside for each row execute function refuse_change();
create trigger append_only before update or delete on judgement for each row execute function refuse_change();
create trigger append_only before update or delete on snapshot for each row execute function refuse_change();
create trigger append_only before update or delete on report for each row execute function refuse_change();
create trigger append_only before update or delete on audit for each row execute function refuse_change();
create trigger fixed_key before update on vault_key for each row execute function refuse_change();
`,
};
