import type { AccessPurpose } from '../../access/actor.ts';
import type { HandlingCode, SubjectCategory } from '../codes.ts';
import type { ErasureGround } from '../erasure.ts';

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

/** What may be decided when something is due. */
export const clockDecisions = {
  keep: 'It is still needed; kept until the next review',
  extend: 'More time, within what the law allows',
  noticed: 'The supervisory authority has been told',
  validated: 'It still meets the criteria under which it was taken in',
} as const;

export type ClockDecision = keyof typeof clockDecisions;

/**
 * Something the law makes due. Durations are ISO 8601 (`P6M`), counted in calendar time in UTC; where the month has
 * no such day the period ends with its last (Regulation (EEC, Euratom) 1182/71, Article 3(2)(c)).
 */
export interface Clock {
  readonly id: string;
  readonly title: string;
  /** Article, section. */
  readonly source: string;
  /** Contributions that hold at least one person of any of these kinds are meant; all of them where absent. */
  readonly concerns?: {
    readonly uncategorised?: true;
    readonly categories?: readonly SubjectCategory[];
    readonly minors?: true;
  };
  /** From when the first period runs: receipt; or the day in the owner's terms. */
  readonly from: 'receipt' | 'expiry';
  readonly period: string;
  /** From a decision to the next time it is due; absent where the decision ends it. Extending has its own period. */
  readonly again?: string;
  /** What 'extend' adds to the day on which it is due, and how long after the start it can be due at the latest. */
  readonly extension?: { readonly period: string; readonly longest: string };
  /** What nobody's decision leads to: erasure, or only a notice to the data protection officer. */
  readonly otherwise: 'erase' | 'notice';
  /** Decisions that move it. None: only the facts do (the owner's terms), or giving the notice is all there is to do. */
  readonly decisions: readonly ClockDecision[];
}

/** Codes, categories, clocks and tests of a jurisdiction, as data. */
export interface LegalProfile {
  readonly id: 'eu-europol' | 'us-28cfr23';
  readonly title: string;
  readonly law: string;
  readonly purposes: Readonly<Record<AccessPurpose, PurposeRule>>;
  /** What the handling codes mean here. */
  readonly handling: Readonly<Record<HandlingCode, string>>;
  readonly clocks: readonly Clock[];
  /** The article or section of each ground to erase; a clock brings its own. */
  readonly erasure: Readonly<Record<Exclude<ErasureGround, 'clock'>, string>>;
  /** Properties (`type.property`) that may not be kept at all: stage 2 refuses the value with a problem. */
  readonly refusedProperties: readonly string[];
  /** What must be stated with a contribution, beyond what the terms schema asks, and the law that asks it. */
  readonly demands: readonly Demand[];
}

export interface Demand {
  readonly kind: 'reasonable-suspicion' | 'category';
  /** Article, section. */
  readonly source: string;
}
