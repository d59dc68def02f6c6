import {
  describeNetwork,
  expandNetwork,
  findCommonNeighbours,
  findPaths,
  listNetworkViews,
  readNetworkView,
  removeNetworkView,
  saveNetworkView,
} from '@clew/model/contract/networks.ts';
import { idText } from '@clew/model/ids.ts';
import { describeNetwork as describe } from '../../hub/networks/describe-network.ts';
import { findCommon, findPaths as paths, readAround } from '../../hub/networks/read-around.ts';
import { listSaved, readSaved, removeSaved } from '../../hub/networks/read-saved.ts';
import { saveNetwork } from '../../hub/networks/save-network.ts';
import { type Wired, wire } from '../asked.ts';
import { networkShown } from '../network-shown.ts';
import { numberOf } from '../number-of.ts';
import { pageOfList } from '../page-of-list.ts';

export const networkRoutes: readonly Wired[] = [
  wire(describeNetwork, async ({ hub, caller, parameters }) => {
    const { network, members, phases, ...rest } = await describe(hub, caller, numberOf(parameters.entity));
    const idOf = (entity: bigint) => idText('person', entity);
    return {
      id: idOf(network),
      ...rest,
      members: members.map(({ entity, ...member }) => ({ id: idOf(entity), ...member })),
      phases: phases.map(({ between, ...phase }) => ({ ...phase, between: between.map(idOf) })),
    };
  }),
  wire(expandNetwork, async ({ hub, caller, body }) => {
    const { more, leftOut, ...network } = await readAround(hub, caller, numbered(body));
    return { ...networkShown(network), more, leftOut };
  }),
  wire(findCommonNeighbours, async ({ hub, caller, body }) => {
    const { more, leftOut, ...network } = await findCommon(hub, caller, numbered(body));
    return { ...networkShown(network), more, leftOut };
  }),
  wire(findPaths, async ({ hub, caller, body }) => {
    const { from, to, members, ...rest } = body;
    const asked = { from: numberOf(from), to: numberOf(to), members: members.map(numberOf), ...rest };
    const { paths: found, searched, ...network } = await paths(hub, caller, asked);
    const types = new Map(network.nodes.map(({ entity, type }) => [entity, type]));
    const named = found.map((path) => path.map((entity) => idText(types.get(entity) ?? '', entity)));
    return { ...networkShown(network), paths: named, searched };
  }),
  wire(listNetworkViews, async ({ hub, caller, page }) =>
    pageOfList(page(), await listSaved(hub, caller), ({ id }) => id),
  ),
  wire(saveNetworkView, ({ hub, caller, body }) => {
    const { notes, ...document } = body.document;
    return saveNetwork(hub, caller, { title: body.title, document, notes });
  }),
  wire(readNetworkView, async ({ hub, caller, parameters }) => {
    const { kept, document, notes, network } = await readSaved(hub, caller, parameters.view);
    return { ...networkShown(network), ...kept, document: { ...document, notes } };
  }),
  wire(removeNetworkView, async ({ hub, caller, parameters }) => {
    await removeSaved(hub, caller, parameters.view);
    return undefined;
  }),
];

function numbered<B extends { readonly entities: readonly string[]; readonly members: readonly string[] }>(
  body: B,
) {
  return { ...body, entities: body.entities.map(numberOf), members: body.members.map(numberOf) };
}
