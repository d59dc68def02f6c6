// What a resolution leaves for those that come after it: for each type the features of its subjects, their blocking
// keys, which keys are crowded, how common values are, and the pairs that were kept. In: the working tables of a type.
// Out: Parquet files under `<folder>/held`, and views over those of a snapshot and of what came after it, in the schema
// `held`. Invariant: what was said last of a pair or of a subject's cluster holds; nothing else is ever said twice.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { copyTo, parquetFiles, tableFolder, writeWhole } from '../lake/store.ts';
import { typeModels } from './models/type-models.ts';
import { candidateTable, clusterTable } from './tables.ts';
import { text, workTable } from './work.ts';

const heldSchema = 'held';

/** What is kept of a type, with the SELECT over working tables that gives it. */
const kinds = {
  feature: (type: string) => `select f.* exclude (n) from ${workTable('feature', type)} f order by subject`,
  key: (type: string) =>
    `select k.key, k.rule, s.subject from ${workTable('key', type)} k join ${workTable('subject', type)} s using (n)
     order by k.key, s.subject, k.rule`,
  crowded: (type: string) => `select distinct key from ${workTable('crowded', type)} order by key`,
  frequency: (type: string) =>
    `select kind, hash, class from ${workTable('frequency', type)} order by kind, hash`,
  scored: (type: string) =>
    `select x.subject as a, y.subject as b, s.* exclude (a, b) from ${workTable('scored', type)} s
     join ${workTable('subject', type)} x on x.n = s.a join ${workTable('subject', type)} y on y.n = s.b order by a, b`,
} as const;
type Kind = keyof typeof kinds;

/** The view over what is held of a type. */
export function heldTable(kind: Kind, type: string): string {
  return `${heldSchema}.${kind}_${type}`;
}

/** The clusters that hold before anything new. */
export const heldClusters: Query = { text: `${heldSchema}.cluster` };
/** The candidates that hold before anything new. */
export const heldCandidates: Query = { text: `${heldSchema}.candidate` };

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
    .filter((type) => folders.some((folder) => existsSync(join(folder, heldSchema, `feature_${type}`))));
}

/** Makes readable what a snapshot and what came after it hold, in the order in which they came. */
export async function mountHeld(lake: Lake, folders: readonly string[]): Promise<void> {
  await lake.makeSchema(heldSchema);
  for (const type of heldTypes(folders)) {
    for (const kind of ['feature', 'key', 'scored'] as const) {
      const parts = await Promise.all(
        folders.map((folder) => parquetFiles(join(folder, heldSchema, `${kind}_${type}`))),
      );
      const view = text(heldTable(kind, type));
      if (kind === 'scored') await mountLatest(lake, { view, key: ['a', 'b'], parts });
      else await lake.run(sql`create or replace view ${view} as select * from ${parquet(parts.flat())}`);
    }
  }
  for (const [table, view, key] of [
    [clusterTable, heldClusters, ['subject']],
    [candidateTable, heldCandidates, ['a', 'b']],
  ] as const) {
    const parts = await Promise.all(folders.map((folder) => parquetFiles(tableFolder(folder, table))));
    await mountLatest(lake, { view, key, parts });
  }
}

/** A view in which the last row with a key stands for all with that key. */
async function mountLatest(
  lake: Lake,
  of: {
    readonly view: Query;
    readonly key: readonly string[];
    /** The files of the snapshot, and of each that came after it. */
    readonly parts: readonly (readonly string[])[];
  },
): Promise<void> {
  const [base = [], ...later] = of.parts.filter((files) => files.length > 0);
  const key = { text: of.key.join(', ') };
  const first = sql`select * from ${parquet(base)}`;
  const changes = later.map((files, turn) => sql`select *, ${turn} as turn from ${parquet(files)}`);
  if (changes.length === 0) {
    await lake.run(sql`create or replace view ${of.view} as ${first}`);
    return;
  }
  const changed = sql`select * exclude (turn) from (${joinSql(changes, ' union all by name ')})
    qualify row_number() over (partition by ${key} order by turn desc) = 1`;
  await lake.run(sql`create or replace view ${of.view} as
    with changed as (${changed}) from changed union all by name (from (${first}) anti join changed using (${key}))`);
}

function parquet(files: readonly string[]): Query {
  return sql`read_parquet([${joinSql(
    files.map((file) => sql`${file}`),
    ', ',
  )}])`;
}
