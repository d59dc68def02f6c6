import { type Database, instant } from '../database.ts';

/** Entries that are looked through: who did nothing in so many of the newest has been away for long. */
const mostEntries = 200_000;

/**
 * When a person last did something before a moment (ISO 8601), as the audit log has it; null where that is long ago.
 * Steps of signing in do not count: they belong to the visit that they begin.
 */
export async function lastEntryBefore(
  database: Database,
  person: string,
  before: string,
): Promise<string | null> {
  const rows = await database.query<{ at: Date }>(
    `select at from audit
     where number > (select max(number) from audit) - $3::bigint and person = $1 and at < $2::timestamptz
       and (action not like 'sign-in.%' or action = 'sign-in.out')
     order by number desc limit 1`,
    [person, before, mostEntries],
  );
  const at = rows[0]?.at;
  return at === undefined ? null : instant(at);
}
