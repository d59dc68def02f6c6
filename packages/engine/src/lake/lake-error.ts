import { Refusal } from '@clew/model/refusal.ts';
import type { Query } from './sql.ts';

/** The SQL that failed, once, with what the engine said of it. */
export class QueryError extends Error {
  readonly query: string;

  constructor(query: Query, cause: unknown) {
    super(`${cause instanceof Error ? cause.message : String(cause)}\nin: ${query.text.slice(0, 4000)}`, {
      cause,
    });
    this.name = 'QueryError';
    this.query = query.text;
  }
}

/** What a failure of the engine means: a refusal where the machine or the person is the reason, else the error. */
export function refusalFrom(error: unknown, query: Query, signal: AbortSignal | undefined): Error {
  if (error instanceof Refusal || error instanceof QueryError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (signal?.aborted) return new Refusal('cancelled', 'Stopped on request.', 'Nothing was half-written.');
  if (/no space left|disk full|ENOSPC/i.test(text)) {
    return new Refusal('disk-full', 'The disk is full.', 'Free some space, then run the command again.');
  }
  if (/out of memory|failed to (?:allocate|pin)|max_temp_directory_size/i.test(text)) {
    return new Refusal(
      'out-of-memory',
      'The memory limit was reached.',
      'Raise it with --memory, or give the hub a disk with more room for working files.',
    );
  }
  return new QueryError(query, error);
}
