import { createHash } from 'node:crypto';
import { Refusal } from '@clew/model/refusal.ts';
import type { Migration } from './migrations/migration.ts';
import type { Query, Store } from './store.ts';

/**
 * Brings the tables up to date, in the schema that comes first in the store's search path: each migration in its own
 * transaction, recorded with its hash. As transactions exclude each other, processes can do so at the same time.
 */
export async function migrate(store: Store, migrations: readonly Migration[], at: string): Promise<void> {
  const newest = migrations.at(-1)?.number ?? 0;
  const done = await recorded(store.query);
  for (const number of done.keys()) {
    if (number <= newest) continue;
    throw new Refusal(
      'not-a-hub',
      'This hub was written by a newer version of Clew.',
      'Use that version, or a newer one.',
    );
  }
  for (const migration of migrations) {
    const hash = createHash('sha256').update(migration.sql).digest('hex');
    const before = done.get(migration.number);
    if (before === hash) continue;
    if (before !== undefined) throw new Error(`Migration ${migration.number} was edited after its release`);
    await store.transaction((query) => carryOut(query, { ...migration, hash, at }));
  }
}

/** Whether the tables are there at all. */
export async function isMigrated(query: Query): Promise<boolean> {
  const found = await query<{ there: boolean }>("select to_regclass('migration') is not null as there");
  return found[0]?.there === true;
}

async function carryOut(
  query: Query,
  migration: Migration & { readonly hash: string; readonly at: string },
): Promise<void> {
  await query(
    `create table if not exists migration (
       number integer primary key, title text not null, hash text not null, at timestamptz not null)`,
  );
  if ((await recorded(query)).has(migration.number)) return;
  for (const statement of statementsOf(migration.sql)) await query(statement);
  await query('insert into migration (number, title, hash, at) values ($1, $2, $3, $4)', [
    migration.number,
    migration.title,
    migration.hash,
    migration.at,
  ]);
}

async function recorded(query: Query): Promise<ReadonlyMap<number, string>> {
  if (!(await isMigrated(query))) return new Map();
  const rows = await query<{ number: number; hash: string }>('select number, hash from migration');
  return new Map(rows.map((row) => [row.number, row.hash]));
}

/** The statements of a text: a semicolon at the end of a line ends one, unless a dollar-quoted body is open. */
export function statementsOf(sql: string): string[] {
  const statements: string[] = [];
  let current = '';
  let inBody = false;
  for (const line of sql.split('\n')) {
    current += `${line}\n`;
    if (line.includes('$body$')) inBody = !inBody && !/\$body\$.*\$body\$/.test(line);
    if (!inBody && line.trimEnd().endsWith(';')) {
      statements.push(current.trim());
      current = '';
    }
  }
  if (current.trim() !== '') statements.push(current.trim());
  return statements;
}
