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
import type { Dossier, DossierHead, DossierOptions } from './dossier.ts';
import { gatherStatements, readProperties, readRecords, withheldStatements } from './stated.ts';
import { readLinks, readMoments, readPlaces } from './surroundings.ts';

/** The dossier of an entity that is there: `findEntity` tells. */
export async function readDossier(lake: Lake, options: DossierOptions): Promise<Dossier> {
  const { content, ...head } = await lake.row<DossierHead & { content: string | null }>(sql`
    select e.entity, e.type, e.caption, e.owners, e.first_seen as "firstSeen", e.last_seen as "lastSeen",
      e.protected, l.content
    from ${entityTable} e left join ${joinedLabelTable} l on l.label = e.label
    where e.entity = ${options.entity}`);
  await gatherStatements(lake, head);
  const properties = await readProperties(lake, head.type, options);
  const statements = await withheldStatements(lake);
  const records = await readRecords(lake, options.limit);
  const links = await readLinks(lake, head, options.limit);
  const places = await readPlaces(lake, head, options.limit);
  const moments = await readMoments(lake, head, options.limit);
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
