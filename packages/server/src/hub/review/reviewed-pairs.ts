import {
  type GivenVerdict,
  type JudgedPair,
  judgedPairs,
  secondOpinionOneIn,
} from '@clew/engine/resolution/review/second-opinion.ts';
import { verdicts } from '@clew/ledger/judgements.ts';
import { findPerson } from '@clew/ledger/people.ts';
import { idFromText } from '@clew/model/ids.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';

/** Another's verdict on a pair, or one's own. */
export interface ToldVerdict {
  readonly verdict: GivenVerdict['verdict'];
  /** Null where the reviewer works elsewhere: who it was is not told there. */
  readonly by: string | null;
  readonly at: string;
}

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

/** What was said of a pair. Names are told among colleagues: at one partner, or at the hub. Reasons are not told. */
export async function toldVerdicts(
  hub: Pick<Hub, 'ledger'>,
  { actor }: Caller,
  pair: JudgedPair | undefined,
): Promise<readonly ToldVerdict[]> {
  const told: ToldVerdict[] = [];
  for (const { verdict, by, at } of pair?.said ?? []) {
    const person = await findPerson(hub.ledger, by);
    const isColleague = person !== undefined && person.partner === actor.partner;
    told.push({ verdict, by: isColleague ? by : null, at });
  }
  return told;
}
