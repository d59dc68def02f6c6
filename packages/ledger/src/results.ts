import { createHash } from 'node:crypto';
import { Refusal } from '@clew/model/refusal.ts';
import type { ResultKindId } from '@clew/model/results.ts';
import { type Database, instant } from './database.ts';

/** What came of the hub's work, as a partner reports it: so many arrests, victims safeguarded and so on. */
export interface Result {
  readonly partner: string;
  /** What it counts: `model/results.ts`. */
  readonly kind: ResultKindId;
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

/** A result as it is kept. */
export interface KeptResult extends Result {
  /** Made of what it says: it tells nothing of how many there are. */
  readonly id: string;
}

export interface ResultQuery {
  readonly partner?: string | undefined;
  readonly kind?: string | undefined;
  /** `YYYY-MM-DD`; itself included, as is `until`. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Where the page before ended. */
  readonly after?: ResultCursor | undefined;
  readonly limit?: number | undefined;
}

/** A place in the list. For sealed cursors only: the number tells how many there are. */
export interface ResultCursor {
  readonly day: string;
  readonly number: number;
}

/** Results that fit, the latest day first, then the last reported; and where the page ends, null on the last one. */
export async function results(
  database: Database,
  query: ResultQuery = {},
): Promise<{ readonly items: readonly KeptResult[]; readonly next: ResultCursor | null }> {
  const limit = query.limit ?? 1000;
  const rows = await database.query<Omit<Result, 'at'> & { readonly at: Date; readonly number: number }>(
    `select number, partner, kind, count, day, by, at from result
     where ($1::text is null or partner = $1) and ($2::text is null or kind = $2)
       and ($3::date is null or day >= $3::date) and ($4::date is null or day <= $4::date)
       and ($5::date is null or (day, number) < ($5::date, $6::bigint))
     order by day desc, number desc limit $7`,
    [
      query.partner ?? null,
      query.kind ?? null,
      query.since ?? null,
      query.until ?? null,
      query.after?.day ?? null,
      query.after?.number ?? null,
      limit + 1,
    ],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  const items = shown.map(({ number: _, ...row }) => {
    const result = { ...row, at: instant(row.at) };
    return { id: resultId(result), ...result };
  });
  return { items, next: more ? { day: last.day, number: last.number } : null };
}

/** The id of a result, from what it says. */
export function resultId({ partner, kind, count, day, by, at }: Result): string {
  const made = JSON.stringify([partner, kind, count, day, by, at]);
  return createHash('sha256').update(`clew result\n${made}`).digest('hex').slice(0, 16);
}
