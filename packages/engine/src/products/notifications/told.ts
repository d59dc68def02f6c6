// In: the notifications that are mounted, and what folders before them told. Out: of each notification a digest of what its
// recipient and the hub keep of it, so that what comes later tells only what is not as it was.

import { join } from 'node:path';
import type { Lake } from '../../lake/lake.ts';
import { takeFound, writeLookUp } from '../../lake/look-up.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { inTurn, parquetFiles, runStep, tableFolder } from '../../lake/store.ts';
import { defineTable } from '../../lake/table.ts';
import { notificationTable } from '../tables.ts';

/** What was told; no digest: it no longer holds. Beside the notifications, for those that come later alone. */
const toldTable = defineTable('products', 'told', {
  notification: 'UBIGINT',
  entity: 'UBIGINT',
  digest: 'UBIGINT',
});

const digest = sql`md5_number_lower(concat_ws('|', recipient, other, kind, type, own::varchar, own_contributions::varchar,
  own_contribution, own_row, others::varchar, other_contributions::varchar))::ubigint`;

/** What a snapshot told is looked up by what it was told of, and by its id. */
const byEntity = { numbers: ['notification'] } as const;
const byNotification = { numbers: ['entity', 'digest'] } as const;
const entityFolder = (folder: string) => join(folder, 'held', 'by-id', 'told_entity');
const notificationFolder = (folder: string) => join(folder, 'held', 'by-id', 'told_notification');
const foundTable = defineTable('matching', 'found_told', {});

/** Keeps what the mounted notifications of a snapshot tell. */
export async function keepTold(lake: Lake, folder: string): Promise<void> {
  const told = sql`select notification, entity, ${digest} as digest from ${notificationTable}`;
  const select = sql`select entity as id, notification from (${told})`;
  await writeLookUp(lake, entityFolder(folder), { ...byEntity, select });
  const ofId = sql`select notification as id, entity, digest from (${told})`;
  await writeLookUp(lake, notificationFolder(folder), { ...byNotification, select: ofId });
}

/**
 * Compares all notifications on some entities with what the folders told of these, the last word on each. Makes a view
 * `news` of those that are new or not as they were, and returns the ids of those that no longer hold.
 */
export async function takeNews(
  lake: Lake,
  of: {
    readonly folder: string;
    /** The folder of the snapshot, and of what came after it. */
    readonly held: readonly [string, ...string[]];
    /** Tables: of entities, and of the notifications on them. */
    readonly entities: Query;
    readonly notifications: Query;
    /** The view to be made. */
    readonly news: Query;
  },
): Promise<readonly bigint[]> {
  const { entities, notifications } = of;
  const [base, ...later] = of.held;
  const files = await Promise.all(later.map((folder) => parquetFiles(tableFolder(folder, toldTable))));
  const after = sql`(${inTurn(toldTable.columns, files.flat())})`;
  const asked: Query = { text: 'matching.asked_told' };
  await lake.makeSchema('matching');
  const ids = sql`from ${entities}`;
  await takeFound(lake, { ...byEntity, folder: entityFolder(base), ids, into: foundTable });
  await lake.run(sql`create or replace table ${asked} as
    select notification from ${foundTable} union select notification from ${after} where entity in (from ${entities})
    union select notification from ${notifications}`);
  const found = { ids: sql`from ${asked}`, into: foundTable };
  await takeFound(lake, { ...byNotification, folder: notificationFolder(base), ...found });
  const standing: Query = { text: 'matching.standing_told' };
  await lake.run(sql`create or replace table ${standing} as
    select * from (select id as notification, entity, digest, -1 as turn from ${foundTable}
      union all by name from ${after} where notification in (from ${asked}))
    qualify row_number() over (partition by notification order by turn desc, entity) = 1`);
  const now: Query = { text: 'matching.told_now' };
  await lake.run(sql`create or replace table ${now} as
    select notification, entity, ${digest} as digest from ${notifications}
    union all select notification, entity, null from ${standing} where digest is not null
      and entity in (from ${entities}) and notification not in (select notification from ${notifications})`);
  await lake.run(sql`create or replace view ${of.news} as
    select n.* from ${notifications} n join ${now} t using (notification, entity)
    left join ${standing} s on s.notification = n.notification where s.digest is distinct from t.digest`);
  await runStep(lake, of.folder, {
    writes: toldTable,
    select: sql`from ${now} order by notification, entity`,
  });
  const rows = await lake.rows<{ notification: bigint }>(
    sql`select notification from ${now} where digest is null order by notification`,
  );
  return rows.map(({ notification }) => notification);
}
