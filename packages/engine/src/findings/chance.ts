// Null models of the findings: what chance alone would give.
//
// A provider is linked to people, people belong to groups (networks, crime areas). The null keeps how many people the
// provider has and how many such links each person has, and draws at random who is linked to whom: the bipartite
// configuration model (M. E. J. Newman, S. H. Strogatz, D. J. Watts, Phys. Rev. E 64, 026118, 2001; for projections
// Saracco et al., Sci. Rep. 5, 10595, 2015, and New J. Phys. 19, 053022, 2017). Seen from one provider that is an urn
// with a ball for every link of every person, from which the provider draws as many balls as it has people.

const logFactorials: number[] = [0];

/** ln n!, exact by summation up to 10,000, then by Stirling's series (error below 1e-16). */
export function logFactorial(n: number): number {
  if (n > 10_000) return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + 1 / (12 * n);
  for (let k = logFactorials.length; k <= n; k++)
    logFactorials.push((logFactorials[k - 1] as number) + Math.log(k));
  return logFactorials[n] as number;
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** An urn with `balls`, of which `marked` are marked, from which `draws` are drawn without replacement. */
export interface Urn {
  readonly balls: number;
  readonly marked: number;
  readonly draws: number;
}

/** P(exactly `count` marked among the drawn): hypergeometric. */
export function chanceOfExactly({ balls, marked, draws }: Urn, count: number): number {
  if (count < 0 || count > marked || draws - count > balls - marked || count > draws) return 0;
  return Math.exp(
    logChoose(marked, count) + logChoose(balls - marked, draws - count) - logChoose(balls, draws),
  );
}

/** P(at least `count` marked among the drawn). */
export function chanceOfAtLeast(urn: Urn, count: number): number {
  if (count <= Math.max(0, urn.draws - (urn.balls - urn.marked))) return 1;
  let sum = 0;
  const mean = (urn.draws * urn.marked) / urn.balls;
  for (let k = count; k <= Math.min(urn.draws, urn.marked); k++) {
    const part = chanceOfExactly(urn, k);
    sum += part;
    if (k > mean && part < sum * 1e-12) break;
  }
  return Math.min(1, sum);
}

/** P(at least `count` successes in `trials` independent trials at `rate`): the binomial tail. */
export function chanceOfAtLeastTrials(
  { trials, rate }: { readonly trials: number; readonly rate: number },
  count: number,
): number {
  if (count <= 0 || rate >= 1) return 1;
  if (rate <= 0) return 0;
  let sum = 0;
  for (let k = count; k <= trials; k++) {
    const part = Math.exp(logChoose(trials, k) + k * Math.log(rate) + (trials - k) * Math.log1p(-rate));
    sum += part;
    if (k > trials * rate && part < sum * 1e-12) break;
  }
  return Math.min(1, sum);
}

/** P(at least `count` where `expected` are expected): the Poisson tail. */
export function chanceOfAtLeastEvents(expected: number, count: number): number {
  if (count <= 0) return 1;
  if (expected <= 0) return 0;
  if (count === 1) return -Math.expm1(-expected);
  if (count <= expected) return 1;
  let part = Math.exp(count * Math.log(expected) - expected - logFactorial(count));
  let sum = part;
  for (let k = count + 1; part > sum * 1e-12; k++) {
    part *= expected / k;
    sum += part;
  }
  return Math.min(1, sum);
}

/**
 * P(at least `count`) where `expected` are expected and the variance is `dispersion` times as large: the tail of the negative
 * binomial distribution, which is Poisson's where the dispersion is 1.
 */
export function chanceOfAtLeastClustered(
  { expected, dispersion }: { readonly expected: number; readonly dispersion: number },
  count: number,
): number {
  if (dispersion <= 1.0001) return chanceOfAtLeastEvents(expected, count);
  if (count <= expected) return 1;
  const shape = expected / (dispersion - 1);
  const more = 1 - 1 / dispersion;
  let part = dispersion ** -shape;
  let below = 0;
  let above = 0;
  for (let k = 0; k < count || part > above * 1e-12; k++) {
    if (k < count) below += part;
    else above += part;
    part *= ((shape + k) / (k + 1)) * more;
  }
  return Math.min(1, above > 0 ? above : 1 - below);
}

/** Coefficients of the complementary error function in powers of t, the lowest first; `chanceOfChiSquare` says whence. */
const errorFunction = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
] as const;

/**
 * P(chi-square of one degree of freedom is at least `value`), to seven digits, by a Chebyshev fit of the complementary error
 * function (Press et al., Numerical Recipes, 1992, 6.2).
 */
export function chanceOfChiSquare(value: number): number {
  if (value <= 0) return 1;
  const x = Math.sqrt(value / 2);
  const t = 1 / (1 + x / 2);
  const power = errorFunction.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return Math.min(1, t * Math.exp(-x * x + power));
}

/** P(the product of two independent chances is at most theirs): Fisher's way to join two tests. */
export function chanceOfBoth(one: number, other: number): number {
  const product = one * other;
  return product <= 0 ? 0 : Math.min(1, product * (1 - Math.log(product)));
}

/** With more marked balls than this the number of groups they come from is not counted out: it is taken as enough. */
const countedOut = 12;

/**
 * The groups that the marked balls of an urn belong to. Answers how likely it is that drawn balls come from many
 * groups; each answer is exact, and tables are kept, for the same question is asked of very many providers.
 */
export class GroupUrn {
  readonly balls: number;
  readonly marked: number;
  /** Group size -> how many groups have it. */
  readonly #sizes: ReadonlyMap<number, number>;
  readonly #tables = new Map<number, readonly (readonly number[])[]>();

  constructor(balls: number, groupSizes: Iterable<number>) {
    const sizes = new Map<number, number>();
    let marked = 0;
    for (const size of groupSizes) {
      sizes.set(size, (sizes.get(size) ?? 0) + 1);
      marked += size;
    }
    this.balls = balls;
    this.marked = marked;
    this.#sizes = sizes;
  }

  /**
   * P(at least `groups` different groups and at least `count` marked balls among `draws`), after one group of
   * size `without` has been taken out of the urn. 0 takes none out.
   */
  chance(asked: { draws: number; groups: number; count: number; without: number }): number {
    const { draws, groups, count, without } = asked;
    const urn: Urn = { balls: this.balls - without, marked: this.marked - without, draws };
    const least = Math.max(groups, count);
    if (groups <= 1) return chanceOfAtLeast(urn, least);
    let sum = 0;
    for (let marked = least; marked <= Math.min(draws, countedOut); marked++)
      sum += chanceOfExactly(urn, marked) * this.#chanceOfGroups(groups, marked, without);
    return Math.min(1, sum + chanceOfAtLeast(urn, Math.max(least, countedOut + 1)));
  }

  /**
   * P(at least `count` of `draws` balls are of one and the same group), after one group of size `without` has been
   * taken out. The sum over the groups, which is never less than the chance of any of them (Boole).
   */
  chanceOfOneGroup(asked: { draws: number; count: number; without: number }): number {
    const { draws, count, without } = asked;
    const balls = this.balls - without;
    let sum = 0;
    for (const [size, groups] of this.#sizes) {
      const times = size === without && without > 0 ? groups - 1 : groups;
      if (times > 0) sum += times * chanceOfAtLeast({ balls, marked: size, draws }, count);
    }
    return Math.min(1, sum);
  }

  /** P(`marked` marked balls come from at least `groups` groups). */
  #chanceOfGroups(groups: number, marked: number, without: number): number {
    let table = this.#tables.get(without);
    if (table === undefined) {
      table = this.#ways(without);
      this.#tables.set(without, table);
    }
    let few = 0;
    let all = 0;
    for (let k = 0; k <= countedOut; k++) {
      const ways = table[k]?.[marked] ?? 0;
      all += ways;
      if (k < groups) few += ways;
    }
    return all === 0 ? 1 : 1 - few / all;
  }

  /**
   * ways[k][m]: in how many ways m balls can be taken from exactly k groups, by multiplying the groups' generating
   * functions 1 + z((1 + w)^size - 1). Scaled by marked^m, so that it stays in range for any number of groups.
   */
  #ways(without: number): readonly (readonly number[])[] {
    const ways = Array.from({ length: countedOut + 1 }, () => new Array<number>(countedOut + 1).fill(0));
    (ways[0] as number[])[0] = 1;
    for (const [size, groups] of this.#sizes) {
      const choose = scaledChoose(size, Math.max(1, this.marked));
      const times = size === without && without > 0 ? groups - 1 : groups;
      for (let turn = 0; turn < times; turn++) addGroup(ways, choose);
    }
    return ways;
  }
}

/** C(size, a) / scale^a for a up to `countedOut`. */
function scaledChoose(size: number, scale: number): readonly number[] {
  const values = [1];
  for (let a = 1; a <= countedOut; a++)
    values.push(((values[a - 1] as number) * Math.max(0, size - a + 1)) / a / scale);
  return values;
}

function addGroup(ways: number[][], choose: readonly number[]): void {
  for (let k = countedOut; k >= 1; k--) {
    const fewer = ways[k - 1] as number[];
    const row = ways[k] as number[];
    for (let m = countedOut; m >= 1; m--) {
      let sum = 0;
      for (let a = 1; a <= m; a++) sum += (choose[a] as number) * (fewer[m - a] as number);
      row[m] = (row[m] as number) + sum;
    }
  }
}

/**
 * Corrected chances: the smallest false discovery rate at which each would be kept.
 * Benjamini and Hochberg, J. R. Stat. Soc. B 57(1), 1995. `tested` may be larger than the list: the rest are ones.
 */
export function falseDiscoveryRates(chances: readonly number[], tested = chances.length): number[] {
  return steppedUp(chances, (chance, rank) => (chance * tested) / rank);
}

/** The least that `rateAt` gives to a chance, which is the `rank`th from below, or to any larger one; 1 at most. */
function steppedUp(chances: readonly number[], rateAt: (chance: number, rank: number) => number): number[] {
  const order = chances
    .map((_, index) => index)
    .sort((a, b) => (chances[a] as number) - (chances[b] as number));
  const rates = new Array<number>(chances.length);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const index = order[rank - 1] as number;
    least = Math.min(least, rateAt(chances[index] as number, rank));
    rates[index] = least;
  }
  return rates;
}

/** Hypotheses that are tested and have the same few chances that they can come to. */
export interface TestedAlike {
  readonly hypotheses: number;
  /** How likely one of them is, under the null, to come to this chance or less: often far less likely than it. */
  readonly chanceUpTo: (chance: number) => number;
}

/**
 * Corrected chances where counts are tested, of which each can come to a few chances only: a hypothesis that can never, or
 * hardly ever, be as unlikely as a candidate hardly counts beside it (R. E. Tarone, Biometrics 46, 515, 1990). The
 * step-up rule of S. Döhler, G. Durand and E. Roquain, Electron. J. Stat. 12, 1867 (2018), with the largest chance
 * that is kept set to level / (1 + level), so that their 1 / (1 - F) is 1 + level at most. `most` is that level. A
 * hypothesis that can come to any chance counts as with Benjamini and Hochberg, but for that factor. No rate is below the
 * chance itself.
 */
export function discreteDiscoveryRates(
  chances: readonly number[],
  tested: readonly TestedAlike[],
  most: number,
): number[] {
  const expectedAt = new Map<number, number>();
  const rates = steppedUp(chances, (chance, rank) => {
    if (chance > most / (1 + most)) return 1;
    const expected = expectedAt.get(chance) ?? expectedUpTo(chance, tested);
    expectedAt.set(chance, expected);
    return ((1 + most) * expected) / rank;
  });
  return rates.map((rate, index) => Math.max(chances[index] as number, rate));
}

function expectedUpTo(chance: number, tested: readonly TestedAlike[]): number {
  let expected = 0;
  for (const { hypotheses, chanceUpTo } of tested) expected += hypotheses * chanceUpTo(chance);
  return expected;
}

/** The largest of chances that fall which is not above a threshold; none is 0. */
export function largestUpTo(falling: readonly number[], threshold: number): number {
  return falling.find((chance) => chance <= threshold) ?? 0;
}
