import { type Score, scoreRun } from '@clew/engine/world/score.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';
import { mountPublished } from '../mount-published.ts';

/** Holds the hub's own snapshot against the truth of a synthetic world. */
export async function scoreHub(
  hub: Hub,
  caller: Caller,
  { world }: { readonly world: string },
): Promise<{ readonly snapshot: string; readonly score: Score }> {
  await hub.gate.pass(caller, 'hub.score', wholeHub);
  return hub.alone(async () => {
    const { id } = await mountPublished(hub);
    return { snapshot: id, score: await scoreRun(hub.lake, { world }) };
  });
}
