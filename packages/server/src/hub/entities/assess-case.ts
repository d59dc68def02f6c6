import { findEntity } from '@clew/engine/graph/find-entities.ts';
import { entityType } from '@clew/engine/graph/list-entities.ts';
import { assessCase, type CaseAssessment } from '@clew/engine/products/assessment/assess-case.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';
import { notInView } from './read-entity.ts';

/** What the recorded indicators of trafficking come to for the people of a case, over what the caller may see. */
export async function assessOneCase(
  hub: Hub,
  caller: Caller,
  asked: { readonly id: bigint; readonly limit: number; readonly offset?: number },
): Promise<CaseAssessment & { readonly view: string }> {
  const view = await openView(hub, caller);
  return view.read(async (lake) => {
    const entity = await findEntity(lake, asked.id);
    if (entity === undefined || (await entityType(lake, entity)) !== 'case') throw notInView();
    return { view: view.id, ...(await assessCase(lake, { ...asked, entity })) };
  });
}
