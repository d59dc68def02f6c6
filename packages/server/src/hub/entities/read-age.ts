import { findEntity } from '@clew/engine/graph/find-entities.ts';
import { entityType } from '@clew/engine/graph/list-entities.ts';
import { type PersonAge, readAge } from '@clew/engine/products/age/read-age.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';
import { notInView } from './read-entity.ts';

/** What was recorded of somebody's age, over what the caller may see. */
export async function readAgeOf(
  hub: Hub,
  caller: Caller,
  asked: { readonly id: bigint; readonly limit: number },
): Promise<PersonAge> {
  const view = await openView(hub, caller);
  return view.read(async (lake) => {
    const entity = await findEntity(lake, asked.id);
    if (entity === undefined || (await entityType(lake, entity)) !== 'person') throw notInView();
    return readAge(lake, { entity, limit: asked.limit });
  });
}
