import type { Migration } from './migration.ts';

export const networkViews: Migration = {
  number: 5,
  title: 'Networks that people saved',
  sql: `
-- A network as somebody left it: ids and places, no content. \`sealed\` is its title. Its owner removes it again.
create table network_view (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  person text not null references person (id),
  purpose text not null,
  project text references project (id),
  things integer not null,
  document json not null,
  contributions json not null,
  sealed text not null,
  at timestamptz not null
);

create index network_view_of_person on network_view (person, purpose, project, at desc);

-- What somebody wrote beside a thing of it.
create table network_note (
  view text not null references network_view (id) on delete cascade,
  entity text not null,
  contributions json not null,
  sealed text not null,
  primary key (view, entity)
);
`,
};
