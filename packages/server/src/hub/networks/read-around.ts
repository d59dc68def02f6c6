import {
  type Around,
  type AroundAsked,
  commonNeighbours,
  expandNetwork,
} from '@clew/engine/products/network/expand-network.ts';
import {
  findPaths as findPathsIn,
  type Paths,
  type PathsAsked,
} from '@clew/engine/products/network/find-paths.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';

/** What is linked to some things in the caller's view. */
export async function readAround(hub: Hub, caller: Caller, asked: AroundAsked): Promise<Around> {
  const view = await openView(hub, caller);
  return view.read((lake) => expandNetwork(lake, asked));
}

/** What several things of the caller's view are all linked to. */
export async function findCommon(hub: Hub, caller: Caller, asked: AroundAsked): Promise<Around> {
  const view = await openView(hub, caller);
  return view.read((lake) => commonNeighbours(lake, asked));
}

/** The shortest paths between two things of the caller's view. */
export async function findPaths(hub: Hub, caller: Caller, asked: PathsAsked): Promise<Paths> {
  const view = await openView(hub, caller);
  return view.read((lake) => findPathsIn(lake, asked));
}
