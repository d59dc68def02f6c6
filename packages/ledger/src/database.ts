/**
 * The one seam between the ledger and its store: plain SQL with numbered parameters, the same text on PGlite and on
 * a PostgreSQL server. Values come back as JavaScript makes them: timestamps as `Date`, json as data.
 */
export interface Database {
  query<T>(text: string, values?: readonly unknown[]): Promise<readonly T[]>;
}

/** What people gave and decided. Reads go through `query`; every write through `transaction`. */
export interface Ledger extends Database {
  /** All or nothing, and on the disk when it returns. */
  transaction<T>(write: (database: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A timestamp of the ledger as ISO 8601 in UTC. */
export function instant(value: Date | string): string {
  return (typeof value === 'string' ? new Date(value) : value).toISOString();
}
