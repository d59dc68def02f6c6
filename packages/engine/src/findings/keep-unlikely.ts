import { discreteDiscoveryRates, falseDiscoveryRates, type TestedAlike } from './chance.ts';

/** Of the leads reported, at most this share is expected to be chance. */
export const mostChance = 0.05;

/** Those that stay leads after correction for all that were tested, in their order. */
export function keepUnlikely<Candidate extends { readonly chance: number }>(
  candidates: readonly Candidate[],
  tested: number,
): Kept<Candidate>[] {
  return keepBy(candidates, (chances) => falseDiscoveryRates(chances, tested));
}

/** The same where it is known which chances each of those tested can come to. */
export function keepUnlikelyCounts<Candidate extends { readonly chance: number }>(
  candidates: readonly Candidate[],
  tested: readonly TestedAlike[],
): Kept<Candidate>[] {
  return keepBy(candidates, (chances) => discreteDiscoveryRates(chances, tested, mostChance));
}

export type Kept<Candidate> = Candidate & { readonly chanceCorrected: number };

function keepBy<Candidate extends { readonly chance: number }>(
  candidates: readonly Candidate[],
  ratesOf: (chances: readonly number[]) => readonly number[],
): Kept<Candidate>[] {
  const rates = ratesOf(candidates.map(({ chance }) => chance));
  return candidates
    .map((candidate, index) => ({ ...candidate, chanceCorrected: rates[index] as number }))
    .filter(({ chanceCorrected }) => chanceCorrected <= mostChance);
}
