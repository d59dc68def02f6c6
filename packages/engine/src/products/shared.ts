import { ontology } from '@clew/model/ontology/ontology.ts';
import { type Label, labelFromText } from '@clew/model/terms/label.ts';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { referenceText } from '../statements/subject-id.ts';
import { labelTable, statementTable } from '../statements/tables.ts';

/** Which statements an owner lets another read. */
export interface SharedScope {
  readonly subjects: readonly bigint[];
  readonly contributions: readonly string[];
  /** Null: all properties. */
  readonly properties: readonly string[] | null;
}

/** A label among the statements of a scope. */
export interface SharedLabel {
  readonly id: bigint;
  readonly label: Label;
}

/** One statement of the owner, with where it stands. */
export interface SharedStatement {
  readonly subject: bigint;
  readonly type: string;
  readonly property: string;
  /** The compare key, and the text as given. */
  readonly value: string;
  readonly original: string;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly contribution: string;
  readonly row: number;
  readonly label: bigint;
}

/** The distinct labels in a scope, so that each is decided on once. */
export async function sharedLabels(lake: Lake, scope: SharedScope): Promise<readonly SharedLabel[]> {
  if (isEmpty(scope)) return [];
  const rows = await lake.rows<{ label: bigint; content: string }>(sql`
    select label, any_value(content) as content from ${labelTable}
    where label in (select label from ${statementTable} s where ${within(scope)})
    group by label order by label`);
  return rows.map(({ label, content }) => ({ id: label, label: labelFromText(content) }));
}

/**
 * The statements of a scope under the labels named, by subject, property and place. A reference is shown only where
 * what it refers to is in the scope too: else it would tell the id of something that was not shared.
 */
export async function readShared(
  lake: Lake,
  given: { readonly scope: SharedScope; readonly labels: readonly bigint[]; readonly limit: number },
): Promise<readonly SharedStatement[]> {
  const { scope, labels, limit } = given;
  if (isEmpty(scope) || labels.length === 0) return [];
  return lake.rows<SharedStatement>(sql`
    select s.subject, s.type, s.property, s.value, coalesce(s.original, s.value) as original,
      s.first_seen as "firstSeen", s.last_seen as "lastSeen", s.contribution, s.row, s.label
    from ${statementTable} s
    where ${within(scope)} and s.label in ${labels}
    order by s.subject, s.property, s.contribution, s.row, s.value
    limit ${limit}`);
}

function within({ subjects, contributions, properties }: SharedScope): Query {
  const named = properties === null ? sql`true` : sql`s.property in ${properties}`;
  return sql`s.subject in ${subjects} and s.contribution in ${contributions} and ${named}
    and ((s.type, s.property) not in (values ${refs}) or s.value in ${subjects.map(referenceText)})`;
}

function isEmpty({ subjects, contributions, properties }: SharedScope): boolean {
  return subjects.length === 0 || contributions.length === 0 || properties?.length === 0;
}

const refs = joinSql(
  ontology.flatMap((type) =>
    Object.entries(type.properties)
      .filter(([, property]) => property.kind === 'ref')
      .map(([name]) => sql`(${type.id}, ${name})`),
  ),
  ', ',
);
