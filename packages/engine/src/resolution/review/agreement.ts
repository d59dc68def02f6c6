// In: what several reviewers said of the same things. Out: how far they agree beyond chance, with intervals.
// Invariant: the order of things, reviewers and verdicts does not matter; the same input gives the same figures.

/** What one reviewer said of one thing. Verdicts are names without an order. */
export interface Rating {
  readonly unit: string;
  readonly rater: string;
  readonly verdict: string;
}

/** A coefficient (1: perfect, 0: as by chance) with the interval that 95 of 100 resamples fall into. */
export interface Coefficient {
  /** Null when nothing can be said: no thing was rated twice, or everybody always said the same one thing. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface PairwiseAgreement extends Coefficient {
  readonly one: string;
  readonly other: string;
  /** Things that both rated. */
  readonly units: number;
  /** The share of them on which both said the same. */
  readonly same: number;
}

export interface Agreement {
  /** Things that two or more rated. */
  readonly units: number;
  readonly raters: number;
  /** The share of them on which all said the same. */
  readonly same: number | null;
  readonly alpha: Coefficient;
  readonly kappas: readonly PairwiseAgreement[];
}

const resamples = 1000;

/**
 * Krippendorff's alpha over all raters and Cohen's kappa for each two of them, for names without an order. Who rates a
 * thing twice counts with the first.
 *
 * Krippendorff, "Content Analysis", 2nd ed. 2004, chapter 11; Cohen, "A coefficient of agreement for nominal scales",
 * Educational and Psychological Measurement 20, 1960. Intervals: percentiles over resamples of the things rated (Zapf,
 * Castell, Morawietz and Karch, "Measuring inter-rater reliability for nominal data – which coefficients and confidence
 * intervals are appropriate?", BMC Medical Research Methodology 16:93, 2016).
 */
export function measureAgreement(ratings: readonly Rating[]): Agreement {
  const units = ratedUnits(ratings);
  const all = units.map((unit) => [...unit.values()]);
  const raters = [...new Set(units.flatMap((unit) => [...unit.keys()]))].sort();
  const kappas: PairwiseAgreement[] = [];
  for (const [index, one] of raters.entries()) {
    for (const other of raters.slice(index + 1)) {
      const both = units.flatMap((unit): [string, string][] => {
        const [x, y] = [unit.get(one), unit.get(other)];
        return x === undefined || y === undefined ? [] : [[x, y]];
      });
      if (both.length === 0) continue;
      const same = both.filter(([x, y]) => x === y).length / both.length;
      kappas.push({ one, other, units: both.length, same, ...withInterval(both, cohensKappa) });
    }
  }
  const unanimous = all.filter((verdicts) => new Set(verdicts).size === 1).length;
  return {
    units: all.length,
    raters: raters.length,
    same: all.length === 0 ? null : unanimous / all.length,
    alpha: withInterval(all, krippendorffsAlpha),
    kappas,
  };
}

/** The first verdict of each rater on each thing that two or more rated, by thing. */
function ratedUnits(ratings: readonly Rating[]): ReadonlyMap<string, string>[] {
  const units = new Map<string, Map<string, string>>();
  for (const { unit, rater, verdict } of ratings) {
    const known = units.get(unit) ?? new Map<string, string>();
    if (!known.has(rater)) known.set(rater, verdict);
    units.set(unit, known);
  }
  return [...units]
    .filter(([, verdicts]) => verdicts.size > 1)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, verdicts]) => new Map([...verdicts].sort(([one], [other]) => (one < other ? -1 : 1))));
}

/** Cohen's kappa over the verdicts of two on the same things; null when chance alone would agree on everything. */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): number | null {
  const total = pairs.length;
  const [first, second] = [new Map<string, number>(), new Map<string, number>()];
  let same = 0;
  for (const [x, y] of pairs) {
    if (x === y) same++;
    first.set(x, (first.get(x) ?? 0) + 1);
    second.set(y, (second.get(y) ?? 0) + 1);
  }
  let chance = 0;
  for (const [verdict, count] of first) chance += count * (second.get(verdict) ?? 0);
  const expected = chance / (total * total);
  return total === 0 || expected === 1 ? null : (same / total - expected) / (1 - expected);
}

/** Krippendorff's alpha for nominal data, with values missing at will; null when there is only one verdict in all. */
export function krippendorffsAlpha(units: readonly (readonly string[])[]): number | null {
  const totals = new Map<string, number>();
  let disagreeing = 0;
  let values = 0;
  for (const verdicts of units) {
    if (verdicts.length < 2) continue;
    const counts = new Map<string, number>();
    for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    let within = 0;
    for (const [verdict, count] of counts) {
      within += count * (verdicts.length - count);
      totals.set(verdict, (totals.get(verdict) ?? 0) + count);
    }
    disagreeing += within / (verdicts.length - 1);
    values += verdicts.length;
  }
  let expected = 0;
  for (const count of totals.values()) expected += count * (values - count);
  return expected === 0 ? null : 1 - ((values - 1) * disagreeing) / expected;
}

function withInterval<T>(units: readonly T[], of: (units: readonly T[]) => number | null): Coefficient {
  const value = of(units);
  if (value === null) return { value, low: null, high: null };
  const next = seededNumbers(units.length);
  const found: number[] = [];
  for (let round = 0; round < resamples; round++) {
    // A resample in which everybody says one thing agrees in all.
    found.push(of(units.map(() => units[next() % units.length] as T)) ?? 1);
  }
  found.sort((x, y) => x - y);
  const at = (share: number) => found[Math.round(share * (resamples - 1))] as number;
  return { value, low: at(0.025), high: at(0.975) };
}

/** Whole numbers of 32 bits. SplitMix: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014. */
function seededNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}
