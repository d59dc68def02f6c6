// What comes between two snapshots: new contributions and judgements, matched against what a snapshot holds.
// In: a snapshot that kept what later ones are compared with, what came after it so far, and what is new.
// Out: a folder like a snapshot's with the clusters and holdings that are new or may have changed, and digests of what was
// told. Invariant: with the same models, what stands then is what a run over all would say, row for row.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Watch } from '@clew/model/progress.ts';
import { keptJudgementTable } from './kept.ts';
import type { Lake } from './lake/lake.ts';
import { rowsOfOneThread, withOneThread } from './lake/one-thread.ts';
import { type Query, sql } from './lake/sql.ts';
import { mountTable, writeStep, writeWhole } from './lake/store.ts';
import { loadTable } from './lake/table-writer.ts';
import { mountGiven, type SnapshotSources } from './pipeline.ts';
import { holdingRows, takeHoldings, takeNamed } from './products/notifications/holdings.ts';
import { takeNotifications } from './products/notifications/notify.ts';
import { takeNews } from './products/notifications/told.ts';
import { holdingTable, notificationTable } from './products/tables.ts';
import { addClusters, canBeLookedUp, heldTypes, mountHeld } from './resolution/held.ts';
import { type ModelRow, trainedModelsFrom } from './resolution/kept-model.ts';
import { takeClusters } from './resolution/look-up-held.ts';
import { resolve } from './resolution/resolve.ts';
import { clusterTable, modelTable } from './resolution/tables.ts';
import { folderLabels, mountLabels, type Scope } from './statements/scope.ts';
import { statementTable } from './statements/tables.ts';

export interface NewInput extends SnapshotSources {
  readonly scope: Scope;
  /** The folders of the snapshot, and of what came after it, in their order. */
  readonly held: readonly [string, ...string[]];
  /** The folders of the contributions that those were made from. */
  readonly heldContributions: readonly string[];
  /** Where it goes. */
  readonly folder: string;
  /** Kept beside it, as JSON, to know it again. */
  readonly mark: unknown;
  /**
   * Tells what has changed: the ids of notifications that no longer hold, 16 hex digits each; those that are new, or not as
   * they were, are in `products.notification`. Called before the folder appears, so that what was not told is matched again.
   */
  readonly tell: (gone: readonly string[]) => Promise<void>;
}

/** Whether a snapshot keeps what later contributions can be matched against. */
export function canGrow(folder: string): boolean {
  return heldTypes([folder]).length > 0 && canBeLookedUp(folder);
}

/** Matches what is new against what is held. */
export async function matchNew(lake: Lake, input: NewInput, watch: Watch = {}): Promise<void> {
  await mountGiven(lake, input);
  const { count } = await lake.row<{ count: number }>(sql`select count(*) as count from ${statementTable}`);
  const match = () => matchMounted(lake, input, watch);
  await (count > rowsOfOneThread ? match() : withOneThread(lake, match));
}

async function matchMounted(lake: Lake, input: NewInput, watch: Watch): Promise<void> {
  const { held, kept } = input;
  await loadTable(lake, keptJudgementTable, kept.judgements);
  await mountHeld(lake, held);
  await mountTable(lake, modelTable, held.slice(0, 1));
  const models = trainedModelsFrom(await lake.rows<ModelRow>(sql`select * from ${modelTable}`));
  await writeWhole(input.folder, async (folder) => {
    // Who holds what of what is new hangs on nothing that is compared, and only one core compares.
    const done = await Promise.allSettled([
      resolve(lake, { folder, held, known: held[0], models }, watch),
      lake.beside((run) => writeStep(run, folder, { writes: holdingTable, select: holdingRows })),
    ]);
    for (const one of done) if (one.status === 'rejected') throw one.reason;
    await input.tell(await tellNew(lake, { ...input, folder }));
    await lake.dropSchema('matching');
    await writeFile(join(folder, 'matched.json'), JSON.stringify(input.mark));
  });
}

const changedTable: Query = { text: 'matching.changed' };
const touchedTable: Query = { text: 'matching.touched' };
const standingTable: Query = { text: 'matching.standing' };
const aroundTable: Query = { text: 'matching.around' };

/** Writes the notifications on everything that what is new has to do with, and returns those that are gone. */
async function tellNew(lake: Lake, input: NewInput): Promise<readonly string[]> {
  const { folder, held, scope } = input;
  await lake.makeSchema('matching');
  const [base, ...later] = held;
  // Before what is new stands beside what was held: who was somewhere else, on their own, or nowhere.
  const before: Query = { text: 'matching.before' };
  const ids = sql`select subject from ${clusterTable}`;
  await takeClusters(lake, base, { column: 'subject', ids, into: before });
  await lake.run(sql`create or replace table ${changedTable} as
    select n.subject, n.entity as now, coalesce(o.entity, n.subject) as was from ${clusterTable} n
    left join ${before} o using (subject) where o.entity is distinct from n.entity`);
  await mountTable(lake, holdingTable, [folder]);
  await lake.run(sql`create or replace table matching.new_holding as from ${holdingTable}`);
  await addClusters(lake);
  await mountTable(lake, holdingTable, [...later, folder]);
  await takeTouched(lake, base);
  const all = await folderLabels(lake, [...input.heldContributions, ...input.contributionFolders]);
  await mountLabels(lake, all, scope);
  const things = await takeMembers(lake, base, touchedTable);
  await takeHoldings(lake, base, { things, into: standingTable });
  await takeClusters(lake, base, {
    column: 'subject',
    ids: sql`select thing from ${standingTable} union select subject from ${standingTable}`,
    into: aroundTable,
  });
  const [notifications, news]: [Query, Query] = [{ text: 'matching.notified' }, { text: 'matching.news' }];
  await takeNotifications(lake, { holdings: standingTable, clusters: aroundTable, into: notifications });
  const gone = await takeNews(lake, { folder, held, entities: touchedTable, notifications, news });
  await lake.run(sql`create or replace view ${notificationTable} as from ${news}`);
  return gone.map((notification) => notification.toString(16).padStart(16, '0'));
}

/**
 * The entities whose notifications may change: where somebody is or was whom what is new moved or says something of, and
 * those of the things that the members of these name.
 */
async function takeTouched(lake: Lake, base: string): Promise<void> {
  const entityOf = (
    id: string,
  ) => sql`select coalesce(c.entity, h.${{ text: id }}) from matching.new_holding h
    left join matching.stated c on c.subject = h.${{ text: id }}`;
  await takeClusters(lake, base, {
    column: 'subject',
    ids: sql`select thing from matching.new_holding union select subject from matching.new_holding`,
    into: { text: 'matching.stated' },
  });
  await lake.run(sql`create or replace table matching.seed as
    select now as entity from ${changedTable} union select was from ${changedTable}
    union ${entityOf('thing')} union ${entityOf('subject')}`);
  const subjects = await takeMembers(lake, base, { text: 'matching.seed' });
  const [named, clusters]: [Query, Query] = [{ text: 'matching.named' }, { text: 'matching.named_cluster' }];
  await takeNamed(lake, base, { subjects, into: named });
  await takeClusters(lake, base, { column: 'subject', ids: sql`from ${named}`, into: clusters });
  await lake.run(sql`create or replace table ${touchedTable} as
    select entity from matching.seed
    union select coalesce(c.entity, n.thing) from ${named} n left join ${clusters} c on c.subject = n.thing`);
}

/** Fills a table with who is in some entities, and returns the query that asks it. */
async function takeMembers(lake: Lake, base: string, entities: Query): Promise<Query> {
  const [clusters, members]: [Query, Query] = [{ text: 'matching.in_entity' }, { text: 'matching.member' }];
  await takeClusters(lake, base, { column: 'entity', ids: sql`from ${entities}`, into: clusters });
  await lake.run(sql`create or replace table ${members} as
    select subject from ${clusters} union from ${entities}`);
  return sql`from ${members}`;
}
