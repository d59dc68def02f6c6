// In: the folders of contributions and the labels that somebody may read. Out: the statement tables, mounted so that
// nothing else is in them. Invariant: whatever later stages compute depends on readable statements alone.

import { statSync } from 'node:fs';
import { contributionTables } from '../contribution/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { mountTable, mountTables, parquet, parquetFiles, tableFolder } from '../lake/store.ts';
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
  const asked: { folder: string; files: readonly LabelFile[] }[] = [];
  for (const folder of folders) asked.push({ folder, files: await labelFiles(folder) });
  const known = knownLabels.get(lake) ?? new Map<string, LabelRows>();
  knownLabels.set(lake, known);
  const missing = asked.flatMap(({ files }) => files.filter(({ mark }) => !known.has(mark)));
  const read = await readLabels(lake, missing);
  for (const { mark, file } of missing) known.set(mark, read.get(file) ?? []);
  const found = asked.map(({ folder, files }) => ({
    folder,
    labels: distinctLabels(files.flatMap(({ mark }) => known.get(mark) ?? [])),
  }));
  for (const oldest of [...known.keys()].slice(0, -mostKnown)) known.delete(oldest);
  return found;
}

type LabelRows = readonly Row<typeof labelTable>[];

/** A file of labels, and what tells it from another that stood in its place. */
interface LabelFile {
  readonly file: string;
  readonly mark: string;
}

/** Files of labels that a lake remembers: every view, run and clock asks for those of all contributions. */
const mostKnown = 20_000;

const knownLabels = new WeakMap<Lake, Map<string, LabelRows>>();

async function labelFiles(folder: string): Promise<readonly LabelFile[]> {
  return (await parquetFiles(tableFolder(folder, labelTable))).map((file) => {
    const { ino, size, mtimeMs } = statSync(file);
    return { file, mark: `${file} ${ino} ${size} ${mtimeMs}` };
  });
}

async function readLabels(lake: Lake, files: readonly LabelFile[]): Promise<ReadonlyMap<string, LabelRows>> {
  const read = new Map<string, Row<typeof labelTable>[]>();
  if (files.length === 0) return read;
  const from = parquet(files.map(({ file }) => file));
  const rows = await lake.rows<Row<typeof labelTable> & { filename: string }>(
    sql`select filename, label, owner, matchable, protected, content from ${from}`,
  );
  for (const { filename, ...row } of rows) read.set(filename, [...(read.get(filename) ?? []), row]);
  return read;
}

function distinctLabels(rows: LabelRows): LabelRows {
  const distinct = new Map(rows.map((row) => [row.label as bigint, row]));
  return [...distinct.values()].sort((a, b) => ((a.label as bigint) < (b.label as bigint) ? -1 : 1));
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
  await loadTable(lake, readableTable, distinctLabels([...labels.values()]));
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
