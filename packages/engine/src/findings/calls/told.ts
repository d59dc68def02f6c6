import type { FindingReason, SaidSentence } from '@clew/model/finding.ts';
import { leastChance, leastShare, leastTimes, percent, thousands, timesOf } from '../say-figures.ts';

/** A sentence as a code with its values, and in English. */
export interface Told extends SaidSentence {
  readonly words: string;
}

/** The sentences of a finding, once in words and once as codes. */
export function reasonOf(
  told: readonly Told[],
  rest: Pick<FindingReason, 'otherwise' | 'figures' | 'picture'>,
): FindingReason {
  return {
    sentences: told.map(({ words }) => words),
    said: told.map(({ code, values }) => ({ code, values })),
    ...rest,
  };
}

/** How often as much would come up by chance, as a sentence whose code ends in `Least` where only a bound is told. */
export function chanceTold(code: string, chance: number, words: (often: string) => string): Told {
  const isBound = chance < leastChance;
  return {
    code: isBound ? `${code}Least` : code,
    values: { times: isBound ? leastTimes : timesOf(chance) },
    words: words(isBound ? 'less than once in a billion' : `1 time in ${thousands(timesOf(chance))}`),
  };
}

/** How many were tested, and how many of the leads are expected to be chance. `what` is what was tested. */
export function testedTold(
  code: string,
  { tested, chanceCorrected }: { readonly tested: number; readonly chanceCorrected: number },
  what: string,
): Told {
  return {
    code,
    // It is said as a bound: a bound that is a little higher is true as well.
    values: { tested, share: Math.max(chanceCorrected, leastShare) },
    words: `Tested: ${thousands(tested)} ${what}; of leads like this one, at most ${percent(chanceCorrected)} are expected to be chance.`,
  };
}
