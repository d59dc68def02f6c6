import { useSitting } from '../../../session/sitting.tsx';
import type { NetworkContent } from '../network-content.ts';
import { type PrintedTerms, termsOf } from './printed-terms.ts';

/** Says on what terms something is taken along by who sits here, now. */
export function usePrintedTerms(): (content: NetworkContent) => PrintedTerms {
  const { person, ground } = useSitting();
  return (content) =>
    termsOf(content, {
      purpose: ground?.purpose ?? '',
      project: ground?.project ?? null,
      person: person.person,
      at: new Date().toISOString(),
    });
}
