/** One finding as products read it: a lead for a person to review, never a verdict. */
export interface FindingReason {
  /** One sentence per line of argument, in plain English. */
  readonly sentences: readonly string[];
  /** What else could explain it. */
  readonly otherwise: readonly string[];
  /** Figures behind the sentences, by name. */
  readonly figures: Readonly<Record<string, number | string | readonly string[]>>;
}

/** Where the research stands on an indicator. */
export type Standing = 'validated' | 'untested' | 'contradicted';
