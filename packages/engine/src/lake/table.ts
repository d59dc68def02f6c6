/** The column types that the lake uses; the same names mean the same in every engine that runs the steps. */
export type ColumnType =
  | 'VARCHAR'
  | 'BIGINT'
  | 'INTEGER'
  | 'UBIGINT'
  | 'DOUBLE'
  | 'BOOLEAN'
  | 'DATE'
  | 'UBIGINT[]'
  | 'VARCHAR[]'
  | 'DOUBLE[]';

export type Columns = Readonly<Record<string, ColumnType>>;

/** A table of one stage. Tables are values, so reading one is an import, and the layer check polices the data. */
export interface Table<C extends Columns = Columns> {
  readonly schema: string;
  readonly name: string;
  readonly columns: C;
}

export function defineTable<const C extends Columns>(schema: string, name: string, columns: C): Table<C> {
  return { schema, name, columns };
}

interface TypeOf {
  VARCHAR: string;
  BIGINT: number;
  INTEGER: number;
  UBIGINT: bigint;
  DOUBLE: number;
  BOOLEAN: boolean;
  DATE: string;
  'UBIGINT[]': readonly bigint[];
  'VARCHAR[]': readonly string[];
  'DOUBLE[]': readonly number[];
}

/** A row of a table as the lake gives and takes it. Dates are ISO text; BIGINT are safe integers. */
export type Row<T extends Table> = { readonly [K in keyof T['columns']]: TypeOf[T['columns'][K]] | null };
