import { type FoundEntity, findEntities as findIn } from '@clew/engine/graph/find-entities.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';

/** What a text means in the caller's view: the best match first. */
export async function findEntities(
  hub: Hub,
  caller: Caller,
  asked: { readonly text: string; readonly type?: string | undefined; readonly limit: number },
): Promise<readonly FoundEntity[]> {
  const view = await openView(hub, caller);
  const { text, type, limit } = asked;
  return view.read((lake) => findIn(lake, { text, limit, ...(type === undefined ? {} : { type }) }));
}
