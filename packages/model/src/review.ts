/** What a person thinks of a finding. Kept for good; the last word on a finding counts. */
export interface Review {
  readonly detector: string;
  /** The statements behind the finding, as 16 hex digits. */
  readonly evidence: readonly string[];
  readonly verdict: 'confirmed' | 'dismissed' | 'unsure';
  readonly by: string;
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}
