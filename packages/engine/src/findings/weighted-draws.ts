// How many marked ones are among those drawn, where some are likelier to be drawn than others.

export interface WeightedUrn {
  /** How likely each marked one is, beside the others; above 0. */
  readonly marked: readonly number[];
  readonly others: readonly number[];
  /** So many different ones are drawn; no more than there are. */
  readonly draws: number;
}

/** With more steps than this the count of the others is taken as normal: it has hundreds behind it. */
const mostSteps = 5_000_000;

/**
 * P(k marked among the drawn) for k from 0, where any set of as many is as likely as the product of the odds of those in it:
 * conditional Poisson sampling, which leaves most open but the odds and the number (Chen, Dempster and Liu, Biometrika 81,
 * 457, 1994). With equal odds it is the hypergeometric distribution.
 */
export function chancesOfMarked({ marked, others, draws }: WeightedUrn): readonly number[] {
  const scale = scaleFor([...marked, ...others], draws);
  const ownChances = marked.map((weight) => inclusion(weight, scale));
  const otherChances = others.map((weight) => inclusion(weight, scale));
  const own = countsOf(ownChances, Math.min(marked.length, draws));
  const isLarge = others.length * draws > mostSteps;
  const among = isLarge ? undefined : countsOf(otherChances, Math.min(others.length, draws));
  const nearly = isLarge ? normalCounts(otherChances) : undefined;
  const joint = Array.from(own, (chance, k) => chance * (among?.[draws - k] ?? nearly?.(draws - k) ?? 0));
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

function inclusion(weight: number, scale: number): number {
  return (weight * scale) / (1 + weight * scale);
}

/** The factor at which as many are expected as are drawn: there the products neither vanish nor overflow. By bisection. */
function scaleFor(weights: readonly number[], draws: number): number {
  const expected = (scale: number) => weights.reduce((sum, weight) => sum + inclusion(weight, scale), 0);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const aim = Math.min(draws, weights.length - 0.5);
  let [low, high] = [-60, 60];
  for (let turn = 0; turn < 60; turn++) {
    const middle = (low + high) / 2;
    if (expected(Math.exp(middle) / mean) < aim) low = middle;
    else high = middle;
  }
  return Math.exp(low) / mean;
}

/** P(exactly k) for k up to `most`, each being there by its own chance: the Poisson binomial distribution. */
function countsOf(chances: readonly number[], most: number): Float64Array {
  const counts = new Float64Array(most + 1);
  counts[0] = 1;
  chances.forEach((chance, index) => {
    for (let k = Math.min(most, index + 1); k > 0; k--)
      counts[k] = (counts[k] as number) * (1 - chance) + (counts[k - 1] as number) * chance;
    counts[0] = (counts[0] as number) * (1 - chance);
  });
  return counts;
}

function normalCounts(chances: readonly number[]): (count: number) => number {
  const mean = chances.reduce((sum, chance) => sum + chance, 0);
  const variance = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0);
  return (count) => Math.exp(-((count - mean) ** 2) / (2 * variance));
}
