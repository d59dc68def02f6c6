import type { SubjectCategory } from '@clew/model/terms/codes.ts';
import { ageOfMajority, agesOf } from '@clew/model/values/age.ts';
import { saysMinor } from '@clew/model/values/category.ts';
import type { Plan } from './plan.ts';
import type { RowSubject } from './row.ts';
import { mayBeMinor, type Span } from './seen.ts';

/** Where the law puts a person, as one row tells it. */
export interface Standing {
  readonly category: SubjectCategory | undefined;
  /** The row gives a category that cannot be read: nobody knows it, whatever the terms say of the rest. */
  readonly unreadable: boolean;
  readonly minor: boolean;
}

/** Roles that make somebody of a category whom the law protects, where the row names no category. */
const protectedRoles: ReadonlySet<string> = new Set(['victim', 'witness']);

/** Whoever may be a child by one of them is treated as one, however old another makes the person. */
const ages: ReadonlySet<string> = new Set(['age', 'assessedAge', 'profileAge']);

const minorTexts = new Map<string, boolean>();

/**
 * The persons whose standing the statements of each subject of a row take, in the order of the subjects: a person's
 * own; for a thing that is a person's in law (`standing` in the ontology) that of every such person of the row; of
 * other things none.
 */
export function standingsOf(
  plan: Plan,
  subjects: readonly RowSubject[],
  at: Span | undefined,
): readonly (readonly Standing[])[] {
  const own = new Map<number, Standing>();
  for (const subject of subjects) {
    if (subject.plan.isPerson) own.set(subject.plan.index, standingOf(subject, at));
  }
  return subjects.map(({ plan: { isPerson, index } }) => {
    const persons = isPerson ? [index] : (plan.bearers[index] as readonly number[]);
    return persons.map((person) => own.get(person)).filter((standing) => standing !== undefined);
  });
}

function standingOf(subject: RowSubject, at: Span | undefined): Standing {
  let category: SubjectCategory | undefined;
  let role: string | undefined;
  let minor = subject.standingTexts.some(textSaysMinor);
  for (const { property, value } of subject.stated) {
    if (property === 'category') category ??= value as SubjectCategory;
    else if (property === 'role' && protectedRoles.has(value)) role ??= value;
    else if (property === 'birthDate' && at !== undefined && !minor) minor = mayBeMinor(value, at);
    else if (ages.has(property) && !minor) minor = agesOf(value).youngest < ageOfMajority;
  }
  return {
    category: category ?? (role as SubjectCategory | undefined),
    unreadable: subject.categoryUnreadable,
    minor,
  };
}

function textSaysMinor(text: string): boolean {
  let known = minorTexts.get(text);
  if (known === undefined) {
    known = saysMinor(text);
    if (minorTexts.size > 10_000) minorTexts.clear();
    minorTexts.set(text, known);
  }
  return known;
}
