import type { SubjectCategory } from '@clew/model/terms/terms.ts';
import { saysMinor } from '@clew/model/values/category.ts';
import type { Standing } from './label-book.ts';
import type { RowSubject } from './row.ts';
import { mayBeMinor, type Span } from './seen.ts';

const thing: Standing = { category: undefined, unreadable: false, minor: false, personal: false };

/** Roles that make somebody of a category whom the law protects, where the row names no category. */
const protectedRoles: ReadonlySet<string> = new Set(['victim', 'witness']);

const minorTexts = new Map<string, boolean>();

/** Where the law puts a subject: its category as the row tells it, and whether it is a minor at the time of the row. */
export function standingOf(subject: RowSubject, at: Span | undefined): Standing {
  if (!subject.plan.isPerson) return thing;
  let category: SubjectCategory | undefined;
  let role: string | undefined;
  let minor = subject.standingTexts.some(textSaysMinor);
  for (const { property, value } of subject.stated) {
    if (property === 'category') category ??= value as SubjectCategory;
    else if (property === 'role' && protectedRoles.has(value)) role ??= value;
    else if (property === 'birthDate' && at !== undefined && !minor) minor = mayBeMinor(value, at);
    else if (property === 'age' && !minor) minor = Number(value) < 18;
  }
  return {
    category: category ?? (role as SubjectCategory | undefined),
    unreadable: subject.categoryUnreadable,
    minor,
    personal: true,
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
