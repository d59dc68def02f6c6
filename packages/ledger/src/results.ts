import { Refusal } from '@clew/model/refusal.ts';
import { type Database, instant } from './database.ts';

/** What came of the hub's work, as a partner reports it: so many arrests, victims safeguarded and so on. */
export interface Result {
  readonly partner: string;
  /** For example `arrests`. */
  readonly kind: string;
  readonly count: number;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Keeps a result. What was reported stays as it was reported. */
export async function addResult(database: Database, result: Result): Promise<void> {
  if (!Number.isSafeInteger(result.count) || result.count < 0) {
    throw new Refusal('input-invalid', 'A result is a number of cases or people.', 'Give 0 or more.');
  }
  await database.query(
    'insert into result (partner, kind, count, day, by, at) values ($1, $2, $3, $4::date, $5, $6)',
    [result.partner, result.kind, result.count, result.day, result.by, result.at],
  );
}

/** All results by day, then in the order in which they were reported. */
export async function results(database: Database): Promise<readonly Result[]> {
  const rows = await database.query<Omit<Result, 'at'> & { at: Date }>(
    'select partner, kind, count, day, by, at from result order by day, number',
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}
