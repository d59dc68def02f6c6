import { handlingCodes, informationGrades, sourceGrades } from '@clew/model/terms/codes.ts';
import type { Label } from '@clew/model/terms/label.ts';
import { purposes, subjectCategories } from '@clew/model/terms/terms.ts';

/** What a label allows, in words, on one line. */
export function termsText(label: Label): string {
  return termsParts(label).join('; ');
}

/** What a label allows, in words, part by part. */
export function termsParts(label: Label): string[] {
  const uses = label.purposes.map((purpose) => lower(purposes[purpose]));
  const codes = label.handling.map((code) => `${code} ${lower(handlingCodes[code])}`);
  const standing = label.categories.map((category) => lower(subjectCategories[category]));
  return [
    uses.length === 0 ? 'for no purpose at all' : `for ${uses.join(', ')}`,
    ...label.projects.map((project) => `in project ${project}`),
    ...codes,
    ...label.restrictions,
    `at the weakest ${label.source}${label.information} (${lower(sourceGrades[label.source])}; ${lower(informationGrades[label.information])})`,
    ...(standing.length === 0 ? [] : [`as ${standing.join(', ')}`]),
    ...(label.uncategorised ? ['in no category yet: quarantined'] : []),
    ...(label.minor ? ['a minor'] : []),
    ...(label.expires === null ? [] : [`until ${label.expires}`]),
  ];
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
