// What a resolution leaves for those that come after it: for each type the features of its subjects, their blocking
// keys, which keys are crowded, how common values are, and the pairs that were kept. In: the working tables of a type.
// Out: Parquet files under `<folder>/held`, and views over those of a snapshot and of what came after it, in the schema
// `held`. Invariant: what was said last of a pair or of a subject's cluster holds; nothing else is ever said twice. A pair
// without a weight is none any more.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { copyTo, parquetFiles, tableFolder, writeWhole } from '../lake/store.ts';
import { featureColumns } from './feature-plan.ts';
import type { TypeModel } from './model.ts';
import { typeModels } from './models/type-models.ts';
import { candidateTable, clusterTable } from './tables.ts';
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
    `select x.subject as a, y.subject as b, s.weight, s.linkable, s.conflict, s.rival, ${packedOutcomes(type)} as outcomes
     from ${workTable('scored', type)} s
     join ${workTable('subject', type)} x on x.n = s.a join ${workTable('subject', type)} y on y.n = s.b order by a, b`,
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

/** The outcomes of a pair are kept as one text: the same few come again and again, so that it is read at the price of a number. */
function packedOutcomes(type: string): string {
  const outcomes = modelOf(type).comparisons.map(({ id }) => `coalesce("${id}"::varchar, '')`);
  return `concat_ws(',', ${outcomes.join(', ')})`;
}

function unpackedOutcomes(type: string): string {
  return modelOf(type)
    .comparisons.map(({ id }, index) => `nullif(outcomes[${index + 1}], '')::integer as "${id}"`)
    .join(', ');
}

/** The view over what is held of a type. */
export function heldTable(kind: Kind, type: string): string {
  return `${heldSchema}.${kind}_${type}`;
}

/** The clusters that hold before anything new. */
export const heldClusters: Query = { text: `${heldSchema}.cluster` };
/** The candidates that hold before anything new. */
export const heldCandidates: Query = { text: `${heldSchema}.candidate` };
/** Pairs (a, b) with the verdict that is in force of them, those left out of which there never was one. */
export const heldJudged: Query = { text: `${heldSchema}.judged` };

/** SQL: the rows of the held clusters whose column is among the ids that a query gives. */
export function clustersAmong(column: 'subject' | 'entity' | 'component', ids: Query): Query {
  return rowsAmong(clusters, column, ids);
}

/**
 * SQL: the held pairs of a type of which both are among the subjects that a query gives, or one is and evidence rather speaks
 * for one thing, or they are rivals; as rows of `scored_<type>`.
 */
export function pairsAround(type: string, subjects: Query): Query {
  const pairs = pairsOf(type);
  const telling = text('weight > 0 or rival is not null');
  return sql`select * exclude (outcomes), ${text(unpackedOutcomes(type))}
    from (select * replace (string_split(outcomes, ',') as outcomes) from (
      (from (${rowsAmong(pairs, 'a', subjects)}) where ${telling} or b in (${subjects})) union all by name
      (from (${rowsAmong(pairs, 'b', subjects)}) where (${telling}) and a not in (${subjects}))))`;
}

const standing = text('weight is not null');
const clusters: Latest = { view: heldClusters, key: ['subject'], stands: text('true') };

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

const knownColumns = {
  frequency: 'kind varchar, hash ubigint, class bigint',
  crowded: 'key ubigint',
} as const;

/** Takes from a snapshot what does not change after it: how common values are, and which keys are crowded. */
export async function takeKnown(lake: Lake, folder: string, type: string): Promise<void> {
  for (const kind of ['frequency', 'crowded'] as const) {
    const files = await parquetFiles(join(folder, heldSchema, `${kind}_${type}`));
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
    .filter((type) => folders.some((folder) => existsSync(join(folder, heldSchema, `several_${type}`))));
}

/** Makes readable what a snapshot and what came after it hold, in the order in which they came. */
export async function mountHeld(lake: Lake, folders: readonly string[]): Promise<void> {
  await lake.makeSchema(heldSchema);
  for (const type of heldTypes(folders)) {
    for (const kind of ['feature', 'several', 'key', 'scored'] as const) {
      const parts = await Promise.all(
        folders.map((folder) => parquetFiles(join(folder, heldSchema, `${kind}_${type}`))),
      );
      const view = text(heldTable(kind, type));
      if (kind === 'scored') await mountLatest(lake, { ...pairsOf(type), parts });
      else await lake.run(sql`create or replace view ${view} as select * from ${parquet(parts.flat())}`);
    }
  }
  await mountHeldClusters(lake, folders);
  await mountHeldCandidates(lake, folders);
}

/** Of what `mountHeld` makes readable, the clusters alone. */
export async function mountHeldClusters(lake: Lake, folders: readonly string[]): Promise<void> {
  const parts = await Promise.all(folders.map((folder) => parquetFiles(tableFolder(folder, clusterTable))));
  await mountLatest(lake, { ...clusters, parts });
}

async function mountHeldCandidates(lake: Lake, folders: readonly string[]): Promise<void> {
  const parts = await Promise.all(folders.map((folder) => parquetFiles(tableFolder(folder, candidateTable))));
  const turns = parts.flatMap((files, turn) =>
    files.length === 0 ? [] : [{ turn, from: sql`from ${parquet(files)}` }],
  );
  const latest = (selects: readonly Query[]) =>
    sql`select * exclude (turn) from (${joinSql(selects, ' union all by name ')})
      qualify row_number() over (partition by a, b order by turn desc) = 1`;
  const all = turns.map(({ turn, from }) => sql`select *, ${turn} as turn ${from}`);
  // The pairs of the snapshot that nobody judged are passed over by the statistics of the file.
  const judged = turns.map(
    ({ turn, from }) =>
      sql`select a, b, judged, ${turn} as turn ${from} ${turn === 0 ? sql`where judged is not null` : sql``}`,
  );
  await lake.run(sql`create or replace view ${heldCandidates} as from (${latest(all)}) where ${standing}`);
  await lake.run(sql`create or replace view ${heldJudged} as ${latest(judged)}`);
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

function parquet(files: readonly string[]): Query {
  return sql`read_parquet([${joinSql(
    files.map((file) => sql`${file}`),
    ', ',
  )}])`;
}
