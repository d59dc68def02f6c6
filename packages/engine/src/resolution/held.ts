// What a resolution leaves for those that come after it: for each type the features of its subjects, their blocking
// keys, which keys are crowded, how common values are, the pairs that were kept, and the judgements in force. In: the working tables of a type.
// Out: Parquet files under `<folder>/held`, and views over those of a snapshot and of what came after it, in the schema
// `held`. Invariant: what was said last of a pair or of a subject's cluster holds; nothing else is ever said twice. A pair
// without a weight is none any more.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { copyTo, parquet, parquetFiles, tableFolder, writeWhole } from '../lake/store.ts';
import { featureColumns } from './feature-plan.ts';
import type { TypeModel } from './model.ts';
import { typeModels } from './models/type-models.ts';
import { clusterTable } from './tables.ts';
import { text, workTable } from './work.ts';

const heldSchema = 'held';

/**
 * What is kept of a type, with the SELECT over working tables that gives it. What only those have who have several values of a
 * trait stands apart, because an empty list of names costs nearly as much to read as a name.
 */
const kinds = {
  feature: (type: string) =>
    `select ${['subject', ...columnsOf(type).single].join(', ')}, several from ${workTable('feature', type)} order by subject`,
  several: (type: string) =>
    `select ${['subject', ...columnsOf(type).lists].join(', ')} from ${workTable('feature', type)} where several order by subject`,
  key: (type: string) =>
    `select k.key, k.rule, s.subject from ${workTable('key', type)} k join ${workTable('subject', type)} s using (n)
     order by k.key, s.subject, k.rule`,
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

function columnsOf(type: string): ReturnType<typeof featureColumns> {
  return featureColumns(modelOf(type).features);
}

function modelOf(type: string): TypeModel {
  const model = typeModels.find((one) => one.type === type);
  if (model === undefined) throw new Error(`No model of ${type}`);
  return model;
}

const weighed = { weight: 'double', linkable: 'boolean', conflict: 'boolean', rival: 'double' } as const;

/**
 * What is known of a pair is kept as one text: the same few come again and again, so that it is read at the price of a
 * number. Null where there is no weight.
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

/** The view over what is held of a type. */
export function heldTable(kind: Kind, type: string): string {
  return `${heldSchema}.${kind}_${type}`;
}

/** The clusters that hold before anything new, but for those who have always been on their own. */
export const heldClusters: Query = { text: `${heldSchema}.cluster` };
/** Pairs (a, b, verdict) of which somebody judged; no verdict where that was taken back. */
export const heldJudged: Query = { text: `${heldSchema}.judged` };

/**
 * SQL: the rows of the held clusters whose column is among the ids that a query gives. Who is not among them is on their
 * own: most things are, so that there is little to go through.
 */
export function clustersAmong(column: 'subject' | 'entity' | 'component', ids: Query): Query {
  return rowsAmong(heldClustersOf, column, ids);
}

/**
 * SQL: the held pairs of a type of which both are among the subjects that a query gives, or one is and evidence rather speaks
 * for one thing, or they are rivals; as rows of `scored_<type>`.
 */
export function pairsAround(type: string, subjects: Query): Query {
  const pairs = pairsOf(type);
  const telling = text('telling');
  return sql`select a, b, ${text(unpacked(type))}
    from (select * replace (string_split(said, ',') as said) from (
      (from (${rowsAmong(pairs, 'a', subjects)}) where ${telling} or b in (${subjects})) union all by name
      (from (${rowsAmong(pairs, 'b', subjects)}) where (${telling}) and a not in (${subjects}))))`;
}

const standing = text('said is not null');
const heldClustersOf: Latest = { view: heldClusters, key: ['subject'], stands: text('true') };

function pairsOf(type: string): Latest {
  return { view: text(heldTable('scored', type)), key: ['a', 'b'], stands: standing };
}

/**
 * The view, for a few of its rows. Of the many that are held since the snapshot one column is gone through, and only what is
 * found is held against what came later.
 */
function rowsAmong({ view, key, stands }: Latest, column: string, ids: Query): Query {
  const among = sql`${text(column)} in (${ids})`;
  return sql`select * from ${changesOf(view)} where ${among} and ${stands} union all by name
    (from (select * from ${baseOf(view)} where ${among}) anti join ${changesOf(view)} using (${text(key.join(', '))}))`;
}

interface Latest {
  readonly view: Query;
  readonly key: readonly string[];
  /** Which of what came later are rows: the others say that what was held with their key is gone. */
  readonly stands: Query;
}

function baseOf(view: Query): Query {
  return text(`${view.text}_base`);
}

function changesOf(view: Query): Query {
  return text(`${view.text}_changes`);
}

/** Keeps one kind of what later subjects of a type are compared with, from the working tables as they are now. */
export async function keep(lake: Lake, folder: string, what: { kind: Kind; type: string }): Promise<void> {
  const { kind, type } = what;
  await writeWhole(join(folder, heldSchema, `${kind}_${type}`), (target) =>
    lake.run(copyTo({ text: kinds[kind](type) }, join(target, 'part-00000.parquet'))),
  );
}

const joinedName = 'joined';

/** Keeps, of the clusters that were written, the rows of whoever is not on their own. */
export async function keepJoined(lake: Lake, folder: string): Promise<void> {
  await writeWhole(join(folder, heldSchema, joinedName), (target) =>
    lake.run(
      copyTo(
        sql`select * from ${clusterTable} where subject <> entity
          or component in (select component from ${clusterTable} where subject <> component) order by subject`,
        join(target, 'part-00000.parquet'),
      ),
    ),
  );
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

/** Makes readable what a snapshot and what came after it hold of all types, in the order in which they came. */
export async function mountHeld(lake: Lake, folders: readonly string[]): Promise<void> {
  await lake.makeSchema(heldSchema);
  const clusters = await Promise.all(
    folders.map((folder, turn) =>
      parquetFiles(turn === 0 ? join(folder, heldSchema, joinedName) : tableFolder(folder, clusterTable)),
    ),
  );
  await mountLatest(lake, { ...heldClustersOf, parts: clusters });
  const judged = await Promise.all(
    folders.map(async (folder) =>
      (await Promise.all(heldTypes([folder]).map((type) => heldFiles(folder, 'judged', type)))).flat(),
    ),
  );
  await mountLatest(lake, { view: heldJudged, key: ['a', 'b'], stands: text('true'), parts: judged });
}

/** The types of those that a query gives, of whom there are features. */
export async function typesOf(
  lake: Lake,
  folders: readonly string[],
  ids: Query,
): Promise<readonly string[]> {
  const asked = await Promise.all(
    heldTypes(folders).map(async (type) => {
      const files = await Promise.all(folders.map((folder) => heldFiles(folder, 'feature', type)));
      return sql`select ${type} as type from ${parquet(files.flat())} where subject in (${ids})`;
    }),
  );
  const rows = await lake.rows<{ type: string }>(
    sql`select distinct type from (${joinSql(asked, ' union all ')})`,
  );
  return rows.map(({ type }) => type);
}

/** Makes readable what is held of a type. */
export async function mountHeldType(lake: Lake, folders: readonly string[], type: string): Promise<void> {
  for (const kind of ['feature', 'several', 'key', 'scored', 'rival'] as const) {
    const parts = await Promise.all(folders.map((folder) => heldFiles(folder, kind, type)));
    const view = text(heldTable(kind, type));
    if (kind === 'scored') await mountLatest(lake, { ...pairsOf(type), parts });
    else await lake.run(sql`create or replace view ${view} as select * from ${parquet(parts.flat())}`);
  }
}

function heldFiles(folder: string, kind: Kind, type: string): Promise<string[]> {
  return parquetFiles(join(folder, heldSchema, `${kind}_${type}`));
}

/** Puts the clusters that are mounted as the newest beside those that are held. */
export async function addClusters(lake: Lake): Promise<void> {
  const changes = changesOf(heldClusters);
  await lake.run(sql`create or replace table ${changes} as
    (from ${clusterTable}) union all by name (from ${changes} anti join ${clusterTable} using (subject))`);
}

/** A view in which the last row with a key stands for all with that key. */
async function mountLatest(
  lake: Lake,
  of: Latest & {
    /** The files of the snapshot, and of each that came after it. */
    readonly parts: readonly (readonly string[])[];
  },
): Promise<void> {
  const { view, stands } = of;
  const [first = [], ...later] = of.parts.filter((files) => files.length > 0);
  const key = text(of.key.join(', '));
  const turns = later.map((files, turn) => sql`select *, ${turn} as turn from ${parquet(files)}`);
  await lake.run(sql`create or replace view ${baseOf(view)} as from ${parquet(first)}`);
  await lake.run(
    turns.length === 0
      ? sql`create or replace table ${changesOf(view)} as from ${baseOf(view)} limit 0`
      : sql`create or replace table ${changesOf(view)} as
          select * exclude (turn) from (${joinSql(turns, ' union all by name ')})
          qualify row_number() over (partition by ${key} order by turn desc) = 1`,
  );
  await lake.run(sql`create or replace view ${view} as
    (from ${changesOf(view)} where ${stands}) union all by name (from ${baseOf(view)} anti join ${changesOf(view)} using (${key}))`);
}
