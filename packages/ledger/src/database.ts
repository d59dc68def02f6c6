import type { Keyring } from './vault/keyring.ts';

/**
 * The one seam between the ledger and its store: plain SQL with numbered parameters, the same text on PGlite and on
 * a PostgreSQL server. Values come back alike on both: `timestamptz` as `Date`, `date` as `YYYY-MM-DD`, `bigint` as a
 * number, `json` as data. Give json as text (`JSON.stringify`) with `::json`.
 */
export interface Database {
  query<T>(text: string, values?: readonly unknown[]): Promise<readonly T[]>;
  /** The data keys of the contributions, for what is kept sealed: `vault/sealed-text.ts`. */
  readonly keys: Keyring;
}

/** What people gave and decided. Reads go through `query`; every write through `transaction`. */
export interface Ledger extends Database {
  /**
   * All or nothing, and on the disk when it returns. One transaction at a time, over all processes: what `write`
   * reads through the database it is given stays so until its end. It must not use the ledger itself, and as it can
   * be run again after a clash it must do nothing else that lasts.
   */
  transaction<T>(write: (database: Database) => Promise<T>): Promise<T>;
  /**
   * One statement that is a transaction of its own, and on the disk when it returns. It waits for writers of the same
   * rows alone, so that it must itself see to it that these are as it was meant for.
   */
  commit<T>(text: string, values: readonly unknown[]): Promise<readonly T[]>;
  /**
   * Grows when a transaction begins and when it has ended, however it ended: what was read when it was the same still
   * stands, but for what `commit` wrote. It knows of this process alone; a hub has one at a time.
   */
  readonly changes: () => number;
  close(): Promise<void>;
}

/** A timestamp of the ledger as ISO 8601 in UTC. */
export function instant(value: Date | string): string {
  return (typeof value === 'string' ? new Date(value) : value).toISOString();
}
