// What a resolution leaves for those that come after it: for each type the features of its subjects, their blocking
// keys, which keys are crowded, and how common values are. In: the working tables of a type. Out: Parquet files under
// `<folder>/held`, and views over those of a snapshot and of what came after it, in the schema `held`.
// Invariant: what was said later holds; rows of features and keys are only ever added.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { copyTo, parquetFiles, tableFolder, writeWhole } from '../lake/store.ts';
import type { Table } from '../lake/table.ts';
import { typeModels } from './models/type-models.ts';
import { candidateTable, clusterTable } from './tables.ts';
import { text, workTable } from './work.ts';

const heldSchema = 'held';

/** The kinds of held tables of a type, with the SELECT that fills them from the working tables. */
const kinds = {
  feature: (type: string) => `select f.* exclude (n) from ${workTable('feature', type)} f order by subject`,
  key: (type: string) =>
    `select k.key, k.rule, s.subject from ${workTable('key', type)} k join ${workTable('subject', type)} s using (n)
     order by k.key, s.subject, k.rule`,
  crowded: (type: string) => `select key from ${workTable('crowded', type)} order by key`,
  frequency: (type: string) =>
    `select kind, hash, class from ${workTable('frequency', type)} order by kind, hash`,
} as const;
type Kind = keyof typeof kinds;

/** The view over what is held of a type. */
export function heldTable(kind: Kind, type: string): string {
  return `${heldSchema}.${kind}_${type}`;
}

/** The clusters and the candidates that hold, before anything new. */
export const heldClusters: Query = { text: `${heldSchema}.cluster` };
export const heldCandidates: Query = { text: `${heldSchema}.candidate` };

/**
 * Keeps what later subjects of these types are compared with. `grown` leaves out what does not change after the
 * snapshot: which keys are crowded, and how common values are.
 */
export async function writeHeld(
  lake: Lake,
  {
    folder,
    types,
    grown,
  }: { readonly folder: string; readonly types: readonly string[]; readonly grown: boolean },
): Promise<void> {
  await writeWhole(join(folder, heldSchema), async (target) => {
    for (const type of types) {
      for (const kind of grown ? (['feature', 'key'] as const) : (Object.keys(kinds) as Kind[])) {
        await lake.run(copyTo({ text: kinds[kind](type) }, join(target, `${kind}_${type}.parquet`)));
      }
    }
  });
}

/** The types of which a snapshot holds features: those that later subjects can be compared with. */
export function heldTypes(folder: string): readonly string[] {
  return typeModels
    .map(({ type }) => type)
    .filter((type) => existsSync(join(folder, heldSchema, `feature_${type}.parquet`)));
}

/** Makes readable what a snapshot and what came after it hold, in the order in which they came. */
export async function mountHeld(lake: Lake, folders: readonly string[]): Promise<void> {
  await lake.makeSchema(heldSchema);
  for (const type of heldTypes(folders[0] ?? '')) {
    for (const kind of Object.keys(kinds) as Kind[]) {
      const files = folders
        .map((folder) => join(folder, heldSchema, `${kind}_${type}.parquet`))
        .filter((file) => existsSync(file));
      await lake.run(
        sql`create or replace view ${text(heldTable(kind, type))} as select * from ${parquet(files)}`,
      );
    }
  }
  await mountLatest(lake, { table: clusterTable, view: heldClusters, key: ['subject'], folders });
  await mountLatest(lake, { table: candidateTable, view: heldCandidates, key: ['a', 'b'], folders });
}

/** A view in which the last row with a key stands for all with that key. */
async function mountLatest(
  lake: Lake,
  of: {
    readonly table: Table;
    readonly view: Query;
    readonly key: readonly string[];
    readonly folders: readonly string[];
  },
): Promise<void> {
  const [base, ...later] = of.folders.map((folder) => tableFolder(folder, of.table));
  const columns = { text: Object.keys(of.table.columns).join(', ') };
  const key = { text: of.key.join(', ') };
  const first = sql`select ${columns} from ${parquet(await parquetFiles(base ?? ''))}`;
  const changes: Query[] = [];
  for (const [order, folder] of later.entries()) {
    const files = await parquetFiles(folder);
    if (files.length > 0) changes.push(sql`select ${columns}, ${order} as turn from ${parquet(files)}`);
  }
  if (changes.length === 0) {
    await lake.run(sql`create or replace view ${of.view} as ${first}`);
    return;
  }
  const changed = sql`select * exclude (turn) from (${joinSql(changes, ' union all ')})
    qualify row_number() over (partition by ${key} order by turn desc) = 1`;
  await lake.run(sql`create or replace view ${of.view} as
    with changed as (${changed}) from changed union all (from (${first}) anti join changed using (${key}))`);
}

function parquet(files: readonly string[]): Query {
  return sql`read_parquet([${joinSql(
    files.map((file) => sql`${file}`),
    ', ',
  )}])`;
}
