import { percent, thousands } from '../say-figures.ts';
import { shareAtMost, type Told } from '../told.ts';

/** How many were tested, and how many of the leads are expected to be chance. `what` is what was tested. */
export function testedTold(
  code: string,
  { tested, chanceCorrected }: { readonly tested: number; readonly chanceCorrected: number },
  what: string,
): Told {
  return {
    code,
    values: { tested, share: shareAtMost(chanceCorrected) },
    words: `Tested: ${thousands(tested)} ${what}; of leads like this one, at most ${percent(chanceCorrected)} are expected to be chance.`,
  };
}
