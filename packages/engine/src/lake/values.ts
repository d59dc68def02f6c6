import {
  DuckDBDateValue,
  DuckDBListValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
} from '@duckdb/node-api';

/** A value of the engine as plain data: BIGINT as a safe integer, UBIGINT (an id) as bigint, DATE as ISO text. */
export function plainValue(value: DuckDBValue, type: DuckDBType): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return type.typeId === DuckDBTypeId.UBIGINT ? value : safeInteger(value);
  if (value instanceof DuckDBListValue) {
    const element = 'valueType' in type ? (type.valueType as DuckDBType) : type;
    return value.items.map((item) => plainValue(item, element));
  }
  if (value instanceof DuckDBDateValue) return value.toString();
  return value;
}

function safeInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number))
    throw new Error('An integer is too large for a number; cast it in the query');
  return number;
}
