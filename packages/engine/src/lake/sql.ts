import type { Table } from './table.ts';

/** SQL text that is ready to run. Made only by `sql`, so that every value in it has been quoted by one function. */
export interface Query {
  readonly text: string;
}

type Value =
  | string
  | number
  | bigint
  | boolean
  | null
  | Query
  | Table
  | readonly (string | number | bigint)[];

/**
 * SQL from a template. Tables become quoted names, queries are spliced in, everything else becomes a literal
 * (an array becomes a list of literals in parentheses). Literals, not parameters: `copy` and `create view`, which
 * every step ends in, take no parameters.
 */
export function sql(strings: TemplateStringsArray, ...values: readonly Value[]): Query {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += sqlText(value) + (strings[index + 1] ?? '');
  });
  return { text };
}

/** Queries joined by a separator such as `, ` or ` union all `. */
export function joinSql(parts: readonly Query[], separator: string): Query {
  return { text: parts.map((part) => part.text).join(separator) };
}

/** A quoted identifier, for the few names that are data (a comparison's column). */
export function identifier(name: string): Query {
  if (name.includes('\0')) throw new Error('An identifier cannot hold a NUL');
  return { text: `"${name.replaceAll('"', '""')}"` };
}

function sqlText(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number') return numberLiteral(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (isList(value)) return `(${value.map((item) => sqlText(item)).join(', ')})`;
  if ('text' in value) return value.text;
  return `"${value.schema}"."${value.name}"`;
}

function isList(value: object): value is readonly (string | number | bigint)[] {
  return Array.isArray(value);
}

function stringLiteral(value: string): string {
  if (value.includes('\0')) throw new Error('A string literal cannot hold a NUL');
  return `'${value.replaceAll("'", "''")}'`;
}

function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`Not a finite number: ${value}`);
  return Number.isInteger(value) ? String(value) : `${value.toExponential()}::double`;
}
