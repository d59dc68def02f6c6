import { type Database, instant } from './database.ts';

export interface AuditEntry {
  readonly at: string;
  readonly action: 'contribute' | 'map' | 'judge' | 'run' | 'report';
  /** An id: never content. */
  readonly what: string;
}

export async function addAudit(database: Database, entry: AuditEntry): Promise<void> {
  await database.query('insert into audit (at, action, what) values ($1, $2, $3)', [
    entry.at,
    entry.action,
    entry.what,
  ]);
}

/** The audit log in the order in which things happened. */
export async function audit(database: Database): Promise<readonly AuditEntry[]> {
  const rows = await database.query<Omit<AuditEntry, 'at'> & { at: Date }>(
    'select at, action, what from audit order by number',
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}
