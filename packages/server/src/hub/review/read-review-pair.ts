import { readSides, type SideBySide } from '@clew/engine/products/dossier/read-sides.ts';
import { type ComparedPair, explainPair } from '@clew/engine/resolution/explain-pair.ts';
import { knownPairs } from '@clew/engine/resolution/review/read-questions.ts';
import { dueTo, pairKey } from '@clew/engine/resolution/review/second-opinion.ts';
import { type StatedIn, statedIn } from '@clew/engine/resolution/stated-in.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import { openView } from '../../access/view.ts';
import { notInView } from '../entities/read-entity.ts';
import type { Hub } from '../hub.ts';
import { oneInOf, reviewedInView, type ToldVerdict, toldVerdicts } from './reviewed-pairs.ts';

/** A pair as a reviewer looks at it. */
export interface PairSideBySide {
  readonly a: bigint;
  readonly b: bigint;
  readonly type: string;
  readonly places: readonly [readonly StatedIn[], readonly StatedIn[]];
  readonly properties: readonly SideBySide[];
  /** What speaks for and against; null where the two were not compared. */
  readonly compared: Pick<ComparedPair, 'weight' | 'probability' | 'prior' | 'parts'> | null;
  /** What was said of it before; nothing when a second opinion is due from the caller. */
  readonly others: readonly ToldVerdict[];
}

/** Two subjects of the caller's view side by side, with what the model makes of them. */
export async function readReviewPair(
  hub: Hub,
  caller: Caller,
  asked: { readonly a: bigint; readonly b: bigint },
): Promise<PairSideBySide> {
  await hub.gate.pass(caller, 'pair.judge', wholeHub);
  if (asked.a === asked.b) {
    throw new Refusal('input-invalid', 'These are one and the same id.', 'Name two ids.');
  }
  const [a, b] = asked.a < asked.b ? [asked.a, asked.b] : [asked.b, asked.a];
  const view = await openView(hub, caller);
  const { said, ...found } = await view.read(async (lake) => {
    const [known] = await knownPairs(lake, [{ a, b }]);
    if (known === undefined) throw notInView();
    const direct = known.weight === null ? undefined : (await explainPair(lake, a, b))?.chain[0];
    return {
      type: known.type,
      places: [await statedIn(lake, a), await statedIn(lake, b)] as const,
      properties: await readSides(lake, { type: known.type, a, b }),
      compared: direct === undefined ? null : comparedOf(direct),
      said: (await reviewedInView(hub, lake)).get(pairKey(a, b)),
    };
  });
  const isBlind = said !== undefined && dueTo(caller.actor.person, [said], oneInOf(hub)).length > 0;
  return { a, b, ...found, others: isBlind ? [] : await toldVerdicts(hub, caller, said) };
}

function comparedOf({ weight, probability, prior, parts }: ComparedPair): PairSideBySide['compared'] {
  return { weight, probability, prior, parts };
}
