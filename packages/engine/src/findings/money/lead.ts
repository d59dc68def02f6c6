import type { FindingReason } from '@clew/model/finding.ts';
import type { PictureOf } from '@clew/model/finding-picture.ts';
import type { Told } from '../told.ts';

/** What a rule found among payments, before correction for all that was tested. */
export interface Lead {
  /** Of the rule. */
  readonly kind: string;
  /** Accounts that are told, the main one first. Any other account may be a victim's: it is counted and not named. */
  readonly accounts: readonly bigint[];
  /** Of these, the ones whose holders are told as well. */
  readonly held: readonly bigint[];
  readonly payments: readonly bigint[];
  /** What was seen and what would be expected. */
  readonly told: readonly Told[];
  readonly figures: FindingReason['figures'];
  readonly chance: number;
  /** `subject` is the place among `accounts`. */
  readonly picture: PictureOf<'flow'>;
}

/** What one rule looked at. */
export interface Looked {
  /** How many were tested, reported or not. */
  readonly tested: number;
  readonly leads: readonly Lead[];
}
