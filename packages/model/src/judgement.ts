/** What a person decided about a pair of source subjects. Kept for good; the last word on a pair counts. */
export interface Judgement {
  /** Subject ids as shown (`subjectText`), a < b. */
  readonly a: string;
  readonly b: string;
  readonly verdict: 'same' | 'different' | 'unsure';
  readonly by: string;
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}
