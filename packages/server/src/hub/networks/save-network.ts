import { contributionsOf } from '@clew/engine/products/network/contributions-of.ts';
import { currentEntities } from '@clew/engine/products/network/read-network.ts';
import { addNetworkView, networkViewsOf } from '@clew/ledger/network-views.ts';
import { idFromText } from '@clew/model/ids.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import { notInView } from '../entities/read-entity.ts';
import type { Hub } from '../hub.ts';
import { ownerOf, type SavedNetwork } from './saved-network.ts';

export interface NetworkToSave {
  readonly title: string;
  readonly document: SavedNetwork;
  readonly notes: readonly { readonly entity: string; readonly text: string }[];
}

/** Networks that somebody has for one purpose and project at most. */
const mostSaved = 200;

/**
 * Keeps a network for the caller: ids and places as they are given, as far as the caller sees them. What is written is
 * sealed under the contributions that speak of what it is about.
 */
export async function saveNetwork(
  hub: Hub,
  caller: Caller,
  given: NetworkToSave,
): Promise<{ readonly id: string }> {
  const view = await openView(hub, caller);
  const numbers = new Map(given.document.members.map((id) => [id, idFromText(id.slice(-16)) ?? 0n]));
  const { seen, sources } = await view.read(async (lake) => {
    const current = await currentEntities(lake, numbers.values());
    return { seen: current, sources: await contributionsOf(lake, current.values()) };
  });
  const spokenOf = (id: string) => {
    const entity = seen.get(numbers.get(id) ?? 0n);
    return entity === undefined ? [] : (sources.get(entity) ?? []);
  };
  const kept = new Set(given.document.members.filter((id) => spokenOf(id).length > 0));
  if (kept.size === 0) throw notInView();
  const owner = ownerOf(caller);
  const id = await hub.ledger.transaction(async (database) => {
    if ((await networkViewsOf(database, owner)).length >= mostSaved) {
      throw new Refusal('input-invalid', `You have ${mostSaved} networks already.`, 'Remove one first.');
    }
    return addNetworkView(database, {
      owner,
      title: { text: given.title, contributions: [...kept].flatMap(spokenOf) },
      things: kept.size,
      document: keptPart(given.document, kept),
      notes: new Map(
        given.notes
          .filter(({ entity }) => kept.has(entity))
          .map(({ entity, text }) => [entity, { text, contributions: spokenOf(entity) }]),
      ),
      at: new Date().toISOString(),
    });
  });
  return { id };
}

/** Of a network that of some things only. */
function keptPart(document: SavedNetwork, kept: ReadonlySet<string>): SavedNetwork {
  const places = document.members.flatMap((id, place) => (kept.has(id) ? [place] : []));
  const at = <T>(all: readonly T[]) => places.map((place) => all[place] as T);
  return {
    ...document,
    members: at(document.members),
    x: at(document.x),
    y: at(document.y),
    pinned: document.pinned.filter((id) => kept.has(id)),
  };
}
