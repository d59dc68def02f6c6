import { type LinkageModel, modelledTypes, readModel as readIn } from '@clew/engine/resolution/read-model.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';

/** What the model of one type learnt from what the caller may read, and how. */
export async function readModel(
  hub: Hub,
  caller: Caller,
  { type }: { readonly type: string },
): Promise<LinkageModel> {
  const view = await openView(hub, caller);
  return view.read(async (lake) => {
    const model = await readIn(lake, type);
    if (model !== undefined) return model;
    throw new Refusal(
      'not-found',
      'Things of this type are not weighed against each other.',
      `Evidence decides on: ${modelledTypes.join(', ')}.`,
    );
  });
}
