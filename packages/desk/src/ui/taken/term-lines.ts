import { handlingCodes } from '@clew/model/terms/codes.ts';
import { isolated } from '../../words/isolated.ts';
import type { Words } from '../../words/words.tsx';
import type { PrintedTerms } from './printed-terms.ts';

/** What is printed under a picture. */
export function termLines({ say, name, moment }: Words, terms: PrintedTerms): readonly string[] {
  const { codes, restrictions, owners, purpose, project, person, at } = terms;
  return [
    say('network.terms.head'),
    ...codes
      .filter((code) => code in handlingCodes)
      .map((code) => say('network.terms.code', { code, words: name('handling', code) })),
    ...restrictions,
    say('network.terms.owners', { owners: owners.join(', ') || '–' }),
    say('network.terms.purpose', {
      purpose: [name('purpose', purpose), project].filter(Boolean).join(' · '),
    }),
    say('network.terms.taken', { person: isolated(person), at: isolated(moment(at)) }),
    say('network.terms.lead'),
  ];
}
