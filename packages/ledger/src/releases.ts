import { createHash } from 'node:crypto';
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

/** A release as it is kept. */
export interface KeptRelease extends Release {
  /** Made of kind, title and moment: it tells nothing of what the product rests on. */
  readonly id: string;
}

/** The id of a release. */
export function releaseId({ kind, title, at }: Pick<Release, 'kind' | 'title' | 'at'>): string {
  const made = JSON.stringify([kind, title, at]);
  return createHash('sha256').update(`clew release\n${made}`).digest('hex').slice(0, 16);
}

export interface ReleaseQuery {
  /** Only what this partner received, or what rests on its contributions: these alone are then named. */
  readonly partner?: string | undefined;
  /** Where the page before ended. For sealed cursors only: it tells how many there are. */
  readonly after?: number | undefined;
  readonly limit: number;
}

/** Releases, the newest first, and where the page ends; null on the last one. */
export async function releasesFor(
  database: Database,
  { partner, after, limit }: ReleaseQuery,
): Promise<{ readonly items: readonly KeptRelease[]; readonly next: number | null }> {
  const rows = await database.query<Omit<Release, 'at'> & { readonly at: Date; readonly number: number }>(
    `select * from (
       select r.number, r.kind, r.title, r.snapshot, r.recipients, r.by, r.at,
         case when $1::text is null then r.contributions else (
           select coalesce(json_agg(c.id order by c.id), '[]'::json) from contribution c
           where c.partner = $1 and r.contributions::jsonb @> to_jsonb(c.id)) end as contributions
       from release r
     ) seen
     where ($1::text is null or json_array_length(contributions) > 0 or recipients::jsonb @> to_jsonb($1::text))
       and ($2::bigint is null or number < $2::bigint)
     order by number desc limit $3`,
    [partner ?? null, after ?? null, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(({ number: _, ...row }) => {
    const release = { ...row, at: instant(row.at) };
    return { id: releaseId(release), ...release };
  });
  return { items, next: rows.length > limit && last !== undefined ? last.number : null };
}
