// In: the terms that stand and what their owner changes. Out: the terms after that, and whether they are tighter.
// Invariant: what is tighter allows nothing that was forbidden before; comparing is a partial order.
import { z } from 'zod';
import type { SubjectCategory } from './codes.ts';
import { crossCheckable, protectedCategories } from './label.ts';
import { restrictionsOf, type Terms, termsSchema } from './terms.ts';

/** Parts of terms as in a terms file. What is not named stays; null takes a part away. */
export const termsChangeSchema = z.record(z.string(), z.unknown());

export type TermsChange = z.output<typeof termsChangeSchema>;

/** Reads a change of these terms into the terms after it. */
export function changedTermsSchema(current: Terms) {
  return termsChangeSchema.transform((change) => merged(current, change)).pipe(termsSchema);
}

/** The terms after a change. Throws a ZodError when the change does not fit. */
export function restrictTerms(current: Terms, change: TermsChange): Terms {
  return changedTermsSchema(current).parse(change);
}

function merged(current: Terms, change: TermsChange): Record<string, unknown> {
  const { lost: _, ...stands } = current;
  const given = new Map<string, unknown>(Object.entries(stands));
  // An evaluation is changed as a whole: the one in the provider's own scheme and the one on the 4×4 must agree.
  if (change.grading !== undefined) for (const part of ['source', 'information']) given.delete(part);
  if (change.source !== undefined || change.information !== undefined) given.delete('grading');
  for (const [part, value] of Object.entries(change)) {
    if (value === null) given.delete(part);
    else given.set(part, value);
  }
  return Object.fromEntries(given);
}

/** What a change does to what may be done: `both` where it allows something new and forbids something else. */
export type TermsEffect = 'same' | 'tighter' | 'looser' | 'both';

export function termsEffect(before: Terms, after: Terms): TermsEffect {
  const [noLooser, noTighter] = [isAsTight(after, before), isAsTight(before, after)];
  if (noLooser) return noTighter ? 'same' : 'tighter';
  return noTighter ? 'looser' : 'both';
}

/** Whether `a` forbids all that `b` forbids, and more. */
export function isTighter(a: Terms, b: Terms): boolean {
  return isAsTight(a, b) && !isAsTight(b, a);
}

/**
 * Whether `a` allows nothing that `b` forbids: no other purpose or project, no code or word of restriction less, no
 * later end, nobody in a category of which more may be done. Evaluation, origin and contact allow nothing.
 */
export function isAsTight(a: Terms, b: Terms): boolean {
  const uses = usesOf(b);
  return (
    [...usesOf(a)].every((use) => uses.has(use)) &&
    b.handling.every((code) => code === 'H0' || a.handling.includes(code)) &&
    restrictionsOf(b).every((words) => restrictionsOf(a).includes(words)) &&
    (b.expires === undefined || (a.expires !== undefined && a.expires <= b.expires)) &&
    reserveOf(a.category) >= reserveOf(b.category)
  );
}

/** Purposes, operational analysis with its project; without one it is none. */
function usesOf({ purposes, project }: Terms): ReadonlySet<string> {
  const uses = purposes.flatMap((purpose) => {
    if (purpose !== 'operational-analysis') return [purpose];
    return project === undefined ? [] : [`${purpose} in ${project}`];
  });
  return new Set(uses);
}

/** How little may be done with persons of a category; least with those of none, who are in quarantine. */
function reserveOf(category: SubjectCategory | undefined): number {
  if (category === undefined) return 3;
  if (crossCheckable.has(category)) return 0;
  return protectedCategories.has(category) ? 2 : 1;
}
