import { findEntity } from '@clew/engine/graph/find-entities.ts';
import type { Dossier } from '@clew/engine/products/dossier/dossier.ts';
import { readDossier } from '@clew/engine/products/dossier/read-dossier.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';

/** The dossier of an entity of the caller's view; `id` is its own or that of one of its subjects. */
export async function readEntity(
  hub: Hub,
  caller: Caller,
  asked: { readonly id: bigint; readonly limit: number; readonly sources: number },
): Promise<Dossier> {
  const view = await openView(hub, caller);
  return view.read(async (lake) => {
    const entity = await findEntity(lake, asked.id);
    if (entity === undefined) throw notInView();
    return readDossier(lake, { entity, limit: asked.limit, sources: asked.sources });
  });
}

/** The one answer to an id that is not in the caller's view, whether or not it exists elsewhere. */
export function notInView(): Refusal {
  return new Refusal(
    'not-found',
    'There is no such thing in what you may see for this purpose.',
    'Look with clew find TEXT.',
  );
}
