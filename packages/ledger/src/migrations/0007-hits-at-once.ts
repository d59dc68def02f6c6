import type { Migration } from './migration.ts';

const references = [
  ['hit', 'recipient', 'partner'],
  ['hit', 'other', 'partner'],
  ['hit_side', 'hit', 'hit'],
  ['hit_side', 'own_contribution', 'contribution'],
] as const;

export const hitsAtOnce: Migration = {
  number: 7,
  title: 'What hits name is looked for once for all that are written together',
  sql: `
-- A foreign key looks for what each row names with a query of its own: half of what writing some thousand hits takes. This
-- looks for all of a statement at once. Nothing that is named can go: these tables are append-only.
create function refuse_unknown() returns trigger language plpgsql as $body$
declare
  is_missing boolean;
begin
  execute format('select exists (select from added a where not exists (select from %I.%I n where n.id = a.%I))',
    tg_table_schema, tg_argv[1], tg_argv[0]) into is_missing;
  if is_missing then
    raise foreign_key_violation
      using message = format('%I.%I names what is not in %I', tg_table_name, tg_argv[0], tg_argv[1]);
  end if;
  return null;
end
$body$;

${references
  .map(
    ([table, column, named]) =>
      `alter table ${table} drop constraint ${table}_${column}_fkey;
create trigger known_${column} after insert on ${table} referencing new table as added
  for each statement execute function refuse_unknown('${column}', '${named}');`,
  )
  .join('\n')}
`,
};
