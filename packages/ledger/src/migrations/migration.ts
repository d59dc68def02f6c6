/** A change of the ledger's tables. Once released it is never edited: its text is recorded with its hash. */
export interface Migration {
  readonly number: number;
  readonly title: string;
  /** Statements in the dialect of PostgreSQL 15. */
  readonly sql: string;
}
