// The values that a property with a fixed vocabulary may have.

import { indicators } from '@clew/model/exploitation/indicators.ts';
import { crimeAreas } from '@clew/model/ontology/crime-areas.ts';
import { roles } from '@clew/model/ontology/roles.ts';
import { type SubjectCategory, subjectCategories } from '@clew/model/terms/codes.ts';

export const categories = Object.keys(subjectCategories) as SubjectCategory[];

/** What the values of a kind are, and under which kind of name their titles stand; undefined where any text may stand. */
export function vocabularyOf(
  kind: string,
): { readonly names: string; readonly values: readonly string[] } | undefined {
  if (kind === 'category') return { names: 'category', values: categories };
  if (kind === 'crime-area') return { names: 'crimeArea', values: Object.keys(crimeAreas) };
  if (kind === 'role') return { names: 'personRole', values: Object.keys(roles) };
  if (kind === 'indicator') return { names: 'indicator', values: Object.keys(indicators) };
  if (kind === 'sex') return { names: 'sex', values: ['f', 'm', 'x'] };
  return undefined;
}
