import { findEntityType, ontology } from '@clew/model/ontology/ontology.ts';
import { type Corroboration, corroborate, type Report } from '@clew/model/terms/corroboration.ts';
import { labelFromText } from '@clew/model/terms/label.ts';
import { isYearless } from '@clew/model/values/date-value.ts';
import { linkTable } from '../../graph/tables.ts';
import { keptContributionTable } from '../../kept.ts';
import type { Lake } from '../../lake/lake.ts';
import { joinSql, type Query, sql } from '../../lake/sql.ts';
import { defineTable, type Table } from '../../lake/table.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { labelTable, statementTable, subjectTable } from '../../statements/tables.ts';
import type {
  DossierHead,
  DossierOptions,
  DossierProperty,
  DossierRecord,
  DossierSource,
  DossierStatement,
  DossierValue,
  PartPage,
  Portion,
} from './dossier.ts';

/** A record, and a subject that it speaks of. */
export const recordColumns = {
  subject: 'UBIGINT',
  name: 'VARCHAR',
  contribution: 'VARCHAR',
  row: 'BIGINT',
} as const;

/** The source subjects of the entity at hand. A working table. */
const memberTable = defineTable('dossier_work', 'member', { subject: 'UBIGINT' });

/** The records that speak of the entity at hand, and those that may name it by its value. Working tables. */
const ownTable = defineTable('dossier_work', 'own', recordColumns);
const namingTable = defineTable('dossier_work', 'naming', recordColumns);

/** What is stated of the entity at hand, and what names it by its value. A working table. */
const statedTable = defineTable('dossier_work', 'stated', {
  property: 'VARCHAR',
  value: 'VARCHAR',
  original: 'VARCHAR',
  contribution: 'VARCHAR',
  row: 'BIGINT',
  first_seen: 'DATE',
  last_seen: 'DATE',
  label: 'UBIGINT',
  withheld: 'BOOLEAN',
});

/** Of which one person or thing can have but one. Names, nationalities and places are not of them: people have several. */
const singular: Readonly<Record<string, readonly string[]>> = {
  person: ['birthDate', 'sex'],
  vehicle: ['vin', 'country', 'make'],
  document: ['documentKind', 'country', 'issued', 'expires', 'holderBirthDate'],
  organization: ['country'],
  case: ['opened', 'closed'],
};

/** What may be said of a protected person: why the person is protected. */
export const openOfProtected = ['category', 'role'] as const;

/** Properties whose value is the id of another subject: the links show them. */
export const references = joinSql(
  ontology.flatMap((type) =>
    Object.entries(type.properties).flatMap(([name, property]) =>
      property.kind === 'ref' ? [sql`(${type.id}, ${name})`] : [],
    ),
  ),
  ', ',
);

/** Gathers once what the queries below read. */
export async function gatherStatements(lake: Lake, head: DossierHead): Promise<void> {
  const withheld = head.protected
    ? head.type === 'person'
      ? sql`s.property not in ${openOfProtected}`
      : sql`true`
    : sql`s.label in (select label from ${labelTable} where protected)`;
  await lake.makeSchema('dossier_work');
  await lake.run(sql`create or replace table ${memberTable} as
    select ${head.entity}::ubigint as subject
    union select subject from ${clusterTable} where entity = ${head.entity}`);
  await gatherRecords(lake, ownTable, sql`select subject from ${memberTable}`);
  const named = await gatherNaming(lake, head);
  await lake.run(sql`create or replace table ${statedTable} as
    select s.property, s.value, coalesce(s.original, s.value) as original, s.contribution, s."row", s.first_seen,
      s.last_seen, s.label, ${withheld} as withheld
    from (
      select property, value, original, contribution, "row", first_seen, last_seen, label
      from ${statementTable} s semi join ${ownTable} r on ${inRecord}
      where (s.type, s.property) not in (${references})
      ${named}
    ) s`);
}

/** Statements stand in the order of their records: who asks for some records goes through few of the others. */
export const inRecord = sql`r.subject = s.subject and r.contribution = s.contribution and r."row" = s."row"`;

/** Fills a working table with the records that speak of some subjects. */
export async function gatherRecords(
  lake: Lake,
  table: Table<typeof recordColumns>,
  subjects: Query,
): Promise<void> {
  await lake.makeSchema(table.schema);
  await lake.run(sql`create or replace table ${table} as
    select s.subject, s.name, s.contribution, s."row"
    from ${subjectTable} s semi join (${subjects}) m on m.subject = s.subject`);
}

/**
 * What others state to be theirs and is this entity: phone numbers, documents, addresses. Only the entities that link
 * here are looked through; it counts as stated of the key.
 */
async function gatherNaming(lake: Lake, { entity, type }: DossierHead): Promise<Query> {
  const meant = findEntityType(type);
  const key = meant?.key ?? meant?.caption[0];
  const naming = ontology.flatMap((each) =>
    Object.entries(each.properties).flatMap(([name, property]) =>
      property.range === type && property.kind !== 'ref' ? [sql`(${each.id}, ${name})`] : [],
    ),
  );
  if (key === undefined || naming.length === 0) return sql``;
  await gatherRecords(
    lake,
    namingTable,
    sql`select l.source as subject from ${linkTable} l where l.target = ${entity}
      union select c.subject from ${clusterTable} c
        semi join (select source from ${linkTable} where target = ${entity}) l on l.source = c.entity`,
  );
  return sql`
    union all
    select ${key}, s.value, s.original, s.contribution, s."row", s.first_seen, s.last_seen, s.label
    from ${statementTable} s semi join ${namingTable} r on ${inRecord}
    where (s.type, s.property) in (${joinSql(naming, ', ')})
      and md5_number_lower(${`${type}|`} || s.value)::ubigint in (select subject from ${memberTable})`;
}

export async function withheldStatements(lake: Lake): Promise<number> {
  const { n } = await lake.row<{ n: number }>(sql`select count(*) as n from ${statedTable} where withheld`);
  return n;
}

/** The values that may be shown, by property, those that most records state first. */
export async function readProperties(
  lake: Lake,
  type: string,
  { limit, sources: most }: Pick<DossierOptions, 'limit' | 'sources'>,
): Promise<DossierProperty[]> {
  const values = await lake.rows<ValueRow>(sql`
    select *, count(*) over (partition by property) as values from (
      select property, value, coalesce(mode(original order by original), value) as original,
        count(distinct original) as spellings, count(distinct (contribution, "row")) as records,
        list_sort(list(distinct k.partner)) as owners
      from ${statedTable} s left join ${keptContributionTable} k using (contribution)
      where not s.withheld group by property, value
    ) qualify row_number() over (partition by property order by records desc, value) <= ${limit}
    order by property, records desc, value`);
  const sources = await readSources(lake, most);
  const corroborations = await readCorroborations(lake);
  const conflicts = await readConflicts(lake, type);
  const byProperty = new Map<string, DossierValue[]>();
  const totals = new Map<string, number>();
  for (const { records, values: total, ...value } of values) {
    const rows = sources.get(sourceKey(value)) ?? [];
    const list = byProperty.get(value.property) ?? [];
    const corroboration = corroborations.get(sourceKey(value)) as Corroboration;
    byProperty.set(value.property, [...list, { ...value, sources: { total: records, rows }, corroboration }]);
    totals.set(value.property, total);
  }
  const order = Object.keys(findEntityType(type)?.properties ?? {});
  return [...byProperty]
    .map(([property, rows]) => ({
      property,
      conflict: conflicts.has(property),
      total: totals.get(property) ?? rows.length,
      rows,
    }))
    .sort((one, other) => order.indexOf(one.property) - order.indexOf(other.property));
}

type ValueRow = Omit<DossierValue, 'sources' | 'corroboration'> & {
  readonly records: number;
  readonly values: number;
};

type SourceRow = Omit<DossierSource, 'grade'> & {
  readonly property: string;
  readonly value: string;
  readonly content: string;
};

/** The first records behind each value, by partner. */
async function readSources(lake: Lake, most: number): Promise<Map<string, DossierSource[]>> {
  const rows = await lake.rows<SourceRow>(sql`
    select * from (
      select s.property, s.value, coalesce(k.partner, '') as partner, s.contribution,
        coalesce(k.file_name, s.contribution) as file, s."row", min(s.original) as original,
        min(s.first_seen) as "firstSeen", max(s.last_seen) as "lastSeen", min(l.content) as content
      from ${statedTable} s join ${labelTable} l using (label)
      left join ${keptContributionTable} k on k.contribution = s.contribution
      where not s.withheld
      group by all
    ) qualify row_number() over (partition by property, value order by partner, contribution, "row") <= ${most}
    order by property, value, partner, contribution, "row"`);
  const found = new Map<string, DossierSource[]>();
  for (const { property, value, content, ...source } of rows) {
    const key = sourceKey({ property, value });
    const list = found.get(key) ?? [];
    list.push({ ...source, grade: gradeOf(content) });
    found.set(key, list);
  }
  return found;
}

/** So many values said in the same words are no coincidence: one report was handed on. */
const enoughToTell = 5;

/** By value, the hub's evaluation over the reports of it. What an owner states twice under one label is one report. */
async function readCorroborations(lake: Lake): Promise<ReadonlyMap<string, Corroboration>> {
  const rows = await lake.rows<{
    property: string;
    value: string;
    owner: string;
    content: string;
    fingerprint: string | null;
  }>(sql`
    with record as (
      select contribution, "row", case when count(distinct (property, original)) >= ${enoughToTell}
        then md5(array_to_string(list_sort(list(distinct property || '=' || original)), chr(10))) end as fingerprint
      from ${statedTable} group by contribution, "row"
    )
    select distinct s.property, s.value, l.owner, l.content, r.fingerprint
    from ${statedTable} s join ${labelTable} l using (label) join record r using (contribution, "row")
    where not s.withheld order by all`);
  const reports = new Map<string, Report[]>();
  for (const { property, value, owner, content, fingerprint } of rows) {
    const { source, information, origins } = labelFromText(content);
    const key = sourceKey({ property, value });
    const list = reports.get(key) ?? [];
    list.push({ owner, origin: origins[0] ?? null, source, information, content: fingerprint });
    reports.set(key, list);
  }
  return new Map([...reports].map(([key, list]) => [key, corroborate(list)]));
}

function sourceKey({ property, value }: { readonly property: string; readonly value: string }): string {
  return `${property} ${value}`;
}

/**
 * Singular properties with values that are not one another's beginning: 1990 and 1990-03 agree, 1991 does not. A day of the
 * year alone, `--03-14`, agrees with all that may be that day.
 */
async function readConflicts(lake: Lake, type: string): Promise<ReadonlySet<string>> {
  const properties = singular[type];
  if (properties === undefined) return new Set();
  const rows = await lake.rows<{ property: string; values: readonly string[] }>(sql`
    select property, list(distinct value) as values from ${statedTable}
    where not withheld and property in ${properties} group by property`);
  return new Set(rows.filter(({ values }) => !agree(values)).map(({ property }) => property));
}

function agree(values: readonly string[]): boolean {
  const [birthday, ...others] = values.filter(isYearless);
  const sorted = values.filter((value) => !isYearless(value)).sort();
  const mayBeOn = (day: string) =>
    others.length === 0 && sorted.every((value) => value.includes('/') || day.startsWith(value.slice(5)));
  return (
    sorted.every((value, index) => value.startsWith(sorted[index - 1] ?? '')) &&
    (birthday === undefined || mayBeOn(birthday.slice(2)))
  );
}

/** What may be shown of all that is stated, record by record, in the order of property and value. */
export async function readStatements(
  lake: Lake,
  { limit, offset = 0 }: PartPage,
): Promise<readonly DossierStatement[]> {
  const rows = await lake.rows<SourceRow>(sql`
    select s.property, s.value, coalesce(k.partner, '') as partner, s.contribution,
      coalesce(k.file_name, s.contribution) as file, s."row", s.original,
      s.first_seen as "firstSeen", s.last_seen as "lastSeen", l.content
    from ${statedTable} s join ${labelTable} l using (label)
    left join ${keptContributionTable} k on k.contribution = s.contribution
    where not s.withheld
    order by all limit ${limit} offset ${offset}`);
  return rows.map(({ content, ...row }) => ({ ...row, grade: gradeOf(content) }));
}

/** The grade in a label: source and information on the 4×4 scale. */
export function gradeOf(label: string): string {
  const { source, information } = labelFromText(label);
  return `${source}${information}`;
}

/** The records that were taken for this entity. */
export async function readRecords(
  lake: Lake,
  { limit, offset = 0 }: PartPage,
): Promise<Portion<DossierRecord>> {
  const from = sql`${ownTable} s
    left join ${keptContributionTable} k on k.contribution = s.contribution`;
  const { total } = await lake.row<{ total: number }>(sql`
    select count(distinct (s.subject, s.contribution, s."row")) as total from ${from}`);
  const rows = await lake.rows<DossierRecord>(sql`
    select s.subject, min(s.name) as name, coalesce(k.partner, '') as partner, s.contribution,
      coalesce(k.file_name, s.contribution) as file, s."row"
    from ${from} group by all
    order by partner, s.contribution, s."row", s.subject limit ${limit} offset ${offset}`);
  return { total, rows };
}
