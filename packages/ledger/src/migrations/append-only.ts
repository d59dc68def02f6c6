/** Triggers that keep the rows of these tables as they were written: no update, no delete, no truncate. */
export function appendOnly(...tables: readonly string[]): string {
  return tables
    .map(
      (table) =>
        `create trigger append_only before update or delete on ${table} for each row execute function refuse_change();
create trigger never_emptied before truncate on ${table} for each statement execute function refuse_change();`,
    )
    .join('\n');
}
