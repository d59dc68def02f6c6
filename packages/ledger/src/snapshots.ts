import { type Database, instant } from './database.ts';

/** What a snapshot was made from: with this and the engine's version each of its numbers can be had again. */
export interface SnapshotParts {
  /** Version of the engine. */
  readonly engine: string;
  /** Where the weights of linkage are not learnt. */
  readonly weights?: 'usual';
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

/**
 * Keeps that a snapshot was computed, and moves the pointer of a clearance to it ('' is the hub itself). Run it in a
 * transaction.
 */
export async function publishSnapshot(
  database: Database,
  snapshot: Omit<Snapshot, 'createdAt'>,
  { clearance, at }: { readonly clearance: string; readonly at: string },
): Promise<void> {
  await database.query(
    'insert into snapshot (id, parts, created_at) values ($1, $2::json, $3) on conflict (id) do nothing',
    [snapshot.id, JSON.stringify(snapshot.parts), at],
  );
  await database.query(
    `insert into published (clearance, snapshot, at) values ($1, $2, $3)
     on conflict (clearance) do update set snapshot = excluded.snapshot, at = excluded.at`,
    [clearance, snapshot.id, at],
  );
}

/** Which snapshot is the hub's own now, and what binds it since. */
export interface PublishedMark {
  readonly id: string;
  readonly publishedAt: string;
  /** The same as long as no terms were laid down and no erasure was ordered: neither is ever taken back. */
  readonly ruling: string;
}

/** The hub's own snapshot without what it was made from, which is long and never changes; undefined before the first. */
export async function publishedMark(database: Database): Promise<PublishedMark | undefined> {
  const rows = await database.query<{ id: string; at: Date; ruling: string }>(
    `select snapshot as id, at,
       concat((select count(*) from contribution_terms), ' ', (select count(*) from erasure)) as ruling
     from published where clearance = $1`,
    [''],
  );
  return rows.map(({ id, at, ruling }) => ({ id, publishedAt: instant(at), ruling }))[0];
}

/** The snapshot that a clearance is shown ('' is the hub itself), or undefined before the first. */
export async function publishedSnapshot(database: Database, clearance = ''): Promise<Published | undefined> {
  const rows = await database.query<PublishedRow>(`${selectPublished} where p.clearance = $1`, [clearance]);
  return rows.map(publishedFrom)[0];
}

/** The snapshots that anybody is shown. */
export async function publishedSnapshots(database: Database): Promise<readonly Published[]> {
  return (await database.query<PublishedRow>(`${selectPublished} order by p.clearance`)).map(publishedFrom);
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

interface PublishedRow extends SnapshotRow {
  readonly published_at: Date;
}

const selectPublished = `select s.id, s.parts, s.created_at, p.at as published_at
  from published p join snapshot s on s.id = p.snapshot`;

function publishedFrom(row: PublishedRow): Published {
  return { ...snapshotFrom(row), publishedAt: instant(row.published_at) };
}

function snapshotFrom(row: SnapshotRow): Snapshot {
  return { id: row.id, parts: row.parts, createdAt: instant(row.created_at) };
}
