// Linkage alone: files and mappings in, an entity for every row and the compared pairs out. The same stages 1 to 3
// as in a hub; terms that let everything be matched, because whoever runs it owns all the files.

import { join } from 'node:path';
import type { Mapping, PropertySource, SubjectMapping } from '@clew/model/mapping.ts';
import type { Watch } from '@clew/model/progress.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { contributionTables, recordTable, unreadTable } from './contribution/tables.ts';
import { keptContributionTable, keptJudgementTable, keptPartnerTable } from './kept.ts';
import type { Lake } from './lake/lake.ts';
import { sql } from './lake/sql.ts';
import { mountTables } from './lake/store.ts';
import { defineTable } from './lake/table.ts';
import { loadTable } from './lake/table-writer.ts';
import { type HandedIn, takeIn } from './pipeline.ts';
import { type Resolved, resolve } from './resolution/resolve.ts';
import { candidateTable, clusterTable } from './resolution/tables.ts';
import { type Weights, weightsAsked } from './resolution/usual-model.ts';
import { statementTables, subjectTable } from './statements/tables.ts';

/** A file to link. `name` tells the files apart in the output. */
export interface FileToLink extends Pick<HandedIn, 'fileName' | 'bytes' | 'open' | 'mapping'> {
  readonly name: string;
}

export interface LinkOptions {
  readonly files: readonly FileToLink[];
  /** Where working tables go. */
  readonly folder: string;
  /** The probability from which a pair is a link. */
  readonly threshold?: number | undefined;
  /** Learnt unless told. */
  readonly weights?: Weights | undefined;
}

const owner = 'owner';
const terms = termsSchema.parse({ purposes: ['cross-check'], category: 'suspect' });

/** Stages 1 to 3 over the files. Read the outcome with `linkedRows` and `comparedPairs`. */
export async function linkFiles(lake: Lake, options: LinkOptions, watch: Watch = {}): Promise<Resolved> {
  const folders: string[] = [];
  const arePayments = options.files.every(({ mapping }) => tellsOfPayments(mapping));
  const files = options.files.map((file) => ({ ...file, mapping: linkMapping(file.mapping, arePayments) }));
  for (const [index, file] of files.entries()) {
    const contribution = contributionOf(index);
    const folder = join(options.folder, 'files', contribution);
    await takeIn(lake, { ...file, contribution, partner: owner, terms, folder }, watch);
    folders.push(folder);
  }
  await mountTables(lake, [...contributionTables, ...statementTables], folders);
  await loadTable(lake, keptPartnerTable, [{ partner: owner, title: owner, country: null, contact: null }]);
  await loadTable(
    lake,
    keptContributionTable,
    files.map((file, index) => ({
      contribution: contributionOf(index),
      partner: owner,
      file_name: file.name,
      bytes: file.bytes,
      received_at: '1970-01-01T00:00:00.000Z',
      contact: null,
    })),
  );
  await loadTable(lake, keptJudgementTable, []);
  await loadTable(
    lake,
    rankTable,
    files.flatMap((file, index) =>
      ranksOf(file.mapping).map((each) => ({ contribution: contributionOf(index), ...each })),
    ),
  );
  const { folder, threshold, weights } = options;
  const asked = { folder, threshold, types: typesOf(files), ...weightsAsked(weights) };
  return resolve(lake, asked, watch);
}

/** Files in the order given, rows in the order of the file; every data row once, refused ones as entities of their own. */
export async function* linkedRows(lake: Lake): AsyncGenerator<{ file: string; row: number; entity: bigint }> {
  yield* streamed(
    lake,
    sql`
      with data as (
        select contribution, "row" from ${recordTable} union select contribution, "row" from ${unreadTable}
      ), main as (${mainSubjects})
      select k.file_name as file, d."row",
        coalesce(c.entity, m.subject, md5_number_lower('row|' || d.contribution || '|' || d."row")::ubigint) as entity
      from data d
        join ${keptContributionTable} k on k.contribution = d.contribution
        left join main m on m.contribution = d.contribution and m."row" = d."row"
        left join ${clusterTable} c on c.subject = m.subject
      order by d.contribution, d."row"`,
  );
}

export interface LinkedPair {
  readonly file_a: string;
  readonly row_a: number;
  readonly file_b: string;
  readonly row_b: number;
  readonly weight: number;
  readonly probability: number;
  /** JSON, as in resolution.candidate. */
  readonly parts: string;
}

/** The pairs of rows that were compared and kept, the strongest first. */
export async function* comparedPairs(lake: Lake): AsyncGenerator<LinkedPair> {
  yield* streamed(
    lake,
    sql`
      with main as (${mainSubjects})
      select ka.file_name as file_a, a."row" as row_a, kb.file_name as file_b, b."row" as row_b,
        p.weight, p.probability, p.parts
      from ${candidateTable} p
        join main a on a.subject = p.a join main b on b.subject = p.b
        join ${keptContributionTable} ka on ka.contribution = a.contribution
        join ${keptContributionTable} kb on kb.contribution = b.contribution
      order by p.weight desc, a.contribution, a."row", b.contribution, b."row"`,
  );
}

/** Which subjects of a file stand for its rows: the one with the lowest rank that a row states. */
const rankTable = defineTable('linkage', 'rank', {
  contribution: 'VARCHAR',
  name: 'VARCHAR',
  rank: 'INTEGER',
});

/** The subject with the lowest rank, and of one rank with the lowest id: both as one number, which costs less than a row. */
const mainSubjects = sql`
  select s.contribution, s."row", (min(r.rank::hugeint << 64 | s.subject) & 18446744073709551615)::ubigint as subject
  from ${subjectTable} s join ${rankTable} r on r.contribution = s.contribution and r.name = s.name
  group by s.contribution, s."row"`;

/**
 * A person before an organisation before anything else; of one type what the row is about before what another
 * subject refers to (an employer), then in the order of the mapping.
 */
function ranksOf(mapping: Mapping): { readonly name: string; readonly rank: number }[] {
  const subjects = Object.entries(mapping.subjects);
  const sources = subjects.flatMap(([, { properties }]) => Object.values(properties));
  const referred = new Set(sources.map(({ ref }) => ref));
  const typeRank = (type: string) => (type === 'person' ? 0 : type === 'organization' ? 1 : 2);
  return subjects
    .map(([name, { type }], place) => ({ name, order: [typeRank(type), referred.has(name) ? 1 : 0, place] }))
    .sort((one, other) => compareOrders(one.order, other.order))
    .map(({ name }, rank) => ({ name, rank }));
}

/** What the rows are about: no cluster of anything else is asked for, an address that people share for example. */
function typesOf(files: readonly FileToLink[]): string[] {
  const types = files.flatMap(({ mapping }) => Object.values(mapping.subjects).map(({ type }) => type));
  return [...new Set(types)];
}

function compareOrders(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] as number) - (other[at] as number);
}

function contributionOf(index: number): string {
  return (index + 1).toString(16).padStart(16, '0');
}

/** What says who may be matched, not who somebody is. */
const standing: ReadonlySet<string> = new Set(['category', 'role', 'age']);

function tellsOfPayments({ subjects }: Mapping): boolean {
  return Object.values(subjects).some(({ type }) => type === 'payment');
}

/**
 * A mapping for linkage: each row a subject of its own (no keys); only payments where every file is of payments, else only
 * people and organisations where there are any; and nothing that would take a person out of matching.
 */
function linkMapping(mapping: Mapping, arePayments: boolean): Mapping {
  const all = Object.entries(mapping.subjects);
  const wanted = arePayments ? ['payment'] : ['person', 'organization'];
  const about = all.filter(([, { type }]) => wanted.includes(type));
  const kept = about.length > 0 ? about : all;
  const names = new Set(kept.map(([name]) => name));
  const { seen: _seen, ...form } = mapping;
  return {
    ...form,
    subjects: Object.fromEntries(kept.map(([name, each]) => [name, withoutKey(each, names)])),
  };
}

function withoutKey({ key: _key, ...subject }: SubjectMapping, names: ReadonlySet<string>): SubjectMapping {
  const stays = ([property, source]: [string, PropertySource]) =>
    !standing.has(property) && (source.ref === undefined || names.has(source.ref));
  return { ...subject, properties: Object.fromEntries(Object.entries(subject.properties).filter(stays)) };
}

async function* streamed<T>(lake: Lake, query: ReturnType<typeof sql>): AsyncGenerator<T> {
  const names: string[] = [];
  for await (const batch of lake.batches(query, names)) {
    for (let index = 0; index < batch.rowCount; index++) {
      const row = names.map((name, column) => [name, batch.columns[column]?.[index] ?? null]);
      yield Object.fromEntries(row) as T;
    }
  }
}
