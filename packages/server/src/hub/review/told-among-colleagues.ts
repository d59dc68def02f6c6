import { findPerson } from '@clew/ledger/people.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';

interface Said {
  readonly verdict: string;
  readonly by: string;
  readonly at: string;
}

/** What somebody said. `by` is null where they work elsewhere: who it was is not told there. */
export type Told<One extends Said> = Pick<One, 'verdict' | 'at'> & { readonly by: string | null };

/** What was said, with names among colleagues: at one partner, or at the hub. */
export async function toldAmongColleagues<One extends Said>(
  hub: Pick<Hub, 'ledger'>,
  { actor }: Caller,
  said: readonly One[],
): Promise<readonly Told<One>[]> {
  const told: Told<One>[] = [];
  for (const { verdict, by, at } of said) {
    const person = await findPerson(hub.ledger, by);
    const isColleague = person !== undefined && person.partner === actor.partner;
    told.push({ verdict, by: isColleague ? by : null, at });
  }
  return told;
}
