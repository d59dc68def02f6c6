import type { Terms } from '../terms.ts';
import { euEuropol } from './eu-europol.ts';
import type { LegalProfile } from './legal-profile.ts';
import { us28cfr23 } from './us-28cfr23.ts';

/** Every legal profile that a hub can be made under. */
export const profiles: Readonly<Record<LegalProfile['id'], LegalProfile>> = {
  'eu-europol': euEuropol,
  'us-28cfr23': us28cfr23,
};

/** What is missing in the terms of a contribution under a profile, in sentences; empty when nothing is. */
export function termsFaults(profile: LegalProfile, terms: Terms): readonly string[] {
  return profile.demands
    .filter(({ kind }) => !isMet[kind](terms))
    .map(({ kind, source }) => `${demandTexts[kind]} (${source}).`);
}

const isMet: Readonly<Record<LegalProfile['demands'][number]['kind'], (terms: Terms) => boolean>> = {
  'reasonable-suspicion': ({ suspicion }) => suspicion !== undefined && suspicion.basis.trim() !== '',
  category: ({ category }) => category !== undefined,
};

/** What a demand asks of the terms. */
export const demandTexts: Readonly<Record<LegalProfile['demands'][number]['kind'], string>> = {
  'reasonable-suspicion':
    'The terms must say under `suspicion` on which facts the reasonable suspicion rests, or where they are recorded',
  category: 'The terms must say under `category` what persons are whose row does not say',
};

/** Whether a property of the ontology may not be kept under a profile. */
export function refusedBy(profile: LegalProfile): (type: string, property: string) => boolean {
  const refused = new Set(profile.refusedProperties);
  return (type, property) => refused.has(`${type}.${property}`);
}
