// How many marked ones are among those drawn, where some are likelier to be drawn than others.

export interface WeightedUrn {
  /** How likely each marked one is, beside the others; above 0. */
  readonly marked: readonly number[];
  readonly others: readonly number[];
  /** The same of very many more together, each hardly likely: the marked ones among them, and the others. */
  readonly elsewhere: { readonly marked: number; readonly others: number };
  /** So many different ones are drawn. */
  readonly draws: number;
}

/** With more steps than this the count of the others is taken as normal: it has hundreds behind it. */
const mostSteps = 5_000_000;

/**
 * P(k marked among the drawn) for k from 0, where any set of as many is as likely as the product of the odds of those in it:
 * conditional Poisson sampling, which leaves most open but the odds and the number (Chen, Dempster and Liu, Biometrika 81,
 * 457, 1994). With equal odds and nobody elsewhere it is the hypergeometric distribution.
 */
export function chancesOfMarked({ marked, others, elsewhere, draws }: WeightedUrn): readonly number[] {
  const scale = scaleFor([...marked, ...others], elsewhere.marked + elsewhere.others, draws);
  const chancesOf = (weights: readonly number[]) => weights.map((weight) => inclusion(weight, scale));
  const own = countsOf(chancesOf(marked), elsewhere.marked * scale, draws);
  const rest = [chancesOf(others), elsewhere.others * scale, draws] as const;
  const among = others.length * draws > mostSteps ? normalCounts(...rest) : countsOf(...rest);
  const joint = Array.from(own, (chance, count) => chance * (among[draws - count] as number));
  const sum = joint.reduce((all, one) => all + one, 0);
  return joint.map((one) => one / sum);
}

/** P(at least `count`) of such chances; with `least` among the outcomes of at least as many. */
export function chanceOfMore(
  chances: readonly number[],
  { count, least = 0 }: { readonly count: number; readonly least?: number },
): number {
  const from = (first: number) => chances.slice(first).reduceRight((sum, one) => sum + one, 0);
  return Math.min(1, least === 0 ? from(count) : from(count) / from(least));
}

/** How many are expected of such chances. */
export function expectedOf(chances: readonly number[]): number {
  return chances.reduce((sum, chance, count) => sum + chance * count, 0);
}

function inclusion(weight: number, scale: number): number {
  return (weight * scale) / (1 + weight * scale);
}

/** The factor at which as many are expected as are drawn: there the products neither vanish nor overflow. By bisection. */
function scaleFor(weights: readonly number[], elsewhere: number, draws: number): number {
  const expected = (scale: number) =>
    weights.reduce((sum, weight) => sum + inclusion(weight, scale), elsewhere * scale);
  const whole = weights.reduce((sum, weight) => sum + weight, elsewhere);
  const aim = Math.min(draws, elsewhere > 0 ? draws : weights.length - 0.5);
  let [low, high] = [-40, 40];
  for (let turn = 0; turn < 60; turn++) {
    const middle = (low + high) / 2;
    if (expected(Math.exp(middle) / whole) < aim) low = middle;
    else high = middle;
  }
  return Math.exp(low) / whole;
}

/**
 * P(exactly k) for k up to `most`, each being there by its own chance, and of very many more `mean` on average: the Poisson
 * binomial distribution beside Poisson's.
 */
function countsOf(chances: readonly number[], mean: number, most: number): Float64Array {
  const counts = new Float64Array(most + 1);
  counts[0] = Math.exp(-mean);
  for (let k = 1; k <= most; k++) counts[k] = ((counts[k - 1] as number) * mean) / k;
  for (const chance of chances) {
    for (let k = most; k > 0; k--)
      counts[k] = (counts[k] as number) * (1 - chance) + (counts[k - 1] as number) * chance;
    counts[0] = (counts[0] as number) * (1 - chance);
  }
  return counts;
}

/** The same where there are so many that their number is nearly normal; not normed. */
function normalCounts(chances: readonly number[], more: number, most: number): Float64Array {
  const mean = chances.reduce((sum, chance) => sum + chance, more);
  const variance = chances.reduce((sum, chance) => sum + chance * (1 - chance), more);
  return Float64Array.from({ length: most + 1 }, (_, k) => Math.exp(-((k - mean) ** 2) / (2 * variance)));
}
