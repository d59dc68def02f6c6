/** What an indicator is counted over: one calendar year, or everything that the snapshot holds. */
export interface Scope {
  readonly year: number | null;
}
