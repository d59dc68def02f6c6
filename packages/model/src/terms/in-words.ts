// In: terms or a label. Out: what they allow, part by part: as codes with their values, and in English words.
// Invariant: whoever says it in another language says the same parts in the same order.

import { handlingCodes, informationGrades, purposes, sourceGrades, subjectCategories } from './codes.ts';
import { gradingSchemes } from './grading.ts';
import { type Label, labelFrom } from './label.ts';
import type { Terms } from './terms.ts';

/** Every part that terms may have, and what its values are. */
export const termsParts = {
  purposes: 'Purposes, by their ids; none: for no purpose at all',
  project: 'The name of a project',
  handling: 'A handling code',
  restriction: 'The words of the owner',
  grade: 'The weakest grade of the source, and of the information',
  categories: 'Categories of the person, by their ids',
  uncategorised: 'Nothing: the person is in no category yet',
  minor: 'Nothing: the person is a minor',
  expires: 'The last day (ISO)',
  'category-otherwise': 'The category of persons whose row states none; nothing: they are in quarantine',
  graded: 'The grade as the provider wrote it, and the title of its scheme',
  tlp: 'A colour of the Traffic Light Protocol',
  lost: 'What the conversion of the provider’s grade lost, in English',
  origin: 'Where the owner has it from',
  suspicion: 'What the suspicion rests on',
  contact: 'Whom to ask',
} as const;

export interface TermsPart {
  readonly part: keyof typeof termsParts;
  readonly values: readonly string[];
}

/** What a label allows, part by part. */
export function labelParts(label: Label): TermsPart[] {
  return [
    { part: 'purposes', values: label.purposes },
    ...each('project', label.projects),
    ...each('handling', label.handling),
    ...each('restriction', label.restrictions),
    { part: 'grade', values: [label.source, label.information] },
    ...(label.categories.length === 0 ? [] : [{ part: 'categories' as const, values: label.categories }]),
    ...(label.uncategorised ? [{ part: 'uncategorised' as const, values: [] }] : []),
    ...(label.minor ? [{ part: 'minor' as const, values: [] }] : []),
    ...each('expires', label.expires === null ? [] : [label.expires]),
  ];
}

/** An owner's terms, part by part, as everybody is held to them. */
export function partsOfTerms(owner: string, terms: Terms): TermsPart[] {
  const label = labelFrom(owner, terms, { minor: false, personal: false });
  const scheme = terms.grading === undefined ? undefined : gradingSchemes[terms.grading.scheme];
  return [
    ...labelParts(label),
    { part: 'category-otherwise', values: terms.category === undefined ? [] : [terms.category] },
    ...(scheme === undefined
      ? []
      : [{ part: 'graded' as const, values: [terms.grading?.value ?? '', scheme.title] }]),
    ...each('tlp', terms.tlp === undefined ? [] : [terms.tlp]),
    ...each('lost', terms.lost ?? []),
    ...each('origin', terms.origin === undefined ? [] : [terms.origin]),
    ...each('suspicion', terms.suspicion === undefined ? [] : [terms.suspicion.basis]),
    ...each('contact', terms.contact === undefined ? [] : [terms.contact]),
  ];
}

function each(part: TermsPart['part'], values: readonly string[]): TermsPart[] {
  return values.map((value) => ({ part, values: [value] }));
}

/** What a label allows, in English, part by part. */
export function labelInWords(label: Label): string[] {
  return labelParts(label).map(partInWords);
}

/** An owner's terms in English, part by part. */
export function termsInWords(owner: string, terms: Terms): string[] {
  return partsOfTerms(owner, terms).map(partInWords);
}

/** A grade on the 4×4 scale in words. */
export function gradeInWords({ source, information }: Pick<Label, 'source' | 'information'>): string {
  return `${lower(sourceGrades[source])}; ${lower(informationGrades[information])}`;
}

/** One part in English. */
export function partInWords({ part, values }: TermsPart): string {
  return sentences[part](values);
}

const sentences: Readonly<Record<TermsPart['part'], (values: readonly string[]) => string>> = {
  purposes: (ids) => (ids.length === 0 ? 'for no purpose at all' : `for ${titles(ids, purposes)}`),
  project: ([name]) => `in project ${name}`,
  handling: ([code = '']) => `${code} ${titles([code], handlingCodes)}`,
  restriction: ([words = '']) => words,
  grade: ([from = '', what = '']) =>
    `at the weakest ${from}${what} (${titles([from], sourceGrades)}; ${titles([what], informationGrades)})`,
  categories: (ids) => `as ${titles(ids, subjectCategories)}`,
  uncategorised: () => 'in no category yet: quarantined',
  minor: () => 'a minor',
  expires: ([day]) => `until ${day}`,
  'category-otherwise': (ids) =>
    ids.length === 0
      ? 'persons whose row states no category are in quarantine'
      : `persons whose row states no category are taken as: ${titles(ids, subjectCategories)}`,
  graded: ([value, scheme]) => `graded ${value} in ${scheme} by the provider`,
  tlp: ([colour]) => `TLP:${colour} from the provider`,
  lost: ([loss]) => `lost: ${loss}`,
  origin: ([origin]) => `source ${origin}`,
  suspicion: ([basis]) => `suspicion: ${basis}`,
  contact: ([contact]) => `ask ${contact}`,
};

function titles(ids: readonly string[], known: Readonly<Record<string, string>>): string {
  return ids.map((id) => lower(known[id] ?? id)).join(', ');
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
