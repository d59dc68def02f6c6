// In: the address of a PostgreSQL server. Out: a store in one of its schemas.
// Invariant: one transaction at a time over all processes, as in the process; so what holds there holds here.

import { Refusal } from '@clew/model/refusal.ts';
import { Client, type ClientBase, type ClientConfig, Pool, type PoolClient, TypeOverrides } from 'pg';
import type { LedgerPlace } from './ledger-place.ts';
import type { Query, Store } from './store.ts';
import { StoreError, storeError } from './store-error.ts';

type ServerPlace = LedgerPlace & { readonly kind: 'server' };

const connectMilliseconds = 10_000;
const statementMilliseconds = 60_000;
const attempts = 5;

/** Makes the schema if it is not there. */
export function createSchema(place: ServerPlace): Promise<void> {
  return connected(place, async (client, schema) => {
    // `if not exists` looks before it writes: two that look at the same time would both write, and one would fail.
    // The lock goes with the connection.
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`clew schema ${schema}`]);
    const found = await client.query('select 1 from pg_namespace where nspname = $1', [schema]);
    if (found.rowCount === 0) await client.query(`create schema ${schema}`);
  });
}

/** Removes a schema with all that is in it: for tests. */
export function dropSchema(place: ServerPlace): Promise<void> {
  return connected(place, async (client, schema) => {
    await client.query(`drop schema if exists ${schema} cascade`);
  });
}

async function connected(
  place: ServerPlace,
  work: (client: Client, schema: string) => Promise<void>,
): Promise<void> {
  const { config, schema } = connection(place);
  const client = new Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client, schema);
  } catch (error) {
    throw storeError(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Connects to the server. The schema need not be there yet. */
export async function openServerStore(place: ServerPlace): Promise<Store> {
  const { config, schema } = connection(place);
  const pool = new Pool({
    ...config,
    max: 8,
    onConnect: (client: ClientBase) => prepare(client, schema),
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const query = queryOn(pool);
  try {
    await query('select 1');
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    query,
    transaction: (write) => transact(pool, write, schema),
    commit: (text, values) => commitAlone(pool, text, values),
    close: () => pool.end(),
  };
}

async function prepare(client: ClientBase, schema: string): Promise<void> {
  await client.query(
    `select set_config('search_path', $1, false), set_config('timezone', 'UTC', false),
            set_config('statement_timeout', $2, false), set_config('lock_timeout', $2, false),
            set_config('idle_in_transaction_session_timeout', $2, false),
            set_config('synchronous_commit', case when current_setting('synchronous_commit') = 'off' then 'on'
              else current_setting('synchronous_commit') end, false)`,
    [schema, String(statementMilliseconds)],
  );
}

async function transact<T>(pool: Pool, write: (query: Query) => Promise<T>, schema: string): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(pool, write, schema);
    } catch (error) {
      // Serialization failure and deadlock: nothing was kept. Only writers who are not Clew can cause them.
      const clash = error instanceof StoreError && (error.code === '40001' || error.code === '40P01');
      if (!clash || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 10 * (1 + Math.random())));
    }
  }
}

async function once<T>(pool: Pool, write: (query: Query) => Promise<T>, schema: string): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw storeError(error);
  });
  const query = queryOn(client);
  let broken = false;
  const note = () => {
    broken = true;
  };
  client.on('error', note);
  try {
    // Each statement sees what was committed before it (read committed), and the lock comes before all others:
    // so writers see all that earlier writers did. It is let go by the end of the transaction, however it ends.
    await query('begin isolation level read committed');
    await query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`clew ledger ${schema}`]);
    const result = await write(query);
    await commit(client);
    return result;
  } catch (error) {
    await client.query('rollback').catch(note);
    throw storeError(error);
  } finally {
    client.off('error', note);
    client.release(broken);
  }
}

async function commit(client: PoolClient): Promise<void> {
  const ended = await certainly(() => client.query('commit'));
  // After a failed statement whose error was swallowed the server answers a commit with a rollback.
  if (ended.command !== 'COMMIT')
    throw new Error('A statement of this transaction failed and its error was passed over');
}

/** One statement without a transaction around it: the server commits it by itself. */
async function commitAlone<T>(
  pool: Pool,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly T[]> {
  return (await certainly(() => pool.query(text, [...values]))).rows as T[];
}

/** A connection that breaks while it is committed leaves open whether it was kept; only looking tells. */
async function certainly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = storeError(error);
    if (!(known instanceof Refusal) || known.code !== 'ledger-unreachable') throw known;
    throw new Refusal(
      known.code,
      'The connection to the PostgreSQL server broke while something was being kept.',
      'Look whether it is there before you do it again.',
    );
  }
}

function queryOn(on: Pick<Pool, 'query'>): Query {
  return async <T>(text: string, values: readonly unknown[] = []) => {
    try {
      return (await on.query(text, [...values])).rows as T[];
    } catch (error) {
      throw storeError(error);
    }
  };
}

/** What the address says, made safe: a server elsewhere must prove who it is unless the address says otherwise. */
function connection(place: ServerPlace): { readonly config: ClientConfig; readonly schema: string } {
  let url: URL;
  try {
    url = new URL(place.url);
  } catch {
    throw badAddress();
  }
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') throw badAddress();
  const schema = place.schema ?? url.searchParams.get('schema') ?? 'clew';
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema) || schema.startsWith('pg_')) throw badAddress();
  url.searchParams.delete('schema');
  const mode = url.searchParams.get('sslmode');
  if (mode === null ? !isHere(url) : mode !== 'disable' && mode !== 'no-verify') {
    url.searchParams.set('sslmode', 'verify-full');
  }
  const types = new TypeOverrides();
  types.setTypeParser(20, Number);
  types.setTypeParser(1082, (text) => text);
  const config: ClientConfig = {
    connectionString: url.href,
    application_name: 'clew',
    connectionTimeoutMillis: connectMilliseconds,
    keepAlive: true,
    types,
  };
  return { config, schema };
}

function isHere(url: URL): boolean {
  const host = decodeURIComponent(url.searchParams.get('host') ?? url.hostname);
  return host === '' || host.startsWith('/') || ['localhost', '127.0.0.1', '::1', '[::1]'].includes(host);
}

function badAddress(): Refusal {
  return new Refusal(
    'usage',
    'CLEW_LEDGER is not the address of a PostgreSQL server.',
    'It looks like postgres://clew@db.example/clew?sslmode=verify-full, and ?schema=NAME names the schema.',
  );
}
