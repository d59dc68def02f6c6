/** What a reviewer's answer is expected to change. */
export interface Stake {
  /** The probability that what holds now is wrong. */
  readonly wrong: number;
  /** Pairs of records that would come together or apart. */
  readonly pairs: number;
  /** Pairs of owners that would be told of each other, or no longer. */
  readonly hits: number;
}

/** A hit makes somebody act, so it counts for as much as ten pairs of records. */
const pairsPerHit = 10;

/**
 * The expected change: how likely the answer turns the decision round, times what then changes. This is the value of
 * perfect information about the pair when a wrongly placed pair of records costs 1 (Howard, "Information value theory",
 * IEEE Transactions on Systems Science and Cybernetics 2, 1966). In pairs of records.
 */
export function decisionValue({ wrong, pairs, hits }: Stake): number {
  return wrong * (pairs + pairsPerHit * hits);
}

export function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** -weight);
}
