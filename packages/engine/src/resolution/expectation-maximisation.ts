/**
 * How often a pattern of levels was seen; -1 where a comparison says nothing. `bonus` in bits is added to the evidence.
 * `explained` has a bit for each comparison whose level is no chance: it is not counted for u.
 */
export interface PatternCount {
  readonly levels: readonly number[];
  readonly count: number;
  readonly bonus: number;
  readonly explained?: number;
}

/**
 * Pairs of which patterns were counted, out of `pairs` in all; the others have nothing that could make them matches
 * (no block brings them together).
 */
export interface PatternGroup {
  readonly patterns: readonly PatternCount[];
  readonly pairs: number;
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
  /** The share of matches among all pairs. */
  readonly matchShare: number;
  /** One step per iteration, in order. */
  readonly history: readonly TrainingStep[];
}

/** What one iteration did. */
export interface TrainingStep {
  /** The largest change of any share, which ends training when it is small enough. */
  readonly change: number;
  /** Of the patterns of blocks under the shares that the iteration began with, in nats; priors left out. */
  readonly logLikelihood: number;
}

/** Matches that the prior m counts for, and random pairs that the prior u counts for. */
export const priorMatches = 60;
const priorPairs = 20_000;
const mostIterations = 300;
const settled = 1e-7;

/**
 * m by expectation-maximisation over counted patterns of the pairs that blocking brings, with the share of matches among
 * all pairs, so that what blocks make agree counts as what it is; u from random pairs, those among them that look like
 * matches discounted. Both start from priors that weigh as much as a number of observations (Dirichlet), so that few rows
 * rest on the priors and many on themselves.
 *
 * Fellegi and Sunter, "A theory for record linkage", JASA 64, 1969; Winkler, "Using the EM algorithm for weight
 * computation in the Fellegi-Sunter model", 1988.
 */
export function maximiseExpectation(
  priors: readonly Shares[],
  blocked: PatternGroup,
  random: readonly PatternCount[],
): Training {
  let shares = priors;
  let matchShare = blocked.pairs > 0 ? Math.min(0.1, 1000 / blocked.pairs) : 1e-4;
  let iterations = 0;
  const history: TrainingStep[] = [];
  for (; iterations < mostIterations; iterations++) {
    const bits = shares.map((share) => share.m.map((m, level) => Math.log2(m / (share.u[level] as number))));
    const likelihood = { nats: 0, unmatched: shares.map((share) => share.u.map((u) => Math.log(u))) };
    const matched = shares.map((share) => share.m.map(() => 0));
    const blockedHow = { bits, share: matchShare, into: matched, matches: true, likelihood };
    const matches = collect(blocked.patterns, blockedHow);
    const logLikelihood = likelihood.nats + uncounted(blocked) * Math.log(1 - matchShare);
    const apart = shares.map((share) => share.m.map(() => 0));
    collect(random, { bits, share: matchShare, into: apart, matches: false, likelihood });
    const moved = shares.map((share, index): Shares => {
      const prior = priors[index] as Shares;
      if (share.fixed) return share;
      return {
        m: blended(prior.m, matched[index] as number[], priorMatches),
        u: blended(prior.u, apart[index] as number[], priorPairs),
        fixed: false,
      };
    });
    // Something and nothing are never certain.
    const next = (matches + 1e-3) / (blocked.pairs + 1);
    const change = largestChange(shares, moved) + Math.abs(Math.log2(next / matchShare)) * 1e-3;
    shares = moved;
    history.push({ change, logLikelihood });
    matchShare = next;
    if (change < settled) break;
  }
  return { shares, iterations, matchShare, history };
}

/** Pairs that no block brings together: they are no matches. */
function uncounted({ patterns, pairs }: PatternGroup): number {
  return Math.max(0, pairs - patterns.reduce((sum, { count }) => sum + count, 0));
}

interface Collecting {
  readonly bits: readonly (readonly number[])[];
  readonly share: number;
  readonly into: number[][];
  readonly matches: boolean;
  /** `unmatched`: log u by comparison and level. */
  readonly likelihood: { nats: number; readonly unmatched: readonly (readonly number[])[] };
}

/** Adds up the levels of the (non-)matches and the likelihood; the number of matches comes back. */
function collect(patterns: readonly PatternCount[], how: Collecting): number {
  const prior = Math.log2(how.share / (1 - how.share));
  let matches = 0;
  for (const pattern of patterns) {
    let evidence = prior + pattern.bonus;
    let unmatched = Math.log(1 - how.share);
    pattern.levels.forEach((level, index) => {
      if (level < 0) return;
      evidence += how.bits[index]?.[level] ?? 0;
      unmatched += how.likelihood.unmatched[index]?.[level] ?? 0;
    });
    const probability = 1 / (1 + 2 ** -evidence);
    how.likelihood.nats += pattern.count * (unmatched + logOnePlus(evidence));
    matches += pattern.count * probability;
    const part = pattern.count * (how.matches ? probability : 1 - probability);
    pattern.levels.forEach((level, index) => {
      const sums = how.into[index];
      if (!how.matches && ((pattern.explained ?? 0) & (1 << index)) !== 0) return;
      if (level >= 0 && sums !== undefined) sums[level] = (sums[level] ?? 0) + part;
    });
  }
  return matches;
}

/** log(1 + 2^bits), exact where 2^bits is beyond what a number holds beside 1. */
function logOnePlus(bits: number): number {
  return Math.max(0, bits) * Math.LN2 + Math.log1p(2 ** -Math.abs(bits));
}

function blended(prior: readonly number[], seen: readonly number[], strength: number): number[] {
  const total = seen.reduce((sum, one) => sum + one, 0);
  return prior.map((share, level) => (share * strength + (seen[level] ?? 0)) / (strength + total));
}

function largestChange(before: readonly Shares[], after: readonly Shares[]): number {
  let change = 0;
  before.forEach((share, index) => {
    share.m.forEach((m, level) => {
      change = Math.max(change, Math.abs(m - (after[index]?.m[level] ?? 0)));
    });
  });
  return change;
}
