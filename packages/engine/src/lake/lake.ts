import { setMaxListeners } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '@clew/model/refusal.ts';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { refusalFrom } from './lake-error.ts';
import type { Query } from './sql.ts';
import { plainValue } from './values.ts';

export interface LakeOptions {
  /** Folder for working files; spills go to `<folder>/spill`. */
  readonly folder: string;
  /** A file that only one process can hold. The operating system frees it when the process dies. */
  readonly lockFile?: string | undefined;
  /** For example `6GB`. */
  readonly memoryLimit?: string | undefined;
  readonly threads?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A batch of rows by column, at most 2,048 rows. Values as in `Row`. */
export interface Batch {
  readonly rowCount: number;
  readonly columns: readonly (readonly unknown[])[];
}

/**
 * The engine under the computed half of a hub: DuckDB in the process, with no data of its own but views over
 * Parquet directories. Everything that is run throws a `Refusal` where the disk, the memory or the person who
 * cancelled is the reason, and otherwise an error that carries the SQL.
 */
export class Lake {
  readonly folder: string;
  /** Where working files go that nobody needs once the lake is closed. */
  readonly spill: string;
  readonly signal: AbortSignal | undefined;
  readonly #instance: DuckDBInstance;
  readonly #lock: DuckDBInstance | undefined;
  readonly connection: DuckDBConnection;
  /** Those that this lake has made: asking the engine again has its price. */
  readonly #schemas = new Set<string>();
  readonly #letGo: () => void;
  /** What is under way on connections of its own, with what stops it. */
  readonly #beside = new Map<Promise<void>, () => void>();

  private constructor(parts: {
    folder: string;
    instance: DuckDBInstance;
    lock: DuckDBInstance | undefined;
    connection: DuckDBConnection;
    signal: AbortSignal | undefined;
  }) {
    this.folder = parts.folder;
    this.spill = spillOf(parts.folder);
    this.#instance = parts.instance;
    this.#lock = parts.lock;
    this.connection = parts.connection;
    this.signal = parts.signal;
    this.#letGo = interruptOn(parts.signal, parts.connection);
  }

  static async open(options: LakeOptions): Promise<Lake> {
    await mkdir(options.folder, { recursive: true });
    const lock = options.lockFile === undefined ? undefined : await takeLock(options.lockFile);
    const spill = spillOf(options.folder);
    await rm(spill, { recursive: true, force: true });
    const instance = await DuckDBInstance.create(':memory:', {
      temp_directory: spill,
      memory_limit: options.memoryLimit ?? '6GB',
      ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    return new Lake({ folder: options.folder, instance, lock, connection, signal: options.signal });
  }

  /** Runs a statement for its effect. */
  run(query: Query): Promise<void> {
    return runOn(this.connection, query, this.signal);
  }

  /** Makes a schema where it is not there yet. */
  async makeSchema(name: string): Promise<void> {
    if (this.#schemas.has(name)) return;
    await this.run({ text: `create schema if not exists "${name}"` });
    this.#schemas.add(name);
  }

  /** Drops a schema with all that is in it. */
  async dropSchema(name: string): Promise<void> {
    this.#schemas.delete(name);
    await this.run({ text: `drop schema if exists "${name}" cascade` });
  }

  /** All rows of a query, as objects with the query's column names. */
  async rows<T>(query: Query): Promise<T[]> {
    const rows: T[] = [];
    const names: string[] = [];
    for await (const batch of this.batches(query, names)) {
      for (let index = 0; index < batch.rowCount; index++) {
        const row: Record<string, unknown> = {};
        names.forEach((name, column) => {
          row[name] = batch.columns[column]?.[index] ?? null;
        });
        rows.push(row as T);
      }
    }
    return rows;
  }

  /** The first row of a query that must have one. */
  async row<T>(query: Query): Promise<T> {
    const [first] = await this.rows<T>(query);
    if (first === undefined) throw new Error(`No row from: ${query.text}`);
    return first;
  }

  /**
   * The rows of a query in column batches, streamed. `names`, when given, is filled with the column names. Running
   * anything else before the last batch ends the stream early: use `stream` to read while writing.
   */
  batches(query: Query, names?: string[]): AsyncGenerator<Batch> {
    return this.#batches(query, this.connection, names);
  }

  /** As `batches`, on a connection of its own, so that other queries may run meanwhile. It sees no temporary tables. */
  async *stream(query: Query): AsyncGenerator<Batch> {
    refuseIfCancelled(this.signal);
    const connection = await this.#instance.connect();
    const letGo = interruptOn(this.signal, connection);
    try {
      yield* this.#batches(query, connection);
    } finally {
      letGo();
      connection.closeSync();
    }
  }

  /**
   * Work on a connection of its own, so that others go on meanwhile; what it makes, they see. It ends before it is done
   * when the lake is about to be closed.
   */
  beside(work: (run: (query: Query) => Promise<void>) => Promise<void>): Promise<void> {
    const ending = new AbortController();
    const done = this.#onOwn(ending.signal, work).finally(() => this.#beside.delete(done));
    this.#beside.set(done, () => ending.abort());
    return done;
  }

  async #onOwn(
    signal: AbortSignal,
    work: (run: (query: Query) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    const connection = await this.#instance.connect();
    const letGo = interruptOn(signal, connection);
    try {
      await work((query) => runOn(connection, query, signal));
    } finally {
      letGo();
      connection.closeSync();
    }
  }

  /** Waits until no work of `beside` is under way, however each ended. */
  async besideDone(): Promise<void> {
    await Promise.allSettled(this.#beside.keys());
  }

  /** Stops all work of `beside` and waits until it has stopped. To be called before `close`. */
  async endBeside(): Promise<void> {
    for (const end of this.#beside.values()) end();
    await this.besideDone();
  }

  async *#batches(query: Query, connection: DuckDBConnection, names?: string[]): AsyncGenerator<Batch> {
    refuseIfCancelled(this.signal);
    try {
      const result = await connection.stream(query.text);
      names?.push(...result.columnNames());
      const types = result.columnTypes();
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        refuseIfCancelled(this.signal);
        const columns = types.map((type, index) =>
          chunk.getColumnValues(index).map((value) => plainValue(value, type)),
        );
        yield { rowCount: chunk.rowCount, columns };
      }
    } catch (error) {
      throw refusalFrom(error, query, this.signal);
    }
  }

  close(): void {
    this.#letGo();
    this.connection.closeSync();
    this.#instance.closeSync();
    rmSync(this.spill, { recursive: true, force: true });
    this.#lock?.closeSync();
  }
}

function spillOf(folder: string): string {
  return join(folder, 'spill');
}

async function runOn(
  connection: DuckDBConnection,
  query: Query,
  signal: AbortSignal | undefined,
): Promise<void> {
  refuseIfCancelled(signal);
  try {
    await connection.run(query.text);
  } catch (error) {
    throw refusalFrom(error, query, signal);
  }
}

function refuseIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Refusal('cancelled', 'Stopped on request.', 'Nothing was half-written.');
}

/** In milliseconds. */
const interruptEvery = 50;

/**
 * Breaks off what a connection runs once a signal asks for it, until it is let go: again and again, because a statement
 * that waits for a thread of the process begins afterwards and knows nothing of an interrupt that came before.
 */
function interruptOn(signal: AbortSignal | undefined, connection: DuckDBConnection): () => void {
  if (signal === undefined) return () => undefined;
  // A process has as many lakes as it has views in use, and one signal for all.
  setMaxListeners(0, signal);
  let timer: NodeJS.Timeout | undefined;
  const interrupt = () => {
    connection.interrupt();
    timer = setInterval(() => connection.interrupt(), interruptEvery).unref();
  };
  if (signal.aborted) interrupt();
  else signal.addEventListener('abort', interrupt, { once: true });
  return () => {
    signal.removeEventListener('abort', interrupt);
    clearInterval(timer);
  };
}

async function takeLock(file: string): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(file);
  } catch (error) {
    // The name of the file may have any words in it, so that only the engine's own are looked for.
    const text = String(error).replaceAll(file, '');
    if (/permission denied|read-only file system/i.test(text)) {
      throw new Refusal(
        'file-unreadable',
        `Clew may not read or write ${file}.`,
        'Check who owns it and what its mode is.',
      );
    }
    if (/no space left/i.test(text)) {
      throw new Refusal('disk-full', 'The disk is full.', 'Free some space, then run the command again.');
    }
    if (!text.includes('lock')) throw error;
    const owner = /PID (\d+)/.exec(text)?.[1];
    throw new Refusal(
      'busy',
      owner === undefined ? 'Another process works on this hub.' : `Process ${owner} works on this hub.`,
      'Wait until it has finished, or stop it, then try again.',
    );
  }
}
