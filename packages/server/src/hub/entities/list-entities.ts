import { type ListedEntity, listEntities as listIn } from '@clew/engine/graph/list-entities.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';

/** The entities of the caller's view in the order of their ids, after the one named. */
export async function listEntities(
  hub: Hub,
  caller: Caller,
  asked: {
    readonly type?: string | undefined;
    readonly after?: bigint | undefined;
    readonly limit: number;
  },
): Promise<{ readonly view: string; readonly entities: readonly ListedEntity[] }> {
  const view = await openView(hub, caller);
  return { view: view.id, entities: await view.read((lake) => listIn(lake, asked)) };
}
