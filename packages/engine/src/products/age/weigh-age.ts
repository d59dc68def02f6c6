// In: what was recorded of somebody's age, each with the day of the record. Out: what each piece makes the person on the
// days that matter, where pieces contradict one another, and whether the person is to be treated as a child.
// Invariant: one piece that leaves a child open is enough; none makes an adult of somebody whom another may make a child
// (Directive 2011/36/EU, Article 13(2): an uncertain age, with reasons to believe that it is a child's, is a child's).

import { ageOfMajority, agesOf } from '@clew/model/values/age.ts';
import { bornSpan } from '@clew/model/values/estimated-date.ts';
import { type Span, spanOf } from '../../statements/seen.ts';

/** Where a piece of evidence comes from. `flag`: the record says that it is a minor, and not why. */
export const ageSources = ['birth', 'document', 'assessed', 'age', 'profile', 'flag'] as const;
export type AgeSource = (typeof ageSources)[number];

/** What somebody is by one piece of evidence on a day. */
export type AgeGroup = 'child' | 'open' | 'adult';

/** What somebody is to be taken for, over all that was recorded. `presumed-child`: a child is left open. */
export type AgeOutcome = 'child' | 'presumed-child' | 'adult' | 'unknown';

export interface AgeEvidence {
  readonly source: AgeSource;
  /** The compare key of a date of birth or of an age; empty for a flag. */
  readonly value: string;
  /** The day of the record, `YYYY-MM-DD`. */
  readonly on: string;
}

/** A piece of evidence beside the others. */
export interface WeighedAge {
  /** On the first and on the last day on which the person was recorded. */
  readonly first: AgeGroup;
  readonly last: AgeGroup;
  /** How many of the others cannot be true together with it. */
  readonly against: number;
}

/** Weighs pieces of evidence; `first` and `last` are the days on which the person was first and last recorded. */
export function weighAge(
  evidence: readonly AgeEvidence[],
  { first, last }: { readonly first: string; readonly last: string },
): readonly WeighedAge[] {
  const births = evidence.map(birthsOf);
  const [from, until] = [spanOf(first).first, spanOf(last).last];
  return births.map((born) => ({
    first: groupOn(born, from),
    last: groupOn(born, until),
    against: births.filter((other) => other.last < born.first || other.first > born.last).length,
  }));
}

/** What all pieces together make of somebody. */
export function ageOutcome(groups: readonly AgeGroup[]): AgeOutcome {
  if (groups.length === 0) return 'unknown';
  if (groups.every((group) => group === 'child')) return 'child';
  return groups.every((group) => group === 'adult') ? 'adult' : 'presumed-child';
}

/** The days on which somebody can have been born by a piece of evidence. */
function birthsOf({ source, value, on }: AgeEvidence): Span {
  if (source === 'birth' || source === 'document') return spanOf(value);
  const ages = source === 'flag' ? { youngest: 0, eldest: ageOfMajority - 1 } : agesOf(value);
  return spanOf(bornSpan(on, ages).value ?? on);
}

function groupOn({ first, last }: Span, day: number): AgeGroup {
  if (eighteenth(last) <= day) return 'adult';
  return eighteenth(first) > day ? 'child' : 'open';
}

/** The day on which somebody born on a day turns 18. Days since 1970. */
function eighteenth(born: number): number {
  const date = new Date(born * 86_400_000);
  return Math.round(date.setUTCFullYear(date.getUTCFullYear() + ageOfMajority) / 86_400_000);
}
