// In: the id of a network that the caller saved. Out: what it holds, its content read anew.
// Invariant: nothing is told that the caller's view of today does not hold; what was merged since stands once.
import type { Network } from '@clew/engine/products/network/network.ts';
import { currentEntities, readNetwork } from '@clew/engine/products/network/read-network.ts';
import {
  findNetworkView,
  type ListedNetworkView,
  networkViewsOf,
  removeNetworkView,
} from '@clew/ledger/network-views.ts';
import { idFromText, idText } from '@clew/model/ids.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';
import { noSuchNetwork, ownerOf, type SavedNetwork } from './saved-network.ts';

export interface OpenedNetwork {
  readonly kept: Omit<ListedNetworkView, 'things'>;
  readonly document: SavedNetwork;
  readonly notes: readonly { readonly entity: string; readonly text: string }[];
  readonly network: Network;
}

/** The networks that the caller saved for this purpose and project, the last one first. */
export async function listSaved(hub: Hub, caller: Caller): Promise<readonly ListedNetworkView[]> {
  await hub.gate.pass(caller, 'view.read', wholeHub);
  return networkViewsOf(hub.ledger, ownerOf(caller));
}

export async function removeSaved(hub: Hub, caller: Caller, id: string): Promise<void> {
  await hub.gate.pass(caller, 'view.read', wholeHub);
  const isGone = await hub.ledger.transaction((database) => removeNetworkView(database, ownerOf(caller), id));
  if (!isGone) throw noSuchNetwork();
}

export async function readSaved(hub: Hub, caller: Caller, id: string): Promise<OpenedNetwork> {
  const view = await openView(hub, caller);
  const found = await findNetworkView(hub.ledger, ownerOf(caller), id);
  if (found === undefined) throw noSuchNetwork();
  const document = found.document as SavedNetwork;
  const numbers = document.members.map((member) => idFromText(member.slice(-16)) ?? 0n);
  const { current, network } = await view.read(async (lake) => {
    const now = await currentEntities(lake, numbers);
    return { current: now, network: await readNetwork(lake, { entities: now.values(), members: [] }) };
  });
  const types = new Map(network.nodes.map(({ entity, type }) => [entity, type]));
  const nameNow = (member: string): string | undefined => {
    const entity = current.get(idFromText(member.slice(-16)) ?? 0n);
    const type = entity === undefined ? undefined : types.get(entity);
    return entity === undefined || type === undefined ? undefined : idText(type, entity);
  };
  const { title, savedAt, notes } = found;
  return {
    kept: { id, title, savedAt },
    document: asNow(document, nameNow),
    notes: [...notes].flatMap(([member, text]) => {
      const entity = nameNow(member);
      return entity === undefined ? [] : [{ entity, text }];
    }),
    network,
  };
}

/** The same network under the ids of today, each once. */
function asNow(document: SavedNetwork, nameNow: (member: string) => string | undefined): SavedNetwork {
  const places = new Map<string, number>();
  document.members.forEach((member, place) => {
    const name = nameNow(member);
    if (name !== undefined && !places.has(name)) places.set(name, place);
  });
  const at = (all: readonly number[]) => [...places.values()].map((place) => all[place] ?? 0);
  const pinned = document.pinned.map(nameNow).filter((name) => name !== undefined);
  return {
    ...document,
    members: [...places.keys()],
    x: at(document.x),
    y: at(document.y),
    pinned: [...new Set(pinned)],
  };
}
