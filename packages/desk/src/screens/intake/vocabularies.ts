// The values that a property with a fixed vocabulary may have. Lists, because their homes bring parsers along.

import { indicators } from '@clew/model/exploitation/indicators.ts';
import { type CrimeArea, crimeAreas } from '@clew/model/ontology/crime-areas.ts';
import type { SubjectCategory } from '@clew/model/terms/terms.ts';
import type { Role } from '@clew/model/values/role.ts';

export const categories = [
  'suspect',
  'convicted',
  'potential-offender',
  'contact',
  'victim',
  'witness',
  'informant',
] as const satisfies readonly SubjectCategory[];

const roles = [
  'leader',
  'recruiter',
  'transporter',
  'harbourer',
  'guard',
  'money-handler',
  'document-supplier',
  'advertiser',
  'facilitator',
  'exploiter',
  'victim',
  'worker',
  'witness',
  'contact',
  'other',
] as const satisfies readonly Role[];

/** What the values of a kind are, and under which kind of name their titles stand; undefined where any text may stand. */
export function vocabularyOf(
  kind: string,
): { readonly names: string; readonly values: readonly string[] } | undefined {
  if (kind === 'category') return { names: 'category', values: categories };
  if (kind === 'crime-area') return { names: 'crimeArea', values: Object.keys(crimeAreas) as CrimeArea[] };
  if (kind === 'role') return { names: 'personRole', values: roles };
  if (kind === 'indicator') return { names: 'indicator', values: Object.keys(indicators) };
  if (kind === 'sex') return { names: 'sex', values: ['f', 'm', 'x'] };
  return undefined;
}
