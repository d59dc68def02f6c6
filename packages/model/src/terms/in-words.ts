import { handlingCodes, informationGrades, sourceGrades } from './codes.ts';
import { gradingSchemes } from './grading.ts';
import { type Label, labelFrom } from './label.ts';
import { purposes, subjectCategories, type Terms } from './terms.ts';

/** What a label allows, in words, part by part. */
export function labelInWords(label: Label): string[] {
  const uses = label.purposes.map((purpose) => lower(purposes[purpose]));
  const codes = label.handling.map((code) => `${code} ${lower(handlingCodes[code])}`);
  const standing = label.categories.map((category) => lower(subjectCategories[category]));
  return [
    uses.length === 0 ? 'for no purpose at all' : `for ${uses.join(', ')}`,
    ...label.projects.map((project) => `in project ${project}`),
    ...codes,
    ...label.restrictions,
    `at the weakest ${label.source}${label.information} (${gradeInWords(label)})`,
    ...(standing.length === 0 ? [] : [`as ${standing.join(', ')}`]),
    ...(label.uncategorised ? ['in no category yet: quarantined'] : []),
    ...(label.minor ? ['a minor'] : []),
    ...(label.expires === null ? [] : [`until ${label.expires}`]),
  ];
}

/** A grade on the 4×4 scale in words. */
export function gradeInWords({ source, information }: Pick<Label, 'source' | 'information'>): string {
  return `${lower(sourceGrades[source])}; ${lower(informationGrades[information])}`;
}

/** An owner's terms in words, part by part, as everybody is held to them. */
export function termsInWords(owner: string, terms: Terms): string[] {
  const label = labelFrom(owner, terms, { minor: false, personal: false });
  const scheme = terms.grading === undefined ? undefined : gradingSchemes[terms.grading.scheme];
  return [
    ...labelInWords(label),
    ...(terms.category === undefined
      ? ['persons whose row states no category are in quarantine']
      : [`persons whose row states no category are taken as: ${lower(subjectCategories[terms.category])}`]),
    ...(scheme === undefined ? [] : [`graded ${terms.grading?.value} in ${scheme.title} by the provider`]),
    ...(terms.tlp === undefined ? [] : [`TLP:${terms.tlp} from the provider`]),
    ...(terms.lost ?? []).map((loss) => `lost: ${loss}`),
    ...(terms.origin === undefined ? [] : [`source ${terms.origin}`]),
    ...(terms.suspicion === undefined ? [] : [`suspicion: ${terms.suspicion.basis}`]),
    ...(terms.contact === undefined ? [] : [`ask ${terms.contact}`]),
  ];
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
