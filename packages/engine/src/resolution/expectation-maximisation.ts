/** How often a pattern of levels was seen; -1 where a comparison says nothing. `bonus` in bits is added to the evidence. */
export interface PatternCount {
  readonly levels: readonly number[];
  readonly count: number;
  readonly bonus: number;
}

/** The pairs of one blocking rule. What the rule makes agree says nothing within its blocks and is left out there. */
export interface PatternGroup {
  readonly uses: ReadonlySet<number>;
  readonly patterns: readonly PatternCount[];
}

/** Shares of the levels of one comparison, by level number, among matches (m) and random pairs (u). */
export interface Shares {
  readonly m: readonly number[];
  readonly u: readonly number[];
  readonly fixed: boolean;
}

export interface Training {
  readonly shares: readonly Shares[];
  readonly iterations: number;
  /** The share of matches that each group is thought to have. */
  readonly matchShares: readonly number[];
}

/** Matches that the prior m counts for, and random pairs that the prior u counts for. */
const priorMatches = 60;
const priorPairs = 20_000;
const mostIterations = 300;
const settled = 1e-6;

/**
 * m by expectation-maximisation over counted patterns, one share of matches per blocking rule; u from random pairs, those
 * among them that look like matches discounted. Both start from priors that weigh as much as a number of observations
 * (Dirichlet), so that few rows rest on the priors and many on themselves.
 *
 * Fellegi and Sunter, "A theory for record linkage", JASA 64, 1969; Winkler, "Using the EM algorithm for weight
 * computation in the Fellegi-Sunter model", 1988.
 */
export function maximiseExpectation(
  priors: readonly Shares[],
  groups: readonly PatternGroup[],
  random: readonly PatternCount[],
): Training {
  let shares = priors;
  let matchShares = groups.map(() => 0.1);
  let randomShare = 1e-4;
  let iterations = 0;
  for (; iterations < mostIterations; iterations++) {
    const bits = shares.map((share) => share.m.map((m, level) => Math.log2(m / (share.u[level] as number))));
    const matched = shares.map((share) => share.m.map(() => 0));
    const next = groups.map((group, index) =>
      collect(group, { bits, share: matchShares[index] as number, into: matched, matches: true }),
    );
    const apart = shares.map((share) => share.m.map(() => 0));
    const everything = { uses: new Set<number>(), patterns: random };
    randomShare = collect(everything, { bits, share: randomShare, into: apart, matches: false });
    const moved = shares.map((share, index): Shares => {
      const prior = priors[index] as Shares;
      if (share.fixed) return share;
      return {
        m: blended(prior.m, matched[index] as number[], priorMatches),
        u: blended(prior.u, apart[index] as number[], priorPairs),
        fixed: false,
      };
    });
    const change = largestChange(shares, moved, matchShares, next);
    shares = moved;
    matchShares = next;
    if (change < settled) break;
  }
  return { shares, iterations, matchShares };
}

/** Adds up the levels of the (non-)matches of a group; the share of matches comes back. */
function collect(
  group: PatternGroup,
  how: { bits: readonly (readonly number[])[]; share: number; into: number[][]; matches: boolean },
): number {
  let total = 0;
  let matches = 0;
  for (const pattern of group.patterns) {
    let evidence = Math.log2(how.share / (1 - how.share)) + pattern.bonus;
    pattern.levels.forEach((level, index) => {
      if (level >= 0 && !group.uses.has(index)) evidence += how.bits[index]?.[level] ?? 0;
    });
    const probability = 1 / (1 + 2 ** -evidence);
    total += pattern.count;
    matches += pattern.count * probability;
    const part = pattern.count * (how.matches ? probability : 1 - probability);
    pattern.levels.forEach((level, index) => {
      const sums = how.into[index];
      if (level >= 0 && sums !== undefined && !group.uses.has(index)) sums[level] = (sums[level] ?? 0) + part;
    });
  }
  // One match and one non-match more than seen, so that no share is ever 0 or 1.
  return (matches + 1e-3) / (total + 1);
}

function blended(prior: readonly number[], seen: readonly number[], strength: number): number[] {
  const total = seen.reduce((sum, one) => sum + one, 0);
  return prior.map((share, level) => (share * strength + (seen[level] ?? 0)) / (strength + total));
}

function largestChange(
  before: readonly Shares[],
  after: readonly Shares[],
  sharesBefore: readonly number[],
  sharesAfter: readonly number[],
): number {
  let change = 0;
  before.forEach((share, index) => {
    share.m.forEach((m, level) => {
      change = Math.max(change, Math.abs(m - (after[index]?.m[level] ?? 0)));
    });
  });
  sharesBefore.forEach((share, index) => {
    change = Math.max(change, Math.abs(share - (sharesAfter[index] ?? 0)));
  });
  return change;
}
