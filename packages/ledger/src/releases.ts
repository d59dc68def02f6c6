import { type Database, instant } from './database.ts';

/** A product that left the hub. Its snapshot stays, so that each of its numbers can be asked for again. */
export interface Release {
  /** For example `annual`. */
  readonly kind: string;
  readonly title: string;
  /** Null for what was not made from a snapshot. */
  readonly snapshot: string | null;
  /** Ids of the contributions that it was made from. */
  readonly contributions: readonly string[];
  /** Ids of partners, or names of others in words. Nobody is named for what is public. */
  readonly recipients: readonly string[];
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export async function addRelease(database: Database, release: Release): Promise<void> {
  await database.query(
    `insert into release (kind, title, snapshot, contributions, recipients, by, at)
     values ($1, $2, $3, $4::json, $5::json, $6, $7)`,
    [
      release.kind,
      release.title,
      release.snapshot,
      JSON.stringify([...new Set(release.contributions)].sort()),
      JSON.stringify(release.recipients),
      release.by,
      release.at,
    ],
  );
}

/** All releases in the order in which they were made. */
export async function releases(database: Database): Promise<readonly Release[]> {
  const rows = await database.query<Omit<Release, 'at'> & { at: Date }>(
    'select kind, title, snapshot, contributions, recipients, by, at from release order by number',
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}
