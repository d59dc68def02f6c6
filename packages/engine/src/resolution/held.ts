// What a resolution leaves for those that come after it: for each type the features of its subjects, their blocking
// keys, which keys are crowded, how common values are, the pairs that were kept, and the judgements in force. In: the working tables of a type.
// Out: under `<folder>/held`, of a snapshot, files in which a few rows are looked up by id (`lake/look-up.ts`), of what came
// after it, Parquet files, with views over these in the schema `held`. Invariant: what was said last of a pair or of a
// subject's cluster holds; nothing else is ever said twice. A pair without a weight is none any more.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lake } from '../lake/lake.ts';
import { type Query, sql } from '../lake/sql.ts';
import { copyTo, inTurn, noRows, parquet, parquetFiles, tableFolder, writeWhole } from '../lake/store.ts';
import type { Columns } from '../lake/table.ts';
import { packedFeatures, typedColumns } from './feature-text.ts';
import {
  featuresSql,
  heldJudged,
  heldSchema,
  heldTable,
  type Kind,
  kinds,
  laterClusters,
} from './held-kinds.ts';
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
  if (kind === 'feature') await viewFeatureTexts(lake, type);
  if (!what.isUpdate && (await keepShelves(lake, folder, what))) return;
  await writeWhole(join(folder, heldSchema, `${kind}_${type}`), (target) =>
    lake.run(copyTo(text(kinds[kind](type)), join(target, 'part-00000.parquet'))),
  );
}

/** The features of each subject as one text: a view `feature_text_<type>` (subject, told). */
async function viewFeatureTexts(lake: Lake, type: string): Promise<void> {
  const features = text(`(${featuresSql(type)})`);
  const told = packedFeatures(await typedColumns(lake, sql`(select * exclude (subject) from ${features})`));
  await lake.run(sql`create or replace view ${text(workTable('feature_text', type))} as
    select subject, ${text(told)} as told from ${features}`);
}

const knownColumns = {
  frequency: { kind: 'VARCHAR', hash: 'UBIGINT', class: 'BIGINT' },
  crowded: { key: 'UBIGINT' },
  head: { said: 'UBIGINT', subject: 'UBIGINT' },
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
  const rows = files.length > 0 ? sql`from ${parquet(files)}` : noRows(knownColumns[kind]);
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

/** Whether a snapshot has what is looked up in it, and says what it looks like: those of earlier versions do not. */
export function canBeLookedUp(folder: string): boolean {
  const shaped = (type: string) => existsSync(join(folder, heldSchema, `shape_${type}`));
  return existsSync(shelfFolder(folder, `cluster_${clusterIds[0]}`)) && heldTypes([folder]).every(shaped);
}

/** Makes readable what a snapshot and what came after it hold of all types, in the order in which they came. */
export async function mountHeld(lake: Lake, folders: readonly string[]): Promise<void> {
  await lake.makeSchema(heldSchema);
  const later = folders.slice(1);
  await takeLatest(lake, {
    ...{ table: laterClusters, key: 'subject' },
    columns: clusterTable.columns,
    files: await filesOf(later, (folder) => parquetFiles(tableFolder(folder, clusterTable))),
  });
  await takeLatest(lake, {
    ...{ table: heldJudged, key: 'a, b', columns: { a: 'UBIGINT', b: 'UBIGINT', verdict: 'VARCHAR' } },
    files: await filesOf(folders, async (folder) =>
      filesOf(heldTypes([folder]), (type) => heldFiles(folder, 'judged', type)),
    ),
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
  for (const kind of ['key', 'rival', 'scored'] as const) await mountLater(lake, folders, kind, type);
}

/** Makes readable the features that came after a snapshot, and what features look like. */
async function mountFeatures(lake: Lake, folders: readonly string[], type: string): Promise<void> {
  const [shape] = await filesOf(folders, (folder) => heldFiles(folder, 'shape', type));
  if (shape === undefined) throw new Error(`Nothing says what features of ${type} look like`);
  await lake.run(sql`create or replace view ${text(heldTable('shape', type))} as from ${parquet([shape])}`);
  await mountLater(lake, folders, 'feature', type);
}

const laterColumns = {
  feature: { subject: 'UBIGINT', told: 'VARCHAR' },
  key: { key: 'UBIGINT', subject: 'UBIGINT' },
  rival: { a: 'UBIGINT', b: 'UBIGINT' },
  scored: { a: 'UBIGINT', b: 'UBIGINT', telling: 'BOOLEAN', said: 'VARCHAR' },
} as const;

/** A view of what came after a snapshot, each row with the turn in which it came. */
async function mountLater(
  lake: Lake,
  folders: readonly string[],
  kind: keyof typeof laterColumns,
  type: string,
): Promise<void> {
  const files = await filesOf(folders.slice(1), (folder) => heldFiles(folder, kind, type));
  await lake.run(
    sql`create or replace view ${text(heldTable(kind, type))} as ${inTurn(laterColumns[kind], files)}`,
  );
}

async function filesOf(
  folders: readonly string[],
  filesIn: (folder: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  return (await Promise.all(folders.map(filesIn))).flat();
}

function heldFiles(folder: string, kind: Kind, type: string): Promise<string[]> {
  return parquetFiles(join(folder, heldSchema, `${kind}_${type}`));
}

/** Puts the clusters that are mounted as the newest beside those that are held. */
export async function addClusters(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${laterClusters} as
    (from ${clusterTable}) union all by name (from ${laterClusters} anti join ${clusterTable} using (subject))`);
}

/** A table in which the last row with a key stands for all with that key. */
function takeLatest(
  lake: Lake,
  of: {
    readonly table: Query;
    readonly key: string;
    readonly columns: Columns;
    /** In the order in which they came. */
    readonly files: readonly string[];
  },
): Promise<void> {
  return lake.run(sql`create or replace table ${of.table} as
    select * exclude (turn) from (${inTurn(of.columns, of.files)})
    qualify row_number() over (partition by ${text(of.key)} order by turn desc) = 1`);
}
