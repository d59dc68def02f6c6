import type { DossierParts } from '@clew/engine/products/dossier/read-dossier.ts';
import { readEntityAge } from '@clew/model/contract/ages.ts';
import { assessCase } from '@clew/model/contract/assessments.ts';
import {
  listEntities,
  listEntityLinks,
  listEntityMoments,
  listEntityPlaces,
  listEntityRecords,
  listEntityStatements,
  readEntity,
  readWhereabouts,
  searchEntities,
} from '@clew/model/contract/entities.ts';
import { readLinkEvidence } from '@clew/model/contract/evidence.ts';
import { idFromText, idText } from '@clew/model/ids.ts';
import type { Caller } from '../../access/caller.ts';
import { assessOneCase } from '../../hub/entities/assess-case.ts';
import { findEntities } from '../../hub/entities/find-entities.ts';
import { listEntities as entitiesOf } from '../../hub/entities/list-entities.ts';
import { readAgeOf } from '../../hub/entities/read-age.ts';
import { readEntity as dossierOf } from '../../hub/entities/read-entity.ts';
import { readEntityPart } from '../../hub/entities/read-entity-part.ts';
import { readLinkEvidence as evidenceBehind } from '../../hub/entities/read-link-evidence.ts';
import { readWhereabouts as whereaboutsOf } from '../../hub/entities/read-whereabouts.ts';
import type { Hub } from '../../hub/hub.ts';
import { type PageAsked, type Wired, wire } from '../asked.ts';
import { dossierShown, evidenceShown, linkShown, momentShown, whereaboutsShown } from '../dossier-shown.ts';
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
  wire(readWhereabouts, async ({ hub, caller, body }) => {
    const read = await whereaboutsOf(hub, caller, { ...body, entities: body.entities.map(numberOf) });
    return { items: read.map(whereaboutsShown) };
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
  wire(listEntityLinks, (asked) => pageOfPart(asked, 'links', linkShown)),
  wire(listEntityStatements, (asked) => pageOfPart(asked, 'statements', (row) => row)),
  wire(listEntityRecords, (asked) =>
    pageOfPart(asked, 'records', ({ subject, type, ...row }) => ({ ...row, subject: idText(type, subject) })),
  ),
  wire(listEntityMoments, (asked) => pageOfPart(asked, 'moments', momentShown)),
  wire(listEntityPlaces, (asked) => pageOfPart(asked, 'places', (row) => row)),
  wire(assessCase, async ({ hub, caller, parameters, query }) => {
    const id = numberOf(parameters.entity);
    const { case: entity, view: _, rows, ...rest } = await assessOneCase(hub, caller, { id, ...query });
    return {
      id: idText('case', entity),
      ...rest,
      rows: rows.map(({ entity: person, ...row }) => ({ id: idText('person', person), ...row })),
    };
  }),
  wire(readEntityAge, async ({ hub, caller, parameters, query }) => {
    const { person, ...rest } = await readAgeOf(hub, caller, { id: numberOf(parameters.entity), ...query });
    return { id: idText('person', person), ...rest };
  }),
  wire(readLinkEvidence, async ({ hub, caller, parameters, query }) => {
    const between = [numberOf(parameters.entity), numberOf(parameters.other)] as const;
    return evidenceShown(await evidenceBehind(hub, caller, { between, ...query }));
  }),
];

interface PartAsked {
  readonly hub: Hub;
  readonly caller: Caller;
  readonly parameters: { readonly entity: string };
  page(): PageAsked;
}

/** A page of one part of a dossier; what it left out at the beginning is in its cursor. */
function pageOfPart<P extends keyof DossierParts, Row>(
  { hub, caller, parameters, page }: PartAsked,
  part: P,
  shown: (row: DossierParts[P] & { readonly type: string }) => Row,
): Promise<{ items: readonly Row[]; next: string | null }> {
  const asked = page();
  return pageOfView(asked, async (at) => {
    const offset = at === null ? 0 : Number(at);
    const id = numberOf(parameters.entity);
    const read = await readEntityPart(hub, caller, { id, part, offset, limit: asked.limit });
    const items = read.rows.map((row) => shown({ ...row, type: read.type }));
    return { view: read.view, items, next: read.more ? String(offset + asked.limit) : null };
  });
}
