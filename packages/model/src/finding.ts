import type { FindingPicture } from './finding-picture.ts';

/** A sentence as a code with its values, so that it can be said in any language. */
export interface SaidSentence {
  readonly code: string;
  readonly values: Readonly<Record<string, number | string | readonly string[]>>;
}

/** One finding as products read it: a lead for a person to review, never a verdict. */
export interface FindingReason {
  /** One sentence per line of argument, in plain English. */
  readonly sentences: readonly string[];
  /** The same sentences, one by one, as codes; absent where the detector has none. */
  readonly said?: readonly SaidSentence[];
  /** What else could explain it. */
  readonly otherwise: readonly string[];
  /** What to mind before anything is done about it. */
  readonly cautions?: readonly string[];
  /** Figures behind the sentences, by name. */
  readonly figures: Readonly<Record<string, number | string | readonly string[]>>;
  /** What a page can draw of it. */
  readonly picture?: FindingPicture;
}

/** Where the research stands on an indicator. */
export type Standing = 'validated' | 'untested' | 'contradicted';
