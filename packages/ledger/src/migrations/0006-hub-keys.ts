import { appendOnly } from './append-only.ts';
import type { Migration } from './migration.ts';

export const hubKeys: Migration = {
  number: 6,
  title: 'Changes of the hub key',
  sql: `
-- With the hub key changes the key that signs the audit log: the old one signs up to this entry, the new one after it.
create table hub_key_change (
  number bigint primary key references audit (number),
  old_key text not null,
  new_key text not null,
  signed_by_old text not null,
  signed_by_new text not null,
  at timestamptz not null
);

${appendOnly('hub_key_change')}
`,
};
