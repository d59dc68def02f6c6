import { falseDiscoveryRates } from './chance.ts';

/** Of the leads reported, at most this share is expected to be chance. */
export const mostChance = 0.05;

/** Those that stay leads after correction for all that were tested, in their order. */
export function keepUnlikely<Candidate extends { readonly chance: number }>(
  candidates: readonly Candidate[],
  tested: number,
): (Candidate & { readonly chanceCorrected: number })[] {
  const rates = falseDiscoveryRates(
    candidates.map(({ chance }) => chance),
    tested,
  );
  return candidates
    .map((candidate, index) => ({ ...candidate, chanceCorrected: rates[index] as number }))
    .filter(({ chanceCorrected }) => chanceCorrected <= mostChance);
}
