import { Refusal } from '@clew/model/refusal.ts';
import type { Database } from './database.ts';

/** A write sent with an idempotency key (draft-ietf-httpapi-idempotency-key-header). */
export interface KeyedRequest {
  readonly person: string;
  /** The key that the client chose. */
  readonly key: string;
  /** A hash of what was asked: the same key with another request is refused. */
  readonly request: string;
  /** ISO 8601. */
  readonly at: string;
}

export type ClaimedRequest =
  | { readonly state: 'new' }
  | { readonly state: 'running' }
  | { readonly state: 'answered'; readonly status: number; readonly body: string };

/**
 * Claims a request before it is carried out; call it in a transaction of its own. `new`: carry it out, then
 * `answerRequest`. A claim without answer for ten minutes was interrupted, and is given out anew. Refuses a key that
 * was used for another request.
 */
export async function claimRequest(database: Database, given: KeyedRequest): Promise<ClaimedRequest> {
  if (!/^[\x21-\x7e]{1,128}$/.test(given.key)) {
    throw new Refusal(
      'input-invalid',
      'The idempotency key does not fit.',
      'Use 1 to 128 visible ASCII signs.',
    );
  }
  const values = [given.person, given.key, given.request, given.at];
  const added = await database.query(
    `insert into answered_request (person, key, request, at) values ($1, $2, $3, $4)
     on conflict (person, key) do nothing returning key`,
    values,
  );
  if (added.length > 0) return { state: 'new' };
  const rows = await database.query<{ request: string; status: number | null; body: string | null }>(
    'select request, status, body from answered_request where person = $1 and key = $2',
    [given.person, given.key],
  );
  const row = rows[0];
  if (row === undefined) return claimRequest(database, given);
  if (row.request !== given.request) {
    throw new Refusal(
      'input-invalid',
      'This idempotency key was used for another request.',
      'Use a new key.',
    );
  }
  if (row.status !== null) return { state: 'answered', status: row.status, body: row.body ?? '' };
  const interrupted = new Date(new Date(given.at).getTime() - patience).toISOString();
  const taken = await database.query(
    `update answered_request set at = $4 where person = $1 and key = $2 and request = $3 and status is null
       and at <= $5 returning key`,
    [...values, interrupted],
  );
  return { state: taken.length > 0 ? 'new' : 'running' };
}

/** Keeps the answer. Never for an answer that holds a secret or content: the body stays readable here. */
export async function answerRequest(
  database: Database,
  given: Pick<KeyedRequest, 'person' | 'key'> & { readonly status: number; readonly body: string },
): Promise<void> {
  await database.query('update answered_request set status = $3, body = $4 where person = $1 and key = $2', [
    given.person,
    given.key,
    given.status,
    given.body,
  ]);
}

/** Gives a claim up: the request was not carried out and may be sent again. */
export async function releaseRequest(
  database: Database,
  given: Pick<KeyedRequest, 'person' | 'key'>,
): Promise<void> {
  await database.query('delete from answered_request where person = $1 and key = $2 and status is null', [
    given.person,
    given.key,
  ]);
}

/** Forgets what was claimed before an instant (ISO 8601). */
export async function clearRequests(database: Database, before: string): Promise<void> {
  await database.query('delete from answered_request where at < $1', [before]);
}

const patience = 10 * 60 * 1000;
