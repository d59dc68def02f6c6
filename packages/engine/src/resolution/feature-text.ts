// In: the columns of a feature table with their types. Out: SQL that puts a row of them into one text, and that takes the text
// apart again. Invariant: what comes out is what went in, nulls and all.

import type { Lake } from '../lake/lake.ts';
import { type Query, sql } from '../lake/sql.ts';

/** A column: its name and its type, as the engine writes them. */
export interface TypedColumn {
  readonly column_name: string;
  readonly column_type: string;
}

/** The columns of a table or view. */
export function typedColumns(lake: Lake, table: Query): Promise<readonly TypedColumn[]> {
  return lake.rows<TypedColumn>(sql`select column_name, column_type from (describe ${table})`);
}

/** SQL: the columns as one text, a JSON object of what is not null, under the places of the columns. */
export function packedFeatures(columns: readonly TypedColumn[]): string {
  return objectSql(columns.map(({ column_name, column_type }) => ({ sql: column_name, type: column_type })));
}

/** SQL: some of the columns, from such texts. The engine makes values of their types while it reads the text, once. */
export function unpackedFeatures(
  columns: readonly TypedColumn[],
  { names, from }: { readonly names: readonly string[]; readonly from: string },
): string {
  const asked = columns.flatMap((column, place) =>
    names.includes(column.column_name) ? [{ ...column, place }] : [],
  );
  const types = asked.map(({ column_type, place }) => `"${place}":${jsonTypeOf(column_type)}`);
  const taken = asked.map(({ column_name, column_type, place }) => {
    const fields = fieldsOf(column_type)?.map(({ name }, field) => `${name}: told."${place}"."${field}"`);
    if (fields === undefined) return `told."${place}" as ${column_name}`;
    return `case when told."${place}" is not null then {${fields.join(', ')}} end as ${column_name}`;
  });
  return `select id, ${taken.join(', ')} from (select id, json_transform(told, '{${types.join(',')}}') as told from ${from})`;
}

function objectSql(values: readonly { readonly sql: string; readonly type: string }[]): string {
  const members = values.map(({ sql, type }, place) => {
    const fields = fieldsOf(type)?.map((field) => ({ sql: `${sql}.${field.name}`, type: field.type }));
    if (fields === undefined) return `'"${place}":' || to_json(${sql})`;
    return `case when ${sql} is not null then '"${place}":' || ${objectSql(fields)} end`;
  });
  return `('{' || concat_ws(',', ${members.join(', ')}) || '}')`;
}

/** A type as `json_transform` is told of it: fields of a value by their places, those of the values of a list by name. */
function jsonTypeOf(type: string, key = (_: string, place: number) => `"${place}"`): string {
  if (type.endsWith('[]'))
    return `[${jsonTypeOf(type.slice(0, -2), (name) => `"${name.replaceAll('"', '')}"`)}]`;
  const fields = fieldsOf(type)?.map((field, place) => `${key(field.name, place)}:${jsonTypeOf(field.type)}`);
  return fields === undefined ? `"${type}"` : `{${fields.join(',')}}`;
}

/** The fields of a type that has some. */
function fieldsOf(type: string): readonly { readonly name: string; readonly type: string }[] | undefined {
  if (!type.startsWith('STRUCT(') || !type.endsWith(')')) return undefined;
  return type
    .slice('STRUCT('.length, -1)
    .split(', ')
    .map((field) => {
      const [name, ...kind] = field.split(' ') as [string, ...string[]];
      return { name, type: kind.join(' ') };
    });
}
