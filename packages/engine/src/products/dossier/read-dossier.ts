// In: the published tables of all stages and the id of one entity.
// Out: its dossier as plain data, every list with its total and at most `limit` rows.
// Invariant: of a protected person no name, contact, place or finding is read out, neither here nor in the dossier
// of a thing that the person uses; how much is left out is counted.
import { labelFromText } from '@clew/model/terms/label.ts';
import { countFindings, listFindings } from '../../findings/list-findings.ts';
import { entityTable, joinedLabelTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { countHits } from '../count-hits.ts';
import type {
  Dossier,
  DossierHead,
  DossierMoment,
  DossierOptions,
  DossierPlace,
  DossierRecord,
  DossierStatement,
  ListedLink,
  PartPage,
} from './dossier.ts';
import {
  gatherStatements,
  readProperties,
  readRecords,
  readStatements,
  withheldStatements,
} from './stated.ts';
import { listLinks, readLinks, readMoments, readPlaces } from './surroundings.ts';

/** The dossier of an entity that is there: `findEntity` tells. */
export async function readDossier(lake: Lake, options: DossierOptions): Promise<Dossier> {
  const { content, ...head } = await readHead(lake, options.entity);
  const page = { limit: options.limit };
  await gatherStatements(lake, head);
  const properties = await readProperties(lake, head.type, options);
  const statements = await withheldStatements(lake);
  const records = await readRecords(lake, page);
  const links = await readLinks(lake, head, options.limit);
  const places = await readPlaces(lake, head, page);
  const moments = await readMoments(lake, head, page);
  const findings = await countFindings(lake, { concerning: head.entity });
  return {
    ...head,
    label: content === null ? null : labelFromText(content),
    withheld: {
      statements,
      links: links.withheld,
      places: places.withheld,
      moments: moments.withheld,
      findings: head.protected ? findings : 0,
    },
    properties,
    links: links.groups,
    places: places.shown,
    moments: moments.shown,
    records,
    findings: head.protected
      ? { total: 0, rows: [] }
      : {
          total: findings,
          rows: await listFindings(lake, { limit: options.limit, concerning: head.entity }),
        },
    hits: head.protected ? [] : await countHits(lake, { entity: head.entity }),
  };
}

/** The parts of a dossier that can be read page by page. */
export interface DossierParts {
  readonly links: ListedLink;
  readonly statements: DossierStatement;
  readonly records: DossierRecord;
  /** The last ones first come on the first page, each page in date order. */
  readonly moments: DossierMoment;
  readonly places: DossierPlace;
}

/** A page of one part of the dossier of an entity that is there. What a dossier withholds, it withholds. */
export async function readDossierPart<P extends keyof DossierParts>(
  lake: Lake,
  { entity, part, ...page }: PartPage & { readonly entity: bigint; readonly part: P },
): Promise<readonly DossierParts[P][]> {
  const { content: _, ...head } = await readHead(lake, entity);
  if (part === 'statements' || part === 'records') await gatherStatements(lake, head);
  const read: { readonly [K in keyof DossierParts]: () => Promise<readonly DossierParts[K][]> } = {
    links: () => listLinks(lake, head, page),
    statements: () => readStatements(lake, page),
    records: async () => (await readRecords(lake, page)).rows,
    moments: async () => (await readMoments(lake, head, page)).shown.rows,
    places: async () => (await readPlaces(lake, head, page)).shown.rows,
  };
  return read[part]();
}

function readHead(lake: Lake, entity: bigint): Promise<DossierHead & { readonly content: string | null }> {
  return lake.row<DossierHead & { content: string | null }>(sql`
    select e.entity, e.type, e.caption, e.owners, e.first_seen as "firstSeen", e.last_seen as "lastSeen",
      e.protected, l.content
    from ${entityTable} e left join ${joinedLabelTable} l on l.label = e.label
    where e.entity = ${entity}`);
}
