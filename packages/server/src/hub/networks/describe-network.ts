import { findEntity } from '@clew/engine/graph/find-entities.ts';
import {
  type DescribedNetwork,
  describeNetwork as describeIn,
} from '@clew/engine/products/network/describe-network.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import { notInView } from '../entities/read-entity.ts';
import type { Hub } from '../hub.ts';

/** The network that somebody belongs to, in the caller's view. */
export async function describeNetwork(hub: Hub, caller: Caller, id: bigint): Promise<DescribedNetwork> {
  const view = await openView(hub, caller);
  return view.read(async (lake) => {
    const entity = await findEntity(lake, id);
    if (entity === undefined) throw notInView();
    const described = await describeIn(lake, entity);
    if (described === undefined) throw inNoNetwork();
    return described;
  });
}

function inNoNetwork(): Refusal {
  return new Refusal(
    'not-found',
    'It belongs to no network of what you may see.',
    'A network is three people or more whom cases or close ties bind; who is protected is in none.',
  );
}
