import { createHash } from 'node:crypto';
import { Refusal } from '@clew/model/refusal.ts';
import type { Ledger } from './database.ts';
import type { Migration } from './migrations/migration.ts';

/** Brings the ledger's tables up to date: each migration in its own transaction, recorded with its hash. */
export async function migrate(ledger: Ledger, migrations: readonly Migration[], at: string): Promise<void> {
  const done = await recorded(ledger);
  const newest = migrations.at(-1)?.number ?? 0;
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
    await ledger.transaction(async (database) => {
      for (const statement of statementsOf(migration.sql)) await database.query(statement);
      await database.query('insert into migration (number, title, hash, at) values ($1, $2, $3, $4)', [
        migration.number,
        migration.title,
        hash,
        at,
      ]);
    });
  }
}

async function recorded(ledger: Ledger): Promise<ReadonlyMap<number, string>> {
  const found = await ledger.query<{ there: boolean }>(
    "select to_regclass('public.migration') is not null as there",
  );
  if (!found[0]?.there) {
    await ledger.transaction((database) =>
      database.query(
        `create table if not exists migration (
           number integer primary key, title text not null, hash text not null, at timestamptz not null)`,
      ),
    );
  }
  const rows = await ledger.query<{ number: number; hash: string }>('select number, hash from migration');
  return new Map(rows.map((row) => [row.number, row.hash]));
}

/** The statements of a text: a semicolon at the end of a line ends one, unless a dollar-quoted body is open. */
function statementsOf(sql: string): string[] {
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
