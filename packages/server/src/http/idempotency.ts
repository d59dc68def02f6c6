import { answerRequest, claimRequest, releaseRequest } from '@clew/ledger/answered-requests.ts';
import type { Ledger } from '@clew/ledger/database.ts';
import type { AnyRoute } from '@clew/model/contract/route.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../access/caller.ts';
import type { Clock } from './token-buckets.ts';

export interface Repeat {
  readonly route: AnyRoute;
  readonly caller: Caller | null;
  /** The header Idempotency-Key. */
  readonly key: string | null;
  /** SHA-256 of what is asked. */
  readonly hash: string;
}

/**
 * Carries a write out once for its key: the same request again gets the stored answer, another one is refused, and so
 * is one while the first runs (draft-ietf-httpapi-idempotency-key-header). What was refused may be sent again. An
 * answer that holds a secret is not stored: the repeated request is told that it was carried out.
 */
export async function onceOnly(
  { ledger, clock }: { readonly ledger: Ledger; readonly clock: Clock },
  { route, caller, key, hash }: Repeat,
  run: () => Promise<string | null>,
): Promise<string | null> {
  if (key === null || !route.writes || route.bytes || caller === null) return run();
  const at = new Date(clock()).toISOString();
  const keyed = { person: caller.actor.person, key };
  const claimed = await ledger.transaction((database) =>
    claimRequest(database, { ...keyed, request: hash, at }),
  );
  if (claimed.state === 'running') {
    throw new Refusal('in-progress', 'The same request is being carried out.', 'Ask again in a moment.');
  }
  if (claimed.state === 'answered') {
    if (!route.secret) return claimed.body === '' ? null : claimed.body;
    throw new Refusal(
      'already-done',
      'It was carried out. What it answered is shown once.',
      'Make a new one.',
    );
  }
  const answer = await run().catch(async (error: unknown) => {
    await ledger.transaction((database) => releaseRequest(database, keyed));
    throw error;
  });
  const body = route.secret ? '' : (answer ?? '');
  await ledger.transaction((database) => answerRequest(database, { ...keyed, status: route.status, body }));
  return answer;
}
