// In: the notifications that are mounted, and what folders before them told. Out: of each notification a digest of what its
// recipient and the hub keep of it, so that what comes later tells only what is not as it was.

import type { Lake } from '../../lake/lake.ts';
import { joinSql, type Query, sql } from '../../lake/sql.ts';
import { parquet, parquetFiles, runStep, tableFolder } from '../../lake/store.ts';
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

/** Keeps what the mounted notifications of a snapshot tell. */
export async function keepTold(lake: Lake, folder: string): Promise<void> {
  await runStep(lake, folder, {
    writes: toldTable,
    select: sql`select notification, entity, ${digest} as digest from ${notificationTable} order by notification, entity`,
  });
}

/**
 * Compares the mounted notifications on some entities with what the folders told of these, the last word on each. Fills
 * `news` with those that are new or not as they were, and returns the ids of those that no longer hold.
 */
export async function takeNews(
  lake: Lake,
  of: {
    readonly folder: string;
    readonly held: readonly string[];
    /** Tables: of entities, and to be made. */
    readonly entities: Query;
    readonly news: Query;
  },
): Promise<readonly bigint[]> {
  const parts = await Promise.all(of.held.map((folder) => parquetFiles(tableFolder(folder, toldTable))));
  const turns = parts.flatMap((files, turn) =>
    files.length === 0 ? [] : [sql`select *, ${turn} as turn from ${parquet(files)}`],
  );
  const all = sql`(${joinSql(turns, ' union all ')})`;
  const standing = sql`
    select * from ${all} where notification in (
      select notification from ${all} where entity in (from ${of.entities})
      union select notification from ${notificationTable})
    qualify row_number() over (partition by notification order by turn desc, entity) = 1`;
  await lake.run(sql`create or replace table ${of.news} as
    select n.* from ${notificationTable} n left join (${standing}) t using (notification)
    where t.digest is distinct from ${digest}`);
  const gone = sql`
    select notification, entity, null::ubigint as digest from (${standing}) where digest is not null
      and entity in (from ${of.entities}) and notification not in (select notification from ${notificationTable})`;
  await runStep(lake, of.folder, {
    writes: toldTable,
    select: sql`select notification, entity, ${digest} as digest from ${notificationTable} union all ${gone}
      order by notification, entity`,
  });
  const rows = await lake.rows<{ notification: bigint }>(
    sql`select notification from ${toldTable} where digest is null order by notification`,
  );
  return rows.map(({ notification }) => notification);
}
