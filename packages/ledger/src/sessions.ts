import { type Database, instant } from './database.ts';

/** What is still to be done before a session opens anything; `open` is nothing. */
export type SessionStage = 'code' | 'password' | 'enrolment' | 'open';

/** A browser that somebody signed in with. The ledger knows the hash of what the browser holds, never that itself. */
export interface KeptSession {
  /** SHA-256 of the session's id, hex. */
  readonly hash: string;
  readonly person: string;
  readonly stage: SessionStage;
  /** The second factor on offer while it is being enrolled, sealed under the hub key. */
  readonly offered: string | null;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly seenAt: string;
  readonly until: string;
}

export async function addSession(database: Database, session: KeptSession): Promise<void> {
  await database.query(
    `insert into session (hash, person, stage, offered, started_at, seen_at, until)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      session.hash,
      session.person,
      session.stage,
      session.offered,
      session.startedAt,
      session.seenAt,
      session.until,
    ],
  );
}

export async function findSession(database: Database, hash: string): Promise<KeptSession | undefined> {
  const rows = await database.query<SessionRow>(
    'select hash, person, stage, offered, started_at, seen_at, until from session where hash = $1',
    [hash],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const { started_at, seen_at, ...rest } = row;
  return { ...rest, startedAt: instant(started_at), seenAt: instant(seen_at), until: instant(row.until) };
}

/** Notes that a session was used. */
export async function seeSession(database: Database, hash: string, at: string): Promise<void> {
  await database.query('update session set seen_at = greatest(seen_at, $2) where hash = $1', [hash, at]);
}

/** Keeps the second factor (sealed) that a session is enrolling. */
export async function offerSecondFactor(database: Database, hash: string, sealed: string): Promise<void> {
  await database.query('update session set offered = $2 where hash = $1', [hash, sealed]);
}

/** False when there was none: of two requests that end one session only one is told true. */
export async function endSession(database: Database, hash: string): Promise<boolean> {
  return (await database.query('delete from session where hash = $1 returning hash', [hash])).length > 0;
}

/** Ends every session of somebody. Gives how many there were. */
export async function endSessionsOf(database: Database, person: string): Promise<number> {
  return (await database.query('delete from session where person = $1 returning hash', [person])).length;
}

/** Ends every session of everybody. */
export async function endAllSessions(database: Database): Promise<void> {
  await database.query('delete from session');
}

/** Clears sessions that ended by themselves: past their end, or not seen since an instant (ISO 8601). */
export async function clearSessions(
  database: Database,
  limits: { readonly now: string; readonly notSeenSince: string },
): Promise<void> {
  await database.query('delete from session where until <= $1 or seen_at <= $2', [
    limits.now,
    limits.notSeenSince,
  ]);
}

interface SessionRow {
  readonly hash: string;
  readonly person: string;
  readonly stage: SessionStage;
  readonly offered: string | null;
  readonly started_at: Date;
  readonly seen_at: Date;
  readonly until: Date;
}
