import type { Lake } from '@clew/engine/lake/lake.ts';
import { membersOf } from '@clew/engine/resolution/explain-pair.ts';
import { statedIn } from '@clew/engine/resolution/stated-in.ts';
import { addJudgement } from '@clew/ledger/judgements.ts';
import { idText } from '@clew/model/ids.ts';
import type { Judgement } from '@clew/model/judgement.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import { openView } from '../../access/view.ts';
import { notInView } from '../entities/read-entity.ts';
import { matchHeld } from '../hits/match-held.ts';
import type { Hub } from '../hub.ts';

export interface PairToJudge {
  readonly a: bigint;
  readonly b: bigint;
  readonly verdict: Judgement['verdict'];
  readonly reason: string;
}

/**
 * Keeps what a person decides on two source subjects of the caller's view. Hits that hang on it are told or withdrawn at
 * once; views obey with the next run.
 */
export async function judgePair(hub: Hub, caller: Caller, given: PairToJudge): Promise<Judgement> {
  await hub.gate.pass(caller, 'pair.judge', wholeHub);
  const view = await openView(hub, caller);
  const { one, other, contributions } = await view.read(async (lake) => ({
    one: await subjectOf(lake, given.a),
    other: await subjectOf(lake, given.b),
    contributions: [...(await statedIn(lake, given.a)), ...(await statedIn(lake, given.b))].map(
      ({ contribution }) => contribution,
    ),
  }));
  if (one !== other) {
    throw new Refusal('input-invalid', `One is a ${one}, the other a ${other}.`, 'Name two of one type.');
  }
  const judgement: Judgement = {
    a: idText(one, given.a),
    b: idText(other, given.b),
    verdict: given.verdict,
    by: caller.actor.person,
    reason: given.reason,
    at: new Date().toISOString(),
  };
  await hub.ledger.transaction((database) =>
    addJudgement(database, judgement, [...new Set(contributions)].sort()),
  );
  await matchHeld(hub);
  return judgement;
}

async function subjectOf(lake: Lake, subject: bigint): Promise<string> {
  const found = await membersOf(lake, subject);
  if (found === undefined) throw notInView();
  return found.type;
}
