import { ontology } from '@clew/model/ontology/ontology.ts';
import { keptJudgementTable } from '../kept.ts';
import type { Lake } from '../lake/lake.ts';
import { type Query, sql } from '../lake/sql.ts';
import { matchableSubjects } from '../statements/matchable-subjects.ts';
import { statementTable, subjectTable } from '../statements/tables.ts';
import { valueSubject } from './value-subject.ts';
import { text, workSchema, workTable } from './work.ts';

/** Properties whose value is a thing by itself, with the type of the thing. */
function valueProperties(): { type: string; property: string; range: string }[] {
  return ontology.flatMap((type) =>
    Object.entries(type.properties).flatMap(([property, { kind, range }]) =>
      range !== undefined && kind !== 'ref' ? [{ type: type.id, property, range }] : [],
    ),
  );
}

export const subjects = `${workSchema}.subject`;
export const valueSubjects = `${workSchema}.value_subject`;

/**
 * Lists all subjects: those of rows, and the values that are things by themselves. A value is matchable when
 * any matchable subject states it.
 */
export async function listSubjects(lake: Lake): Promise<number> {
  await lake.run(sql`create or replace table ${text(subjects)} as
    select subject, min(type) as type, bool_and(matchable) as matchable from (
      select * from (${matchableSubjects})
      union all select distinct subject, type, null from ${subjectTable}) group by subject`);
  const list = valueProperties()
    .map(({ type, property, range }) => `('${type}', '${property}', '${range}')`)
    .join(', ');
  await lake.run(sql`create or replace table ${text(valueSubjects)} as
    with pointing(type, property, range) as (values ${text(list)}),
    stated as (select range as type, value, bool_or(matchable) as matchable from (
        select p.range, s.value, m.matchable from ${statementTable} s
        join pointing p on p.type = s.type and p.property = s.property
        join ${text(subjects)} m on m.subject = s.subject)
      group by range, value)
    select ${valueSubject(text('type'), text('value'))} as subject, type, value, matchable from stated`);
  const { count } = await lake.row<{ count: number }>(
    text(`select (select count(*) from ${subjects}) + (select count(*) from ${valueSubjects}) as count`),
  );
  return count;
}

/**
 * The subjects of a type that evidence decides on, numbered from 1 in the order of their ids (`subject_<type>`), what is
 * said of them (`said_<type>`: n, property, value), and the pairs that people have judged (`judged_<type>`: a, b, verdict).
 */
export async function takeSubjects(
  lake: Lake,
  of: {
    readonly type: string;
    readonly key: string | undefined;
    readonly properties: readonly string[];
    /** Those that are in this table are left out. */
    readonly without?: string | undefined;
  },
): Promise<number> {
  const { type } = of;
  const numbered = workTable('subject', type);
  const known = of.without === undefined ? '' : `where subject not in (select subject from ${of.without})`;
  await lake.run(sql`create or replace table ${text(numbered)} as
    select row_number() over (order by subject)::integer as n, subject from (${subjectsOf(type)}) ${text(known)} order by n`);
  await lake.run(sql`create or replace table ${text(workTable('said', type))} as
    select distinct n, property, value from (
      select subject, property, value from ${statementTable} where type = ${type} and property in ${of.properties}
      union all select subject, ${of.key ?? ''}, value from ${text(valueSubjects)} where type = ${type} and ${of.key !== undefined})
    join ${text(numbered)} using (subject) where value is not null and value <> ''`);
  await takeJudged(lake, type);
  const { count } = await lake.row<{ count: number }>(text(`select count(*) as count from ${numbered}`));
  return count;
}

/** SQL: the subjects of a type that evidence may decide on. */
export function subjectsOf(type: string): Query {
  return sql`select subject from ${text(subjects)} where type = ${type} and matchable
    union select subject from ${text(valueSubjects)} where type = ${type} and matchable`;
}

/** The judged pairs among the numbered subjects. */
export async function takeJudged(lake: Lake, type: string): Promise<void> {
  const numbered = workTable('subject', type);
  await lake.run(sql`create or replace table ${text(workTable('judged', type))} as
    select least(x.n, y.n) as a, greatest(x.n, y.n) as b, verdict from ${keptJudgementTable} j
    join ${text(numbered)} x on x.subject = j.a join ${text(numbered)} y on y.subject = j.b
    where verdict in ('same', 'different') and x.n <> y.n`);
}
