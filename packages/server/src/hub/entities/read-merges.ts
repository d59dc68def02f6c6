import { findEntity } from '@clew/engine/graph/find-entities.ts';
import { entityType } from '@clew/engine/graph/list-entities.ts';
import { type JoinedRecord, readMerges as mergesOf } from '@clew/engine/products/dossier/read-merges.ts';
import { knownPairs } from '@clew/engine/resolution/review/read-questions.ts';
import { dueTo } from '@clew/engine/resolution/review/second-opinion.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';
import { oneInOf, reviewedInView, type ToldVerdict, toldVerdicts } from '../review/reviewed-pairs.ts';
import { notInView } from './read-entity.ts';

/** How the records of an entity of the caller's view became one, and what people said of them. */
export interface Merges {
  readonly type: string;
  readonly records: readonly JoinedRecord[];
  readonly judgements: readonly (ToldVerdict & { readonly a: bigint; readonly b: bigint })[];
}

/** What somebody is to judge without knowing what others said is not told. */
export async function readMerges(hub: Hub, caller: Caller, asked: { readonly id: bigint }): Promise<Merges> {
  const view = await openView(hub, caller);
  const { type, records, pairs } = await view.read(async (lake) => {
    const entity = await findEntity(lake, asked.id);
    if (entity === undefined) throw notInView();
    const records = await mergesOf(lake, entity);
    const judged = [...(await reviewedInView(hub, lake)).values()];
    const blind = new Set(dueTo(caller.actor.person, judged, oneInOf(hub)).map(({ a, b }) => `${a} ${b}`));
    const own = new Set(records.map(({ subject }) => subject));
    const about = judged.filter(({ a, b }) => (own.has(a) || own.has(b)) && !blind.has(`${a} ${b}`));
    const known = new Set((await knownPairs(lake, about)).map(({ a, b }) => `${a} ${b}`));
    const pairs = about.filter(({ a, b }) => known.has(`${a} ${b}`));
    return { type: await entityType(lake, entity), records, pairs };
  });
  const judgements: Merges['judgements'][number][] = [];
  for (const pair of pairs) {
    const told = await toldVerdicts(hub, caller, pair);
    judgements.push(...told.map((one) => ({ ...one, a: pair.a, b: pair.b })));
  }
  return { type, records, judgements: judgements.sort((one, other) => (one.at < other.at ? -1 : 1)) };
}
