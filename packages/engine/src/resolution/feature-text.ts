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

/** SQL: the columns as one text, a JSON list of what they are made of. */
export function packedFeatures(columns: readonly TypedColumn[]): string {
  return `to_json([${columns
    .flatMap(partsOf)
    .map(({ sql }) => `to_json(${sql})`)
    .join(', ')}])::varchar`;
}

/** SQL: some of the columns, from the list that `json_transform(…, '["VARCHAR"]')` makes of the text. */
export function unpackedFeatures(
  columns: readonly TypedColumn[],
  { names, list }: { readonly names: readonly string[]; readonly list: string },
): string {
  let place = 0;
  const taken = columns.map((column) => {
    const values = partsOf(column).map(({ name, type }) => ({
      name,
      sql: valueSql(`${list}[${++place}]`, type),
    }));
    const [first, ...fields] = values;
    if (!isStruct(column)) return `${first?.sql} as ${column.column_name}`;
    const struct = fields.map(({ name, sql }) => `${name}: ${sql}`).join(', ');
    return `case when ${first?.sql} then {${struct}} end as ${column.column_name}`;
  });
  return columns
    .flatMap(({ column_name }, index) => (names.includes(column_name) ? [taken[index]] : []))
    .join(', ');
}

/** What a column is made of: itself, or, of several fields, whether it is there and each of them. */
function partsOf(
  column: TypedColumn,
): { readonly name: string; readonly type: string; readonly sql: string }[] {
  const { column_name: name, column_type: type } = column;
  if (!isStruct(column)) return [{ name, type, sql: name }];
  const fields = type.slice('STRUCT('.length, -1).split(', ');
  return [
    { name, type: 'BOOLEAN', sql: `${name} is not null` },
    ...fields.map((field) => {
      const [of, ...kind] = field.split(' ') as [string, ...string[]];
      return { name: of, type: kind.join(' '), sql: `${name}.${of}` };
    }),
  ];
}

function isStruct({ column_type }: TypedColumn): boolean {
  return column_type.startsWith('STRUCT(') && column_type.endsWith(')');
}

function valueSql(value: string, type: string): string {
  return isPlain(type) ? `${value}::${type}` : `${value}::json::${type}`;
}

function isPlain(type: string): boolean {
  return /^\w+$/.test(type);
}
