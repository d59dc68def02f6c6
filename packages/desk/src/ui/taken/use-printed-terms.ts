import { useSitting } from '../../session/sitting.tsx';
import { type PrintedTerms, type Taken, termsOf } from './printed-terms.ts';

/** Says on what terms something is taken along by who sits here, now. */
export function usePrintedTerms(): (taken: Taken) => PrintedTerms {
  const { person, ground } = useSitting();
  return (taken) =>
    termsOf(taken, {
      purpose: ground?.purpose ?? '',
      project: ground?.project ?? null,
      person: person.person,
      at: new Date().toISOString(),
    });
}
