import {
  type ComparedPair,
  type Explanation,
  explainPair as explainIn,
} from '@clew/engine/resolution/explain-pair.ts';
import { type StatedIn, statedIn } from '@clew/engine/resolution/stated-in.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import { notInView } from '../entities/read-entity.ts';
import type { Hub } from '../hub.ts';

/** A pair of the chain that binds two things, with where each of the two was stated. */
export interface ExplainedPair extends ComparedPair {
  readonly places: readonly [StatedIn | null, StatedIn | null];
}

export interface ExplainedLink extends Omit<Explanation, 'chain'> {
  readonly chain: readonly ExplainedPair[];
}

/** Why two things of the caller's view were taken for the same, or were not. */
export async function explainPair(
  hub: Hub,
  caller: Caller,
  asked: { readonly a: bigint; readonly b: bigint },
): Promise<ExplainedLink> {
  if (asked.a === asked.b) {
    throw new Refusal('input-invalid', 'These are one and the same id.', 'Name two ids.');
  }
  const view = await openView(hub, caller);
  return view.read(async (lake) => {
    const found = await explainIn(lake, asked.a, asked.b);
    if (found === undefined) throw notInView();
    const chain: ExplainedPair[] = [];
    for (const pair of found.chain) {
      const places = [await statedIn(lake, pair.a), await statedIn(lake, pair.b)] as const;
      chain.push({ ...pair, places: [places[0][0] ?? null, places[1][0] ?? null] });
    }
    return { ...found, chain };
  });
}
