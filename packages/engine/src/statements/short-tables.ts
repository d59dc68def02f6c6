import { type Query, sql } from '../lake/sql.ts';
import { defineTable } from '../lake/table.ts';
import type { ToTable } from '../lake/table-writer.ts';
import type { LabelBook } from './label-book.ts';
import type { PropertyCode, SubjectPlan } from './plan.ts';

/** Statements as rows are read: codes for what repeats, days since 1970-01-01 for dates. */
export const shortStatementTable = defineTable('statements', 'short_statement', {
  row: 'INTEGER',
  subject: 'UBIGINT',
  property: 'INTEGER',
  value: 'VARCHAR',
  original: 'VARCHAR',
  first_seen: 'INTEGER',
  last_seen: 'INTEGER',
  label: 'INTEGER',
});

export const shortSubjectTable = defineTable('statements', 'short_subject', {
  row: 'INTEGER',
  subject: 'UBIGINT',
  name: 'INTEGER',
  key: 'VARCHAR',
});

/** Short statements told in full. The labels are those that are known when a part is written. */
export function statementsFrom(
  contribution: string,
  properties: readonly PropertyCode[],
  labels: LabelBook,
): ToTable {
  return (rows) => sql`
    select ${contribution} as contribution, row::bigint as row, subject,
      ${picked(
        properties.map(({ type }) => type),
        'property',
      )} as type,
      ${picked(
        properties.map(({ property }) => property),
        'property',
      )} as property,
      value, original,
      date '1970-01-01' + first_seen as first_seen, date '1970-01-01' + last_seen as last_seen,
      (${list(labels.ids)}::ubigint[])[label + 1] as label
    from ${rows}`;
}

export function subjectsFrom(contribution: string, subjects: readonly SubjectPlan[]): ToTable {
  return (rows) => sql`
    select subject, ${contribution} as contribution, row::bigint as row,
      ${picked(
        subjects.map(({ name }) => name),
        'name',
      )} as name,
      ${picked(
        subjects.map(({ type }) => type),
        'name',
      )} as type,
      key
    from ${rows}`;
}

function picked(words: readonly string[], code: 'property' | 'name'): Query {
  return sql`(${list(words)}::varchar[])[${{ text: code }} + 1]`;
}

function list(values: readonly (string | bigint)[]): Query {
  return values.length === 0 ? { text: '[]' } : { text: `[${sql`${[...values]}`.text.slice(1, -1)}]` };
}
