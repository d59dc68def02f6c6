import { type Database, instant } from './database.ts';

/** What a snapshot was made from: with this and the engine's version each of its numbers can be had again. */
export interface SnapshotParts {
  /** Version of the engine. */
  readonly engine: string;
  /** By contribution. */
  readonly contributions: readonly SnapshotPart[];
  /** How many judgements took part, the hash of the last word on each pair, and the last one of all when it was made. */
  readonly judgements: { readonly count: number; readonly hash: string; readonly through: number };
}

/** What a snapshot took from a contribution. */
export interface SnapshotPart {
  readonly id: string;
  /** The folder of its tables. */
  readonly folder: string;
  /** The hash of the terms under which it took part. */
  readonly terms: string;
  /** The labels whose statements took part, as 16 hex digits, with a mark where they were matched. */
  readonly labels: readonly string[];
}

export interface Snapshot {
  readonly id: string;
  readonly parts: SnapshotParts;
  readonly createdAt: string;
}

/** A snapshot that readers see now, and since when. */
export interface Published extends Snapshot {
  readonly publishedAt: string;
}

/** Keeps that a snapshot was computed, and moves the pointer to it. Run it in a transaction. */
export async function publishSnapshot(
  database: Database,
  snapshot: Omit<Snapshot, 'createdAt'>,
  at: string,
): Promise<void> {
  await database.query(
    'insert into snapshot (id, parts, created_at) values ($1, $2::json, $3) on conflict (id) do nothing',
    [snapshot.id, JSON.stringify(snapshot.parts), at],
  );
  await database.query(
    `insert into published (single, snapshot, at) values (true, $1, $2)
     on conflict (single) do update set snapshot = excluded.snapshot, at = excluded.at`,
    [snapshot.id, at],
  );
}

/** The published snapshot, or undefined before the first. */
export async function publishedSnapshot(database: Database): Promise<Published | undefined> {
  const rows = await database.query<SnapshotRow & { published_at: Date }>(
    `select s.id, s.parts, s.created_at, p.at as published_at
     from published p join snapshot s on s.id = p.snapshot`,
  );
  const row = rows[0];
  return row === undefined ? undefined : { ...snapshotFrom(row), publishedAt: instant(row.published_at) };
}

/** All snapshots ever published, the newest first. Their folders may have been pruned. */
export async function snapshots(database: Database): Promise<readonly Snapshot[]> {
  const rows = await database.query<SnapshotRow>(
    'select id, parts, created_at from snapshot order by created_at desc, id',
  );
  return rows.map(snapshotFrom);
}

interface SnapshotRow {
  readonly id: string;
  readonly parts: SnapshotParts;
  readonly created_at: Date;
}

function snapshotFrom(row: SnapshotRow): Snapshot {
  return { id: row.id, parts: row.parts, createdAt: instant(row.created_at) };
}
