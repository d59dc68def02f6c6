import {
  readWhereabouts as readIn,
  type Whereabouts,
  type WhereaboutsOptions,
} from '@clew/engine/products/dossier/read-whereabouts.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';

/** Where and when those entities were that the caller's view has; the others are not told apart from none. */
export async function readWhereabouts(
  hub: Hub,
  caller: Caller,
  asked: WhereaboutsOptions,
): Promise<readonly Whereabouts[]> {
  const view = await openView(hub, caller);
  return view.read((lake) => readIn(lake, asked));
}
