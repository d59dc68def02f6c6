// In: a pair and a verdict that nobody has given yet. Out: the groups of records and the hits that it would change.
// Invariant: reckoned on the caller's view, so that nothing in it hangs on what the caller may not read; the log has that
// it was asked, and nothing else is written. A verdict that the caller is to give blind is not told by the way.

import type { Lake } from '@clew/engine/lake/lake.ts';
import { type HitChange, hitsIfJudged } from '@clew/engine/products/notifications/hits-if-judged.ts';
import {
  clustersIfJudged,
  type Placed,
  type SaidOfPair,
} from '@clew/engine/resolution/review/clusters-if-judged.ts';
import { knownPairs } from '@clew/engine/resolution/review/read-questions.ts';
import { dueTo, pairKey } from '@clew/engine/resolution/review/second-opinion.ts';
import type { Judgement } from '@clew/model/judgement.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import { openView } from '../../access/view.ts';
import { notInView } from '../entities/read-entity.ts';
import type { Hub } from '../hub.ts';
import { keptRows } from '../kept-rows.ts';
import { contributionsInView, oneInOf, reviewedInView } from './reviewed-pairs.ts';

/** Records that are one thing; `id` is the smallest of them. */
export interface Group {
  readonly id: bigint;
  readonly records: number;
}

export interface JudgementPreview {
  readonly type: string;
  readonly verdict: Judgement['verdict'];
  /** The groups that would change, and those of the two, as they are and as they would be. */
  readonly before: readonly Group[];
  readonly after: readonly Group[];
  /** Pairs of records that would come together, and that would come apart. */
  readonly joined: number;
  readonly parted: number;
  readonly raised: number;
  readonly withdrawn: number;
  /** The first of them. */
  readonly hits: readonly HitChange[];
}

const mostHits = 100;

/** What a decision on a pair of the caller's view would change. */
export async function previewJudgement(
  hub: Hub,
  caller: Caller,
  asked: { readonly a: bigint; readonly b: bigint; readonly verdict: Judgement['verdict'] },
): Promise<JudgementPreview> {
  await hub.gate.pass(caller, 'pair.judge', wholeHub);
  const { verdict } = asked;
  if (asked.a === asked.b) {
    throw new Refusal('input-invalid', 'These are one and the same id.', 'Name two ids.');
  }
  const [a, b] = asked.a < asked.b ? [asked.a, asked.b] : [asked.b, asked.a];
  const view = await openView(hub, caller);
  return view.read(async (lake) => {
    const [known] = await knownPairs(lake, [{ a, b }]);
    if (known === undefined) throw notInView();
    const said = (await reviewedInView(hub, lake)).get(pairKey(a, b));
    const isBlind = said !== undefined && dueTo(caller.actor.person, [said], oneInOf(hub)).length > 0;
    const inForce = await judgedIn(hub, lake);
    const judged = isBlind ? inForce.filter((one) => one.a !== a || one.b !== b) : inForce;
    const placed = await clustersIfJudged(lake, { judged, thought: { a, b, verdict } });
    const hits = await hitsIfJudged(lake, placed);
    const count = (effect: HitChange['effect']) => hits.filter((hit) => hit.effect === effect).length;
    const shown = changedGroups(placed, [a, b]);
    return {
      ...{ type: known.type, verdict, ...shown, hits: hits.slice(0, mostHits) },
      ...pairsMoved(placed),
      raised: count('raised'),
      withdrawn: count('withdrawn'),
    };
  });
}

/** The last word on each pair that rests on nothing but what is in the view, up to now. */
async function judgedIn(hub: Hub, lake: Lake): Promise<readonly SaidOfPair[]> {
  const { judgements } = await keptRows(hub.ledger, undefined, await contributionsInView(lake));
  return judgements.map(({ a, b, verdict }) => ({
    a: a as bigint,
    b: b as bigint,
    verdict: verdict as string,
  }));
}

function changedGroups(
  placed: readonly Placed[],
  two: readonly bigint[],
): Pick<JudgementPreview, 'before' | 'after'> {
  const meant = placed.filter(({ subject, before, after }) => before !== after || two.includes(subject));
  const groups = (when: 'before' | 'after') => {
    const wanted = new Set(meant.map((one) => one[when]));
    return [...wanted]
      .map((id) => ({ id, records: placed.filter((one) => one[when] === id).length }))
      .sort((one, other) => other.records - one.records || (one.id < other.id ? -1 : 1));
  };
  return { before: groups('before'), after: groups('after') };
}

/** How many pairs of records would come together, and how many apart. */
function pairsMoved(placed: readonly Placed[]): Pick<JudgementPreview, 'joined' | 'parted'> {
  const staying = pairsWithin(placed, ({ before, after }) => `${before} ${after}`);
  return {
    joined: pairsWithin(placed, ({ after }) => String(after)) - staying,
    parted: pairsWithin(placed, ({ before }) => String(before)) - staying,
  };
}

function pairsWithin(placed: readonly Placed[], groupOf: (one: Placed) => string): number {
  const sizes = new Map<string, number>();
  for (const one of placed) sizes.set(groupOf(one), (sizes.get(groupOf(one)) ?? 0) + 1);
  return [...sizes.values()].reduce((pairs, size) => pairs + (size * (size - 1)) / 2, 0);
}
