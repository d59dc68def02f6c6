// In: scored_<type>. Out: the weight from which a pair links, and what the model expects of it.
// Chosen from the model's own probabilities, by type and by run; nobody's labels enter.

import type { Lake } from '../lake/lake.ts';
import type { TrainedModel } from './train.ts';
import { text, workTable } from './work.ts';

/** A share with the bounds that the sampling error of the weights gives it (95 of 100). */
export interface Expected {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** From which weight (bits) pairs link, and what share of the links, and of all matches, the model expects to be right. */
export interface Threshold {
  readonly bits: number;
  /** Whether somebody set it, or the run chose it. */
  readonly given: boolean;
  readonly precision: Expected;
  readonly recall: Expected;
}

/** A false merge of two people harms more than a miss: of a hundred links ninety-five should be right before clusters are. */
const leastPrecision = 0.95;
/** Where nothing can be expected of a threshold: 0.95. */
export const untaughtBits = Math.log2(0.95 / 0.05);
const leastBits = 0;
const binsPerBit = 10;

interface Bin {
  readonly weight: number;
  readonly pairs: number;
  readonly linkable: number;
}

/**
 * The weight with the highest expected F1 among those whose links are expected to be right in 95 of 100 cases and each
 * of which is more likely right than wrong.
 *
 * Expected F1 from posterior probabilities: Lipton, Elkan and Naryanaswamy, "Optimal thresholding of classifiers to
 * maximize F1 measure", ECML 2014. Error rates from the model itself: Belin and Rubin, "A method for calibrating
 * false-match rates in record linkage", JASA 90, 1995.
 */
export async function chooseThreshold(lake: Lake, trained: TrainedModel, given?: number): Promise<Threshold> {
  const bins = await lake.rows<Bin>(
    text(`select round(weight * ${binsPerBit}) / ${binsPerBit} as weight, count(*) as pairs,
        count(*) filter (where linkable and not conflict) as linkable
      from ${workTable('scored', trained.model.type)} group by 1 order by 1 desc`),
  );
  const bits = given ?? bestBits(bins);
  const error = 1.96 * weightError(trained);
  const middle = expectedAt(bins, bits, 0);
  const low = expectedAt(bins, bits, -error);
  const high = expectedAt(bins, bits, error);
  return {
    bits,
    given: given !== undefined,
    precision: { share: middle.precision, low: low.precision, high: high.precision },
    recall: { share: middle.recall, low: high.recall, high: low.recall },
  };
}

function bestBits(bins: readonly Bin[]): number {
  let links = 0;
  let right = 0;
  let best = { f1: 0, bits: untaughtBits };
  const matches = bins.reduce((sum, bin) => sum + bin.pairs * probability(bin.weight), 0);
  for (const bin of bins) {
    if (bin.weight < leastBits) break;
    links += bin.linkable;
    right += bin.linkable * probability(bin.weight);
    if (bin.linkable === 0 || right < leastPrecision * links) continue;
    const f1 = (2 * right) / (links + matches);
    if (f1 > best.f1) best = { f1, bits: bin.weight - 0.5 / binsPerBit };
  }
  return Math.round(belowGap(bins, best.bits) * 1e4) / 1e4;
}

/** Where no pair lies between the weakest link and what is usual, the threshold is the usual one: it is for pairs to come. */
function belowGap(bins: readonly Bin[], bits: number): number {
  const next = bins.find((bin) => bin.weight < bits && bin.linkable > 0)?.weight ?? Number.NEGATIVE_INFINITY;
  return Math.min(bits, Math.max(untaughtBits, next + 0.5 / binsPerBit));
}

/** What is expected when every weight is this much higher (or lower) than it was learnt. */
function expectedAt(
  bins: readonly Bin[],
  bits: number,
  shift: number,
): { precision: number; recall: number } {
  let links = 0;
  let right = 0;
  let matches = 0;
  for (const bin of bins) {
    const likely = probability(bin.weight + shift);
    matches += bin.pairs * likely;
    if (bin.weight < bits - 0.5 / binsPerBit) continue;
    links += bin.linkable;
    right += bin.linkable * likely;
  }
  return { precision: links === 0 ? 1 : right / links, recall: matches === 0 ? 1 : right / matches };
}

/**
 * The standard error of a match's weight, in bits: m of each level is a share of the matches that were learnt from, whose
 * logarithm has the variance 1 / (matches m); over the levels of a comparison, each as frequent as m, that is their
 * number over the matches.
 */
function weightError(trained: TrainedModel): number {
  const levels = trained.model.comparisons
    .filter(({ absent, fixed }) => absent !== true && fixed !== true)
    .reduce((sum, comparison) => sum + comparison.levels.length, 0);
  return Math.sqrt(levels / trained.matches) / Math.LN2;
}

function probability(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}
