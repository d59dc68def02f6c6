import type { FindingReason, SaidSentence } from '@clew/model/finding.ts';
import { leastChance, leastShare, leastTimes, oneIn, timesOf } from './say-figures.ts';

/** A sentence of a finding: a code with its values, for any language, and the same in English. */
export interface Told extends SaidSentence {
  readonly words: string;
}

/** The sentences of a finding, as words and as codes. */
export function saidAs(told: readonly Told[]): Pick<FindingReason, 'sentences' | 'said'> {
  return {
    sentences: told.map(({ words }) => words),
    said: told.map(({ code, values }) => ({ code, values })),
  };
}

/** The values of a sentence that says how often something so unlikely comes up: once in `times`, or `least` so. */
export function chanceValues(chance: number): { readonly times: number; readonly least: 'yes' | 'no' } {
  return chance < leastChance ? { times: leastTimes, least: 'yes' } : { times: timesOf(chance), least: 'no' };
}

/** A share that is said as a bound: a bound that is a little higher is true as well. */
export function shareAtMost(share: number): number {
  return Math.max(share, leastShare);
}

/** How often as much would come up by chance; `before` is the sentence up to that. */
export function chanceTold(code: string, chance: number, before: string): Told {
  return { code, values: chanceValues(chance), words: `${before} ${oneIn(chance)}.` };
}
