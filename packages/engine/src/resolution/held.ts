// What a resolution leaves for those that come after it: for each type the features of its subjects, their blocking
// keys, which keys are crowded, how common values are, the pairs that were kept, and the judgements in force. In: the working tables of a type.
// Out: under `<folder>/held`, of a snapshot, files in which a few rows are looked up by id (`lake/look-up.ts`), of what came
// after it, Parquet files, with views over these in the schema `held`. Invariant: what was said last of a pair or of a
// subject's cluster holds; nothing else is ever said twice. A pair without a weight is none any more.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lake } from '../lake/lake.ts';
import { type LookUp, takeFound, writeLookUp } from '../lake/look-up.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { copyTo, parquet, parquetFiles, tableFolder, writeWhole } from '../lake/store.ts';
import { featureColumns } from './feature-plan.ts';
import { packedFeatures, type TypedColumn, typedColumns, unpackedFeatures } from './feature-text.ts';
import type { TypeModel } from './model.ts';
import { typeModels } from './models/type-models.ts';
import { clusterTable } from './tables.ts';
import { text, workSchema, workTable } from './work.ts';

const heldSchema = 'held';

/** What is kept of a type, with the SELECT over working tables that gives it. */
const kinds = {
  feature: (type: string) =>
    `select ${['subject', ...columnsOf(type), 'several'].join(', ')} from ${workTable('feature', type)} order by subject`,
  key: (type: string) =>
    `select k.key, s.subject from ${workTable('key', type)} k join ${workTable('subject', type)} s using (n) order by k.key, s.subject`,
  crowded: (type: string) => `select distinct key from ${workTable('crowded', type)} order by key`,
  frequency: (type: string) =>
    `select kind, hash, class from ${workTable('frequency', type)} order by kind, hash`,
  scored: (type: string) =>
    `select x.subject as a, y.subject as b, s.weight > 0 or s.rival is not null as telling, ${packed(type)} as said
     from ${workTable('scored', type)} s
     join ${workTable('subject', type)} x on x.n = s.a join ${workTable('subject', type)} y on y.n = s.b order by a, b`,
  rival: (type: string) =>
    `select x.subject as a, y.subject as b from (select a, b from ${workTable('scored', type)} where rival is not null) s
     join ${workTable('subject', type)} x on x.n = s.a join ${workTable('subject', type)} y on y.n = s.b order by a, b`,
  judged: (type: string) =>
    `select x.subject as a, y.subject as b, max(j.verdict) as verdict from ${workTable('judged', type)} j
     join ${workTable('subject', type)} x on x.n = j.a join ${workTable('subject', type)} y on y.n = j.b group by all order by a, b`,
} as const;
type Kind = keyof typeof kinds;

function columnsOf(type: string): readonly string[] {
  const { single, lists } = featureColumns(modelOf(type).features);
  return [...single, ...lists];
}

function modelOf(type: string): TypeModel {
  const model = typeModels.find((one) => one.type === type);
  if (model === undefined) throw new Error(`No model of ${type}`);
  return model;
}

const weighed = { weight: 'double', linkable: 'boolean', conflict: 'boolean', rival: 'double' } as const;

/**
 * What is known of a pair is kept as one text: the same few come again and again, so that they are kept once. Null where
 * there is no weight.
 */
function packed(type: string): string {
  const columns = [...Object.keys(weighed), ...modelOf(type).comparisons.map(({ id }) => id)];
  const texts = columns.map((column) => `coalesce("${column}"::varchar, '')`);
  return `case when weight is not null then concat_ws(',', ${texts.join(', ')}) end`;
}

function unpacked(type: string): string {
  const kinds = [
    ...Object.entries(weighed),
    ...modelOf(type).comparisons.map(({ id }) => [id, 'integer'] as const),
  ];
  return kinds
    .map(([column, kind], index) => `nullif(said[${index + 1}], '')::${kind} as "${column}"`)
    .join(', ');
}

/** A look-up of a snapshot, with the SELECT over working tables that gives its rows. */
interface Shelf extends LookUp {
  readonly select: string;
}

/** What of a snapshot is looked up, by what it is looked up by. */
const shelves = {
  feature: (type: string): Shelf => ({
    numbers: [],
    text: 'told',
    select: `select subject as id, told from ${workTable('feature_text', type)}`,
  }),
  key: (type: string): Shelf => ({
    numbers: ['subject'],
    select: `select key as id, subject from (${kinds.key(type)})`,
  }),
  key_of: (type: string): Shelf => ({
    numbers: ['key'],
    select: `select subject as id, key from (${kinds.key(type)})`,
  }),
  scored: (type: string): Shelf => ({
    numbers: ['b'],
    text: 'said',
    select: `select a as id, b, if(telling, '+', '-') || said as said from (${kinds.scored(type)}) where said is not null`,
  }),
  scored_with: (type: string): Shelf => ({
    numbers: ['a'],
    text: 'said',
    select: `select b as id, a, said from (${kinds.scored(type)}) where said is not null and telling`,
  }),
  rival: (type: string): Shelf => ({
    numbers: ['other'],
    select: `select a as id, b as other from (${kinds.rival(type)}) union all select b, a from (${kinds.rival(type)})`,
  }),
} as const;
type Shelved = keyof typeof shelves;

const shelvesOf: Partial<Record<Kind, readonly Shelved[]>> = {
  feature: ['feature'],
  key: ['key', 'key_of'],
  scored: ['scored', 'scored_with'],
  rival: ['rival'],
};

function shelfFolder(folder: string, shelf: string): string {
  return join(folder, heldSchema, 'by-id', shelf);
}

/** Of a kind that is looked up, what came after the snapshot; of the others all that is held. */
export function heldTable(kind: Kind, type: string): string {
  return `${heldSchema}.${kind}_${type}`;
}

/** Pairs (a, b, verdict) of which somebody judged; no verdict where that was taken back. */
export const heldJudged: Query = { text: `${heldSchema}.judged` };

/** The clusters that came after the snapshot. */
const laterClusters: Query = { text: `${heldSchema}.cluster` };

/** Keeps one kind of what later subjects of a type are compared with, from the working tables as they are now. */
export async function keep(
  lake: Lake,
  folder: string,
  what: { readonly kind: Kind; readonly type: string; readonly isUpdate: boolean },
): Promise<void> {
  const { kind, type } = what;
  const shelved = what.isUpdate ? [] : (shelvesOf[kind] ?? []);
  if (shelved.includes('feature')) await viewFeatureTexts(lake, type);
  for (const name of shelved) {
    const shelf = shelves[name](type);
    await writeLookUp(lake, shelfFolder(folder, `${name}_${type}`), { ...shelf, select: text(shelf.select) });
  }
  if (shelved.length > 0 && kind !== 'feature') return;
  // What features look like must be known even where nobody is new.
  const rows = shelved.length > 0 ? `select * from (${kinds[kind](type)}) limit 0` : kinds[kind](type);
  await writeWhole(join(folder, heldSchema, `${kind}_${type}`), (target) =>
    lake.run(copyTo(text(rows), join(target, 'part-00000.parquet'))),
  );
}

/** The features of each subject as one text: a view `feature_text_<type>` (subject, told). */
async function viewFeatureTexts(lake: Lake, type: string): Promise<void> {
  const features = text(`(${kinds.feature(type)})`);
  const told = packedFeatures(await toldColumns(lake, features));
  await lake.run(sql`create or replace view ${text(workTable('feature_text', type))} as
    select subject, ${text(told)} as told from ${features}`);
}

async function toldColumns(lake: Lake, features: Query): Promise<readonly TypedColumn[]> {
  const all = await typedColumns(lake, sql`from ${features}`);
  return all.filter(({ column_name }) => column_name !== 'subject');
}

const clusterIds = ['subject', 'entity', 'component'] as const;
type ClusterId = (typeof clusterIds)[number];

function clusterShelf(by: ClusterId): LookUp {
  return { numbers: clusterIds.filter((id) => id !== by), text: 'type' };
}

/**
 * Keeps, of the clusters that were written, the rows of whoever is not on their own. Who is not among them is: most things
 * are.
 */
export async function keepJoined(lake: Lake, folder: string): Promise<void> {
  const joined = sql`select * from ${clusterTable} where subject <> entity
    or component in (select component from ${clusterTable} where subject <> component)`;
  for (const by of clusterIds) {
    const select = sql`select ${text(by)} as id, * from (${joined})`;
    await writeLookUp(lake, shelfFolder(folder, `cluster_${by}`), { ...clusterShelf(by), select });
  }
}

/** Fills a table with rows of the clusters that are held: those whose column is among the ids that a query gives. */
export async function takeClusters(
  lake: Lake,
  base: string,
  of: { readonly column: ClusterId; readonly ids: Query; readonly into: Query },
): Promise<void> {
  const { column, ids, into } = of;
  const by = text(column);
  await takeFound(lake, {
    ...{ ...clusterShelf(column), folder: shelfFolder(base, `cluster_${column}`) },
    ...{ ids, into: foundTable },
  });
  await lake.run(sql`create or replace table ${into} as
    select subject, type, entity, component from ${laterClusters} where ${by} in (${ids})
    union all by name (from (select * rename (id as ${by}) from ${foundTable}) anti join ${laterClusters} using (subject))`);
}

/** Where what was looked up stands until it is used. */
const foundTable = { schema: heldSchema, name: 'found', columns: {} } as const;
const foundToo = { schema: heldSchema, name: 'found_too', columns: {} } as const;

interface Asked {
  /** The folder of the snapshot. */
  readonly base: string;
  readonly type: string;
  /** Which ids are asked for. */
  readonly ids: Query;
}

/** Looks up the rows of a snapshot. */
function takeShelf(
  lake: Lake,
  { base, type, ids }: Asked,
  of: { readonly shelf: Shelved; readonly into: typeof foundTable | typeof foundToo; readonly idsAlone?: boolean },
): Promise<void> {
  const folder = shelfFolder(base, `${of.shelf}_${type}`);
  return takeFound(lake, { ...shelves[of.shelf](type), ...of, folder, ids });
}

/** Fills a table (subject) with those of some ids that are held. */
export async function takeKnownSubjects(lake: Lake, asked: Asked, into: string): Promise<void> {
  await takeShelf(lake, asked, { shelf: 'feature', into: foundTable, idsAlone: true });
  await lake.run(sql`create or replace table ${text(into)} as
    select id as subject from ${foundTable}
    union select subject from ${text(heldTable('feature', asked.type))} where subject in (${asked.ids})`);
}

/** Fills a table (subject, several, the columns) with the features of some subjects that are held. */
export async function takeFeatures(
  lake: Lake,
  asked: Asked,
  of: { readonly columns: readonly string[]; readonly into: string },
): Promise<void> {
  const later = text(heldTable('feature', asked.type));
  await takeShelf(lake, asked, { shelf: 'feature', into: foundTable });
  const names = ['several', ...of.columns];
  const told = unpackedFeatures(await toldColumns(lake, later), { names, list: 'told' });
  await lake.run(sql`create or replace table ${text(of.into)} as
    select id as subject, ${text(told)}
      from (select id, json_transform(told, '["VARCHAR"]') as told from ${foundTable})
    union all by name select subject, ${text(names.join(', '))} from ${later} where subject in (${asked.ids})`);
}

/** Fills a table (key, subject) with who is held and has one of some keys, or `of` some subjects with their keys. */
export async function takeKeys(
  lake: Lake,
  asked: Asked,
  { by, into }: { readonly by: 'key' | 'subject'; readonly into: string },
): Promise<void> {
  await takeShelf(lake, asked, { shelf: by === 'key' ? 'key' : 'key_of', into: foundTable });
  const column = text(by);
  await lake.run(sql`create or replace table ${text(into)} as
    select key, subject from (select * rename (id as ${column}) from ${foundTable})
    union all select key, subject from ${text(heldTable('key', asked.type))} where ${column} in (${asked.ids})`);
}

/** Adds to a table (subject) the rivals of those who are in it. */
export async function addRivals(lake: Lake, asked: Omit<Asked, 'ids'>, table: string): Promise<void> {
  const [all, later] = [text(table), text(heldTable('rival', asked.type))];
  await takeShelf(lake, { ...asked, ids: sql`from ${all}` }, { shelf: 'rival', into: foundTable });
  await lake.run(sql`insert into ${all} select subject from (select other as subject from ${foundTable}
      union select a from ${later} where b in (from ${all}) union select b from ${later} where a in (from ${all}))
    where subject not in (from ${all})`);
}

/**
 * Fills a table with the held pairs of a type of which both are among some subjects, or one is and evidence rather speaks for
 * one thing, or they are rivals; as rows of `scored_<type>` with subjects for numbers.
 */
export async function takePairs(lake: Lake, asked: Asked, into: string): Promise<void> {
  const { type, ids } = asked;
  await takeShelf(lake, asked, { shelf: 'scored', into: foundTable });
  await takeShelf(lake, asked, { shelf: 'scored_with', into: foundToo });
  const later = text(heldTable('scored', type));
  await lake.run(sql`create or replace table ${text(into)} as
    select a, b, ${text(unpacked(type))} from (select a, b, string_split(said, ',') as said from (
      select a, b, said from ${later} where said is not null
        and ((telling and (a in (${ids}) or b in (${ids}))) or (a in (${ids}) and b in (${ids})))
      union all by name (from (
        select id as a, b, said[2:] as said from ${foundTable} where said[1] = '+' or b in (${ids})
        union all by name select a, id as b, said from ${foundToo} where a not in (${ids})) anti join ${later} using (a, b))))`);
}

const knownColumns = {
  frequency: 'kind varchar, hash ubigint, class bigint',
  crowded: 'key ubigint',
} as const;

/** Takes from a snapshot what does not change after it: how common values are, and which keys are crowded. */
export async function takeKnown(lake: Lake, folder: string, type: string): Promise<void> {
  for (const kind of ['frequency', 'crowded'] as const) {
    const files = await heldFiles(folder, kind, type);
    const table = text(workTable(kind, type));
    // Of a type of which there was nobody nothing is common, and nothing is crowded.
    if (files.length > 0) await lake.run(sql`create or replace table ${table} as from ${parquet(files)}`);
    else await lake.run(sql`create or replace table ${table} (${text(knownColumns[kind])})`);
  }
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
  await takeLatest(lake, { table: heldJudged, key: 'a, b', columns: 'a ubigint, b ubigint, verdict varchar', parts: judged });
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
export async function mountHeldType(
  lake: Lake,
  folders: readonly string[],
  type: string,
): Promise<void> {
  await mountFeatures(lake, folders, type);
  const later = folders.slice(1);
  const columns = { key: 'key ubigint, subject ubigint', rival: 'a ubigint, b ubigint' } as const;
  for (const kind of ['key', 'rival'] as const) {
    const files = (await Promise.all(later.map((folder) => heldFiles(folder, kind, type)))).flat();
    const view = text(heldTable(kind, type));
    if (files.length > 0) await lake.run(sql`create or replace view ${view} as select * from ${parquet(files)}`);
    else await lake.run(sql`create or replace view ${view} as from (${none(columns[kind])})`);
  }
  const parts = await Promise.all(later.map((folder) => heldFiles(folder, 'scored', type)));
  const scored = { table: text(heldTable('scored', type)), key: 'a, b', parts };
  await takeLatest(lake, { ...scored, columns: 'a ubigint, b ubigint, telling boolean, said varchar' });
}

async function mountFeatures(lake: Lake, folders: readonly string[], type: string): Promise<void> {
  const files = (await Promise.all(folders.map((folder) => heldFiles(folder, 'feature', type)))).flat();
  await lake.run(sql`create or replace view ${text(heldTable('feature', type))} as select * from ${parquet(files)}`);
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
  const parts = of.parts.filter((files) => files.length > 0);
  const turns = parts.map((files, turn) => sql`select *, ${turn} as turn from ${parquet(files)}`);
  await lake.run(
    turns.length === 0
      ? sql`create or replace table ${of.table} as ${none(of.columns)}`
      : sql`create or replace table ${of.table} as
          select * exclude (turn) from (${joinSql(turns, ' union all by name ')})
          qualify row_number() over (partition by ${text(of.key)} order by turn desc) = 1`,
  );
}
