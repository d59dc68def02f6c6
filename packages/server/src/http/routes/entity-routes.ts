import { listEntities, readEntity, searchEntities } from '@clew/model/contract/entities.ts';
import { idFromText, idText } from '@clew/model/ids.ts';
import { findEntities } from '../../hub/entities/find-entities.ts';
import { listEntities as entitiesOf } from '../../hub/entities/list-entities.ts';
import { readEntity as dossierOf } from '../../hub/entities/read-entity.ts';
import { type Wired, wire } from '../asked.ts';
import { dossierShown } from '../dossier-shown.ts';
import { numberOf } from '../number-of.ts';
import { pageOfView } from '../page-of-list.ts';

export const entityRoutes: readonly Wired[] = [
  wire(searchEntities, async ({ hub, caller, body }) => {
    const found = await findEntities(hub, caller, body);
    const items = found.map(({ entity, first_seen: firstSeen, last_seen: lastSeen, ...rest }) => ({
      id: idText(rest.type, entity),
      firstSeen,
      lastSeen,
      ...rest,
    }));
    return { items };
  }),
  wire(listEntities, ({ hub, caller, query, page }) => {
    const asked = page();
    return pageOfView(asked, async (at) => {
      const after = at === null ? undefined : idFromText(at);
      const limit = asked.limit + 1;
      const { view, entities } = await entitiesOf(hub, caller, { type: query.type, after, limit });
      const items = entities
        .slice(0, asked.limit)
        .map(({ entity, ...rest }) => ({ id: idText(rest.type, entity), ...rest }));
      const last = entities.length > asked.limit ? items.at(-1)?.id : undefined;
      return { view, items, next: last ?? null };
    });
  }),
  wire(readEntity, async ({ hub, caller, parameters, query }) =>
    dossierShown(await dossierOf(hub, caller, { id: numberOf(parameters.entity), ...query })),
  ),
];
