import { findEntity } from '@clew/engine/graph/find-entities.ts';
import { entityType } from '@clew/engine/graph/list-entities.ts';
import { type DossierParts, readDossierPart } from '@clew/engine/products/dossier/read-dossier.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';
import { notInView } from './read-entity.ts';

/** A page of one part of a dossier of the caller's view. */
export interface EntityPart<Row> {
  readonly view: string;
  /** The type of the entity. */
  readonly type: string;
  readonly rows: readonly Row[];
  readonly more: boolean;
}

export async function readEntityPart<P extends keyof DossierParts>(
  hub: Hub,
  caller: Caller,
  asked: { readonly id: bigint; readonly part: P; readonly offset: number; readonly limit: number },
): Promise<EntityPart<DossierParts[P]>> {
  const view = await openView(hub, caller);
  const { part, offset, limit } = asked;
  return view.read(async (lake) => {
    const entity = await findEntity(lake, asked.id);
    if (entity === undefined) throw notInView();
    const type = await entityType(lake, entity);
    const rows = await readDossierPart(lake, { entity, part, offset, limit: limit + 1 });
    // Moments come in date order: of one too many the first is the oldest, which is not on this page.
    const own = part === 'moments' ? rows.slice(-limit) : rows.slice(0, limit);
    return { view: view.id, type, rows: own, more: rows.length > limit };
  });
}
