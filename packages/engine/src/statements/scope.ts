// In: the folders of contributions and the labels that somebody may read. Out: the statement tables, mounted so that
// nothing else is in them. Invariant: whatever later stages compute depends on readable statements alone.

import { contributionTables } from '../contribution/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { mountTable, mountTables, parquetFiles, tableFolder } from '../lake/store.ts';
import { defineTable, type Row, type Table } from '../lake/table.ts';
import { loadTable } from '../lake/table-writer.ts';
import { labelTable, statementTable, subjectTable, valueProblemTable } from './tables.ts';

/** A label whose statements take part, and whether they may be matched with those of others. */
export interface ScopedLabel {
  readonly label: bigint;
  readonly matchable: boolean;
}

/** What a run may see. */
export interface Scope {
  readonly labels: readonly ScopedLabel[];
  /** Whether the records as they came, and their problems, are readable: for the hub's own figures alone. */
  readonly records: boolean;
}

/** The distinct labels of one contribution folder. */
export interface FolderLabels {
  readonly folder: string;
  readonly labels: readonly Row<typeof labelTable>[];
}

/** The labels of the scope, as rows of `labelTable`. A working table. */
const readableTable = defineTable('scope', 'readable', labelTable.columns);

/** The distinct labels that the statements of each folder carry, by label. Read at one go: folders can be many. */
export async function folderLabels(lake: Lake, folders: readonly string[]): Promise<FolderLabels[]> {
  const files = await Promise.all(folders.map((folder) => parquetFiles(tableFolder(folder, labelTable))));
  const numbered = files.flatMap((own, folder) => own.map((file) => sql`(${file}, ${folder})`));
  if (numbered.length === 0) return folders.map((folder) => ({ folder, labels: [] }));
  const rows = await lake.rows<Row<typeof labelTable> & { readonly folder: number }>(sql`
    select distinct n.folder, label, owner, matchable, protected, content
    from read_parquet([${joinSql(
      files.flat().map((file) => sql`${file}`),
      ', ',
    )}], filename = true) join (values ${joinSql(numbered, ', ')}) n(file, folder) on n.file = filename
    order by n.folder, label`);
  const labels = folders.map((): Row<typeof labelTable>[] => []);
  for (const { folder, ...row } of rows) labels[folder]?.push(row as Row<typeof labelTable>);
  return folders.map((folder, index) => ({ folder, labels: labels[index] ?? [] }));
}

/** Mounts the statements of the folders that carry a readable label, and nothing else of them. */
export async function mountScope(lake: Lake, folders: readonly FolderLabels[], scope: Scope): Promise<void> {
  const readable = new Map(scope.labels.map((each) => [each.label, each.matchable]));
  const whole: string[] = [];
  const mixed: string[] = [];
  for (const { folder, labels: own } of folders) {
    const seen = own.filter(({ label }) => readable.has(label as bigint));
    if (seen.length === 0) continue;
    (seen.length === own.length ? whole : mixed).push(folder);
  }
  const recorded = scope.records ? folders.map(({ folder }) => folder) : [];
  await mountTables(lake, [...contributionTables, valueProblemTable], recorded);
  await mountLabels(lake, folders, scope);
  if (mixed.length === 0) {
    await mountTables(lake, [statementTable, subjectTable], whole);
    return;
  }
  const [all, parts] = [await sources(statementTable, whole), await sources(statementTable, mixed)];
  const [subjects, partSubjects] = [await sources(subjectTable, whole), await sources(subjectTable, mixed)];
  const seenStatement = sql`select * from ${parts} s semi join ${readableTable} r on r.label = s.label`;
  await mountView(lake, statementTable, sql`select * from ${all} union all ${seenStatement}`);
  await mountView(
    lake,
    subjectTable,
    sql`select * from ${subjects} union all select * from ${partSubjects} k semi join (${seenStatement}) s
      on s.subject = k.subject and s.contribution = k.contribution and s."row" = k."row"`,
  );
}

/** Mounts the labels of the scope that the folders have, and no statements. */
export async function mountLabels(
  lake: Lake,
  folders: readonly FolderLabels[],
  scope: Pick<Scope, 'labels'>,
): Promise<void> {
  const readable = new Map(scope.labels.map((each) => [each.label, each.matchable]));
  const labels = new Map<bigint, Row<typeof labelTable>>();
  for (const row of folders.flatMap((each) => each.labels)) {
    const label = row.label as bigint;
    if (readable.has(label)) labels.set(label, { ...row, matchable: readable.get(label) === true });
  }
  await loadTable(
    lake,
    readableTable,
    [...labels.values()].sort((a, b) => ((a.label as bigint) < (b.label as bigint) ? -1 : 1)),
  );
  await mountView(lake, labelTable, sql`select * from ${readableTable}`);
}

/** The rows of a table in some folders, or none of them with the same columns. */
async function sources(table: Table, folders: readonly string[]): Promise<Query> {
  const files: string[] = [];
  for (const folder of folders) files.push(...(await parquetFiles(tableFolder(folder, table))));
  if (files.length > 0) return sql`(select ${columnsOf(table)} from ${parquet(files)})`;
  const empty = Object.entries(table.columns).map(([name, type]) => ({ text: `null::${type} as "${name}"` }));
  return sql`(select ${joinSql(empty, ', ')} where false)`;
}

async function mountView(lake: Lake, table: Table, select: Query): Promise<void> {
  await mountTable(lake, table, []);
  await lake.run(sql`create or replace view ${table} as select ${columnsOf(table)} from (${select})`);
}

function columnsOf(table: Table): Query {
  return joinSql(
    Object.keys(table.columns).map((name) => ({ text: `"${name}"` })),
    ', ',
  );
}

function parquet(files: readonly string[]): Query {
  return sql`read_parquet([${joinSql(
    files.map((file) => sql`${file}`),
    ', ',
  )}])`;
}
