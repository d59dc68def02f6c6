// In: statements.* and resolution.cluster. Out: graph.entity, link, place, moment, the labels of these rows, and what
// entities are found by.
// Invariant: no link, place or moment without the ids of the statements behind it, and each row carries the join of
// the labels of its statements. The name of a protected person does not get past this stage.

import type { Watch } from '@clew/model/progress.ts';
import type { Lake } from '../lake/lake.ts';
import { joinSql, sql } from '../lake/sql.ts';
import { runStep } from '../lake/store.ts';
import { caseAreaStep } from './case-areas.ts';
import { entityStep, gatherEntities, mentionTable } from './entities.ts';
import { joinLabelSets, labelSetTable } from './labels.ts';
import { gatherLinks, linkGroupTable, linkStep } from './links.ts';
import { gatherMoments, momentRowTable, momentStep } from './moments.ts';
import { gatherPlaces, placeRowTable, placeStep } from './places.ts';
import { findReferences, referenceTable } from './references.ts';
import { spellingStep, termStep, wordStep } from './search-index.ts';
import { entityTable, linkTable } from './tables.ts';

/** Makes the graph of a snapshot under `folder`. */
export async function connect(
  lake: Lake,
  { folder }: { readonly folder: string },
  watch: Watch = {},
): Promise<{ entities: number; links: number }> {
  let done = 0;
  const tell = () => watch.onProgress?.({ step: 'connect', done: done++, total: 13, unit: 'steps' });
  await lake.makeSchema('graph_work');
  const gathered = [mentionTable, linkGroupTable, placeRowTable, momentRowTable];
  for (const gather of [findReferences, gatherEntities, gatherLinks, gatherPlaces, gatherMoments]) {
    tell();
    await gather(lake);
  }
  const sets = gathered.map((table) => sql`select distinct labels from ${table}`);
  await joinLabelSets(lake, folder, joinSql(sets, ' union all '));
  for (const step of [
    entityStep,
    linkStep,
    placeStep,
    momentStep,
    caseAreaStep,
    termStep,
    wordStep,
    spellingStep,
  ]) {
    tell();
    await runStep(lake, folder, step());
  }
  for (const table of [...gathered, referenceTable, labelSetTable])
    await lake.run(sql`drop table if exists ${table}`);
  return lake.row(sql`select (select count(*) from ${entityTable}) as entities,
    (select count(*) from ${linkTable}) as links`);
}
