import { join } from 'node:path';
import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  type DuckDBAppender,
  DuckDBDataChunk,
  type DuckDBType,
  INTEGER,
  LIST,
  UBIGINT,
  VARCHAR,
} from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { type HandedColumn, handedColumn } from './handed-column.ts';
import type { Lake } from './lake.ts';
import { type Query, sql } from './sql.ts';
import { copyTo, mountTable, rowsOf, tableFolder, writeWhole } from './store.ts';
import type { ColumnType, Row, Table } from './table.ts';

/** The query that makes the rows of a table from the rows held. */
export type ToTable = (rows: Query) => Query;

const allOf: ToTable = (rows) => sql`select * from ${rows}`;

const chunkRows = 2048;
const partRows = 400 * chunkRows;

const types: Readonly<Record<ColumnType, DuckDBType>> = {
  VARCHAR,
  BIGINT,
  INTEGER,
  UBIGINT,
  DOUBLE,
  BOOLEAN,
  DATE,
  'UBIGINT[]': LIST(UBIGINT),
  'VARCHAR[]': LIST(VARCHAR),
  'DOUBLE[]': LIST(DOUBLE),
};

/** Takes rows made in TypeScript, holds at most one part in memory, and writes parts in the order of arrival. */
export class TableWriter<T extends Table> {
  readonly #lake: Lake;
  readonly #table: T;
  readonly #target: string;
  readonly #scratch: string;
  readonly #rows: HandedRows;
  #appender: DuckDBAppender | undefined;
  #inPart = 0;
  #parts = 0;
  readonly #select: (rows: Query) => Query;
  rowCount = 0;

  constructor(lake: Lake, table: T, target: string, select: ToTable = allOf) {
    this.#lake = lake;
    this.#table = table;
    this.#target = target;
    this.#select = select;
    this.#scratch = `write_${table.schema}_${table.name}`;
    this.#rows = new HandedRows(table);
  }

  /** Adds a row. Await the result when it is a promise: a part is being written. */
  add(row: Row<T>): undefined | Promise<void> {
    this.rowCount++;
    this.#rows.add(row);
    return this.#rows.count === chunkRows ? this.#flushChunk() : undefined;
  }

  /** Writes what is left. At least one file is written, so that an empty table has its columns. */
  async finish(): Promise<void> {
    await this.endPart();
    if (this.#parts === 0) await this.#writePart(sql`(${rowsOf(this.#table, [])})`);
  }

  /** Writes what was added so far as a part of its own, so that wide rows do not pile up in memory. */
  async endPart(): Promise<void> {
    if (this.#rows.count > 0) await this.#flushChunk();
    if (this.#inPart > 0) await this.#flushPart();
  }

  async #flushChunk(): Promise<void> {
    this.#appender ??= await this.#openPart();
    this.#inPart += this.#rows.count;
    this.#rows.moveTo(this.#appender);
    if (this.#inPart >= partRows) await this.#flushPart();
  }

  async #openPart(): Promise<DuckDBAppender> {
    const columns = Object.entries(this.#table.columns).map(([name, type]) => `"${name}" ${type}`);
    await this.#lake.run({ text: `create or replace temp table ${this.#scratch} (${columns.join(', ')})` });
    return this.#lake.connection.createAppender(this.#scratch, 'main', 'temp');
  }

  async #flushPart(): Promise<void> {
    this.#appender ??= await this.#openPart();
    this.#appender.closeSync();
    this.#appender = undefined;
    await this.#writePart({ text: this.#scratch });
    await this.#lake.run({ text: `drop table ${this.#scratch}` });
    this.#inPart = 0;
  }

  async #writePart(rows: Query): Promise<void> {
    const file = join(this.#target, `part-${String(this.#parts).padStart(5, '0')}.parquet`);
    await this.#lake.run(copyTo(this.#select(rows), file));
    this.#parts++;
  }
}

/** Writes a table from rows made in TypeScript, whole or not at all, and mounts it. */
export async function writeTable<T extends Table>(
  lake: Lake,
  place: { readonly folder: string; readonly table: T },
  fill: (writer: TableWriter<T>) => Promise<void>,
): Promise<void> {
  await writeWhole(tableFolder(place.folder, place.table), async (target) => {
    const writer = new TableWriter(lake, place.table, target);
    await fill(writer);
    await writer.finish();
  });
  await mountTable(lake, place.table, [place.folder]);
}

/**
 * As `writeTable`, from rows in a shorter form: `given` has codes where `table` has words, and `select` tells them in
 * full, row by row and in order. Handing text to the engine costs most of the time of writing.
 */
export async function writeTableFrom<G extends Table>(
  lake: Lake,
  place: { readonly folder: string; readonly table: Table; readonly given: G; readonly select: ToTable },
  fill: (writer: TableWriter<G>) => Promise<void>,
): Promise<void> {
  await writeWhole(tableFolder(place.folder, place.table), async (target) => {
    const writer = new TableWriter(lake, place.given, target, place.select);
    await fill(writer);
    await writer.finish();
  });
  await mountTable(lake, place.table, [place.folder]);
}

/**
 * Rows made in TypeScript as a working table for the SQL that follows, under the table's own name.
 */
export async function loadTable<T extends Table>(
  lake: Lake,
  table: T,
  rows: Iterable<Row<T>>,
): Promise<void> {
  await loadTableInTurn(lake, table, [rows]);
}

/** As `loadTable`, from rows that come in batches: no more than a batch is held. */
export async function loadTableInTurn<T extends Table>(
  lake: Lake,
  table: T,
  batches: AsyncIterable<Iterable<Row<T>>> | Iterable<Iterable<Row<T>>>,
): Promise<void> {
  const columns = Object.entries(table.columns);
  await lake.makeSchema(table.schema);
  await lake.run({
    text: `create or replace table "${table.schema}"."${table.name}" (${columns
      .map(([name, type]) => `"${name}" ${type}`)
      .join(', ')})`,
  });
  const appender = await lake.connection.createAppender(table.name, table.schema, 'memory');
  const handed = new HandedRows(table);
  for await (const rows of batches) {
    for (const row of rows) {
      handed.add(row);
      if (handed.count === chunkRows) handed.moveTo(appender);
    }
  }
  if (handed.count > 0) handed.moveTo(appender);
  appender.closeSync();
}

/** Rows of a table on their way into the engine, by column; at most `chunkRows`. */
class HandedRows {
  readonly #names: readonly string[];
  readonly #types: readonly DuckDBType[];
  readonly #columns: readonly HandedColumn[];
  count = 0;

  constructor({ columns }: Table) {
    this.#names = Object.keys(columns);
    this.#types = Object.values(columns).map((type) => types[type]);
    this.#columns = Object.values(columns).map(handedColumn);
  }

  add(row: object): void {
    const values = row as Readonly<Record<string, unknown>>;
    for (let index = 0; index < this.#names.length; index++) {
      (this.#columns[index] as HandedColumn).push(values[this.#names[index] as string]);
    }
    this.count++;
  }

  moveTo(appender: DuckDBAppender): void {
    const chunk = DuckDBDataChunk.create(this.#types, this.count);
    for (const [index, column] of this.#columns.entries()) {
      column.moveTo(duckdb.data_chunk_get_vector(chunk.chunk, index));
    }
    appender.appendDataChunk(chunk);
    this.count = 0;
  }
}
