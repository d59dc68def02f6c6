import {
  type GivenVerdict,
  type JudgedPair,
  judgedPairs,
  secondOpinionOneIn,
} from '@clew/engine/resolution/review/second-opinion.ts';
import { verdicts } from '@clew/ledger/judgements.ts';
import { idFromText } from '@clew/model/ids.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { type Told, toldAmongColleagues } from './told-among-colleagues.ts';

/** Another's verdict on a pair, or one's own. */
export type ToldVerdict = Told<GivenVerdict>;

/** Every pair that anybody has judged, as the ledger has it now. */
export async function reviewedPairs(hub: Pick<Hub, 'ledger'>): Promise<ReadonlyMap<string, JudgedPair>> {
  const made = await verdicts(hub.ledger);
  return judgedPairs(
    made.map(({ a, b, verdict, by, at }) => {
      const [x, y] = [numberIn(a), numberIn(b)];
      return x < y ? { a: x, b: y, verdict, by, at } : { a: y, b: x, verdict, by, at };
    }),
  );
}

function numberIn(id: string): bigint {
  const number = idFromText(id);
  if (number === undefined) throw new Error('A judgement in the ledger names something that is not an id');
  return number;
}

/** One judged pair in so many comes back. */
export function oneInOf({ content }: Pick<Hub, 'content'>): number {
  return content.secondOpinionOneIn ?? secondOpinionOneIn;
}

/** What was said of a pair. Reasons are not told. */
export function toldVerdicts(
  hub: Pick<Hub, 'ledger'>,
  caller: Caller,
  pair: JudgedPair | undefined,
): Promise<readonly ToldVerdict[]> {
  return toldAmongColleagues(hub, caller, pair?.said ?? []);
}
