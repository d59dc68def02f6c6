import type { AccessPurpose } from '../../access/actor.ts';
import type { SubjectCategory } from '../terms.ts';

/** Whom a purpose may concern. */
export interface PurposeRule {
  /** Categories that may be read for this purpose. */
  readonly categories: readonly SubjectCategory[];
  /** Categories among them that need a recorded necessity in the project at hand. */
  readonly needNecessity: readonly SubjectCategory[];
  /** Minors of those categories: never, only with a recorded necessity in the project at hand, or as anybody else. */
  readonly minors: 'never' | 'necessity' | 'allowed';
  /** Whether persons whom nobody has put in a category may be read. */
  readonly uncategorised: boolean;
  /** Article, section. */
  readonly source: string;
}

/** Something the law makes due. Durations are ISO 8601 (`P6M`). */
export interface Clock {
  readonly id: string;
  readonly title: string;
  /** Article, section. */
  readonly source: string;
  /** Contributions that hold at least one such person are meant; all of them where absent. */
  readonly concerns?: {
    readonly uncategorised?: true;
    readonly categories?: readonly SubjectCategory[];
    readonly minors?: true;
  };
  /** From when the first period runs: receipt; or the day in the owner's terms. */
  readonly from: 'receipt' | 'expiry';
  readonly period: string;
  /** After a decision to keep; absent where there is no second period. */
  readonly again?: string;
  /** What nobody's decision leads to: erasure, or only a notice to the data protection officer. */
  readonly otherwise: 'erase' | 'notice';
  /** Decisions that stop it. */
  readonly decisions: readonly ('keep' | 'extend' | 'noticed' | 'validated')[];
}

/** Codes, categories, clocks and tests of a jurisdiction, as data. */
export interface LegalProfile {
  readonly id: 'eu-europol' | 'us-28cfr23';
  readonly title: string;
  readonly law: string;
  readonly purposes: Readonly<Record<AccessPurpose, PurposeRule>>;
  readonly clocks: readonly Clock[];
  /** Properties (`type.property`) that may not be kept at all: stage 2 refuses the value with a problem. */
  readonly refusedProperties: readonly string[];
  /** What must be stated with a contribution, beyond what the terms schema asks. */
  readonly demands: readonly ('reasonable-suspicion' | 'category')[];
}
