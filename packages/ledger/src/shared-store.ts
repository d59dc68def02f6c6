// For tests and proofs. In: nothing. Out: a store with empty, migrated tables, quickly: PostgreSQL in this process is
// started once, each store is a schema of it, and one that was closed is emptied and used again.
// Invariant: a schema whose tables, keys or triggers somebody changed is not used again.

import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { emptyPostgres, makeEmptyPostgres } from './empty-postgres.ts';
import { migrate, statementsOf } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { type Session, sessionOn } from './pglite-session.ts';
import { pgliteOptions } from './pglite-store.ts';
import type { Store } from './store.ts';

/** A schema with what it looked like when it was made. */
interface Schema {
  readonly name: string;
  readonly shape: string;
}

let shared: Promise<PGlite> | undefined;
let working = false;
const free: Schema[] = [];

/** Whether PostgreSQL in this process is at work at this moment: who asks for the time then is the database. */
export function isDatabaseAtWork(): boolean {
  return working;
}

/** A name for a schema that nobody else has. */
export function schemaName(): string {
  return `test_${randomBytes(8).toString('hex')}`;
}

/** Empty tables of their own, until they are closed. */
export async function openSharedStore(): Promise<Store> {
  shared ??= start();
  const postgres = await shared;
  const schema = free.pop() ?? (await makeSchema(postgres));
  const session = storeIn(postgres, schema.name);
  return { ...session, commit: session.query, close: () => giveBack(session, schema) };
}

function storeIn(postgres: PGlite, schema: string): Session {
  return sessionOn(postgres, async (query) => {
    if (schema !== schemaNow) await query(`set search_path to ${schema}`);
    schemaNow = schema;
  });
}

async function makeSchema(postgres: PGlite): Promise<Schema> {
  const name = schemaName();
  const session = storeIn(postgres, name);
  await session.query(`create schema ${name}`);
  const store = { ...session, commit: session.query, close: async () => undefined };
  await migrate(store, migrations, new Date(0).toISOString());
  return { name, shape: await shapeOf(session, name) };
}

/** The schema that the session looks into; all stores share it. */
let schemaNow = '';

/** What migrations write besides tables: rows that every ledger begins with. */
const firstRows = migrations
  .flatMap(({ sql }) => statementsOf(sql))
  .filter((statement) => statement.startsWith('insert into'));

/** Empties a schema for the next one, or removes it where it is no longer what it was. */
async function giveBack(session: Session, schema: Schema): Promise<void> {
  if ((await shapeOf(session, schema.name)) !== schema.shape) {
    await session.query(`drop schema ${schema.name} cascade`);
    return;
  }
  const tables = await session.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = $1 and tablename <> 'migration'`,
    [schema.name],
  );
  const counters = await session.query<{ name: string }>(
    'select sequencename as name from pg_sequences where schemaname = $1',
    [schema.name],
  );
  await session.transaction((query) =>
    query(
      [
        // Rows that may not be removed are removed here: no trigger asks.
        'set local session_replication_role = replica',
        ...tables.map(({ name }) => `delete from ${name}`),
        ...counters.map(({ name }) => `select setval('${name}', 1, false)`),
        ...firstRows,
      ].join(';\n'),
    ),
  );
  free.push(schema);
}

/** Tells whether columns, keys, checks and triggers are those that a schema was made with. */
async function shapeOf(session: Session, schema: string): Promise<string> {
  const [row] = await session.query<{ shape: string }>(
    `select md5(string_agg(part, E'\\n' order by part)) as shape from (
       select c.relname || ' ' || t.tgname || t.tgenabled::text as part from pg_trigger t
         join pg_class c on c.oid = t.tgrelid where c.relnamespace = $1::regnamespace and not t.tgisinternal
       union all select conname || ' ' || conrelid::text from pg_constraint where connamespace = $1::regnamespace
       union all select c.relname || ' ' || a.attname || a.atttypid::text from pg_attribute a
         join pg_class c on c.oid = a.attrelid where c.relnamespace = $1::regnamespace and a.attnum > 0) parts`,
    [schema],
  );
  return row?.shape ?? '';
}

async function start(): Promise<PGlite> {
  await makeEmptyPostgres();
  const loadDataDir = await emptyPostgres();
  const postgres = await PGlite.create({
    ...pgliteOptions,
    ...(loadDataDir === undefined ? {} : { loadDataDir }),
  });
  const work = postgres.execProtocolRawSync.bind(postgres);
  postgres.execProtocolRawSync = (message) => {
    working = true;
    try {
      return work(message);
    } finally {
      working = false;
    }
  };
  return postgres;
}
