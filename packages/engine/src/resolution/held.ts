// What a resolution leaves for those that come after it: for each type the features of its subjects, their blocking
// keys, which keys are crowded, how common values are, the pairs that were kept, and the judgements in force. In: the working tables of a type.
// Out: under `<folder>/held`, of a snapshot, files in which a few rows are looked up by id (`lake/look-up.ts`), of what came
// after it, Parquet files, with views over these in the schema `held`. Invariant: what was said last of a pair or of a
// subject's cluster holds; nothing else is ever said twice. A pair without a weight is none any more.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { copyTo, parquet, parquetFiles, tableFolder, writeWhole } from '../lake/store.ts';
import { heldJudged, heldSchema, heldTable, type Kind, kinds, laterClusters } from './held-kinds.ts';
import { takeKnownSubjects } from './look-up-held.ts';
import { typeModels } from './models/type-models.ts';
import { clusterIds, keepShelves, shelfFolder } from './shelves.ts';
import { clusterTable } from './tables.ts';
import { text, workSchema, workTable } from './work.ts';

/** Keeps one kind of what later subjects of a type are compared with, from the working tables as they are now. */
export async function keep(
  lake: Lake,
  folder: string,
  what: { readonly kind: Kind; readonly type: string; readonly isUpdate: boolean },
): Promise<void> {
  const { kind, type } = what;
  const isLookedUp = !what.isUpdate && (await keepShelves(lake, folder, what));
  if (isLookedUp && kind !== 'feature') return;
  // What features look like must be known even where nobody is new.
  const rows = isLookedUp ? `select * from (${kinds[kind](type)}) limit 0` : kinds[kind](type);
  await writeWhole(join(folder, heldSchema, `${kind}_${type}`), (target) =>
    lake.run(copyTo(text(rows), join(target, 'part-00000.parquet'))),
  );
}

const knownColumns = {
  frequency: 'kind varchar, hash ubigint, class bigint',
  crowded: 'key ubigint',
  head: 'said ubigint, subject ubigint',
} as const;

/**
 * Takes from a snapshot what does not change after it: how common values are, which keys are crowded, and who stands for
 * others there. Of the first little is asked at a time, so that it is read where it lies.
 */
export async function takeKnown(lake: Lake, folder: string, type: string): Promise<void> {
  await takeKnownKind(lake, folder, { kind: 'frequency', type, stands: 'view' });
  await takeKnownKind(lake, folder, { kind: 'crowded', type, stands: 'table' });
  await takeHeads(lake, folder, type);
}

/** Takes from a snapshot who stands for others. */
export function takeHeads(lake: Lake, folder: string, type: string): Promise<void> {
  return takeKnownKind(lake, folder, { kind: 'head', type, stands: 'table' });
}

async function takeKnownKind(
  lake: Lake,
  folder: string,
  of: {
    readonly kind: keyof typeof knownColumns;
    readonly type: string;
    readonly stands: 'table' | 'view';
  },
): Promise<void> {
  const { kind, type } = of;
  const files = await heldFiles(folder, kind, type);
  // Of a type of which there was nobody nothing is common, and nothing is crowded.
  const rows = files.length > 0 ? sql`from ${parquet(files)}` : none(knownColumns[kind]);
  await lake.run(sql`create or replace ${text(of.stands)} ${text(workTable(kind, type))} as ${rows}`);
}

/** In place of `takeKnown`: no value is common, and the one day that stands for "not known" is 1 January. */
export async function knowNothing(lake: Lake, type: string): Promise<void> {
  await lake.run(
    text(`create or replace table ${workTable('frequency', type)} as
      select 'heaped day' as kind, 101::ubigint as hash, 1::bigint as class`),
  );
}

/** The types of which a snapshot, or what came after it, keeps somebody with whom later subjects can be compared. */
export function heldTypes(folders: readonly string[]): readonly string[] {
  return typeModels
    .map(({ type }) => type)
    .filter((type) => folders.some((folder) => existsSync(join(folder, heldSchema, `judged_${type}`))));
}

/** Whether a snapshot has what is looked up in it. */
export function canBeLookedUp(folder: string): boolean {
  return existsSync(shelfFolder(folder, `cluster_${clusterIds[0]}`));
}

/** Makes readable what a snapshot and what came after it hold of all types, in the order in which they came. */
export async function mountHeld(lake: Lake, folders: readonly string[]): Promise<void> {
  await lake.makeSchema(heldSchema);
  const clusters = await Promise.all(
    folders.slice(1).map((folder) => parquetFiles(tableFolder(folder, clusterTable))),
  );
  const columns = 'subject ubigint, type varchar, entity ubigint, component ubigint';
  await takeLatest(lake, { table: laterClusters, key: 'subject', columns, parts: clusters });
  const judged = await Promise.all(
    folders.map(async (folder) =>
      (await Promise.all(heldTypes([folder]).map((type) => heldFiles(folder, 'judged', type)))).flat(),
    ),
  );
  await takeLatest(lake, {
    table: heldJudged,
    key: 'a, b',
    columns: 'a ubigint, b ubigint, verdict varchar',
    parts: judged,
  });
}

/** The types of those that a query gives, of whom there are features. */
export async function typesOf(
  lake: Lake,
  folders: readonly [string, ...string[]],
  ids: Query,
): Promise<readonly string[]> {
  const found: string[] = [];
  const known = `${workSchema}.known`;
  for (const type of heldTypes(folders)) {
    await mountFeatures(lake, folders, type);
    await takeKnownSubjects(lake, { base: folders[0], type, ids }, known);
    const { any } = await lake.row<{ any: boolean }>(sql`select exists (from ${text(known)}) as any`);
    if (any) found.push(type);
  }
  return found;
}

/** Makes readable what is held of a type. */
export async function mountHeldType(lake: Lake, folders: readonly string[], type: string): Promise<void> {
  await mountFeatures(lake, folders, type);
  const later = folders.slice(1);
  const columns = { key: 'key ubigint, subject ubigint', rival: 'a ubigint, b ubigint' } as const;
  for (const kind of ['key', 'rival'] as const) {
    const files = (await Promise.all(later.map((folder) => heldFiles(folder, kind, type)))).flat();
    const view = text(heldTable(kind, type));
    if (files.length > 0)
      await lake.run(sql`create or replace view ${view} as select * from ${parquet(files)}`);
    else await lake.run(sql`create or replace view ${view} as from (${none(columns[kind])})`);
  }
  const parts = await Promise.all(later.map((folder) => heldFiles(folder, 'scored', type)));
  const turns = [
    none('a ubigint, b ubigint, telling boolean, said varchar, turn integer'),
    ...turnsOf(parts),
  ];
  await lake.run(sql`create or replace view ${text(heldTable('scored', type))} as
    from (${joinSql(turns, ' union all by name ')})`);
}

async function mountFeatures(lake: Lake, folders: readonly string[], type: string): Promise<void> {
  const files = (await Promise.all(folders.map((folder) => heldFiles(folder, 'feature', type)))).flat();
  await lake.run(
    sql`create or replace view ${text(heldTable('feature', type))} as select * from ${parquet(files)}`,
  );
}

function heldFiles(folder: string, kind: Kind, type: string): Promise<string[]> {
  return parquetFiles(join(folder, heldSchema, `${kind}_${type}`));
}

/** Puts the clusters that are mounted as the newest beside those that are held. */
export async function addClusters(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${laterClusters} as
    (from ${clusterTable}) union all by name (from ${laterClusters} anti join ${clusterTable} using (subject))`);
}

/** A query without rows, with columns (name and type of each). */
function none(columns: string): Query {
  const nulls = columns.split(', ').map((column) => {
    const [name, kind] = column.split(' ');
    return `null::${kind} as "${name}"`;
  });
  return text(`select ${nulls.join(', ')} where false`);
}

/** Queries for the rows of each that came, with its turn. */
function turnsOf(parts: readonly (readonly string[])[]): readonly Query[] {
  return parts
    .filter((files) => files.length > 0)
    .map((files, turn) => sql`select *, ${turn} as turn from ${parquet(files)}`);
}

/** A table in which the last row with a key stands for all with that key. */
async function takeLatest(
  lake: Lake,
  of: {
    readonly table: Query;
    readonly key: string;
    readonly columns: string;
    /** The files of each that came, in their order. */
    readonly parts: readonly (readonly string[])[];
  },
): Promise<void> {
  const turns = turnsOf(of.parts);
  await lake.run(
    turns.length === 0
      ? sql`create or replace table ${of.table} as ${none(of.columns)}`
      : sql`create or replace table ${of.table} as
          select * exclude (turn) from (${joinSql(turns, ' union all by name ')})
          qualify row_number() over (partition by ${text(of.key)} order by turn desc) = 1`,
  );
}
