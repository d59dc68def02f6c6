import { keptContributionTable } from '@clew/engine/kept.ts';
import type { Lake } from '@clew/engine/lake/lake.ts';
import { sql } from '@clew/engine/lake/sql.ts';
import {
  type GivenVerdict,
  type JudgedPair,
  judgedPairs,
  secondOpinionOneIn,
} from '@clew/engine/resolution/review/second-opinion.ts';
import { type KeptVerdict, verdicts } from '@clew/ledger/judgements.ts';
import { idFromText } from '@clew/model/ids.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { type Told, toldAmongColleagues } from './told-among-colleagues.ts';

/** Another's verdict on a pair, or one's own. */
export type ToldVerdict = Told<GivenVerdict>;

/** Every pair that anybody has judged, as the ledger has it now. */
export async function reviewedPairs(hub: Pick<Hub, 'ledger'>): Promise<ReadonlyMap<string, JudgedPair>> {
  return pairsOf(await verdicts(hub.ledger));
}

/**
 * The same as far as a view goes: only what rests on nothing but contributions that are in it. A partner's own key can make
 * rows of two files one subject, so that a judgement on two subjects of the view may speak of what is not in it.
 */
export async function reviewedInView(
  hub: Pick<Hub, 'ledger'>,
  lake: Lake,
): Promise<ReadonlyMap<string, JudgedPair>> {
  const visible = await contributionsInView(lake);
  const made = await verdicts(hub.ledger);
  return pairsOf(made.filter(({ contributions }) => contributions.every((id) => visible.has(id))));
}

/** The ids of the contributions of a view. */
export async function contributionsInView(lake: Lake): Promise<ReadonlySet<string>> {
  const rows = await lake.rows<{ contribution: string }>(
    sql`select contribution from ${keptContributionTable}`,
  );
  return new Set(rows.map(({ contribution }) => contribution));
}

function pairsOf(made: readonly KeptVerdict[]): ReadonlyMap<string, JudgedPair> {
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
