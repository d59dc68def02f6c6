import { type Agreement, measureAgreement as measure } from '@clew/engine/resolution/review/agreement.ts';
import { drawnAt, independentRatings } from '@clew/engine/resolution/review/second-opinion.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';
import { oneInOf, reviewedPairs } from './reviewed-pairs.ts';

export interface ReviewAgreement extends Agreement {
  /** Pairs that anybody has judged. */
  readonly judged: number;
  /** Of those, drawn for a second opinion: one in `oneIn`. */
  readonly drawn: number;
  readonly oneIn: number;
  /** Drawn, and seen by one reviewer so far. */
  readonly waiting: number;
}

/**
 * How far the hub's reviewers agree, over the pairs that were drawn for a second opinion: a fair sample of those judged.
 * No pair is named.
 */
export async function measureAgreement(hub: Hub, caller: Caller): Promise<ReviewAgreement> {
  await hub.gate.pass(caller, 'hub.score', wholeHub);
  const pairs = [...(await reviewedPairs(hub)).values()];
  const oneIn = oneInOf(hub);
  const drawn = pairs.filter((pair) => drawnAt(pair, oneIn) !== undefined);
  return {
    judged: pairs.length,
    drawn: drawn.length,
    oneIn,
    waiting: drawn.filter(({ first }) => first.size === 1).length,
    ...measure(independentRatings(drawn, oneIn)),
  };
}
