import { findEntity } from '@clew/engine/graph/find-entities.ts';
import {
  type Evidence,
  readLinkEvidence as readEvidence,
} from '@clew/engine/products/dossier/read-evidence.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';
import { notInView } from './read-entity.ts';

/** The first statements behind the links between two things of the caller's view. */
export async function readLinkEvidence(
  hub: Hub,
  caller: Caller,
  asked: { readonly between: readonly [bigint, bigint]; readonly limit: number },
): Promise<Evidence> {
  const view = await openView(hub, caller);
  return view.read(async (lake) => {
    const one = await findEntity(lake, asked.between[0]);
    const other = await findEntity(lake, asked.between[1]);
    if (one === undefined || other === undefined) throw notInView();
    return readEvidence(lake, { between: [one, other], limit: asked.limit });
  });
}
