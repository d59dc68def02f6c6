import { lastEntryBefore } from '@clew/ledger/audit/last-entry.ts';
import { liveSession } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

/** When who holds a session was last at work before it began; null where that is long ago, or never was. */
export async function lastVisit(signIn: SignIn, secret: string): Promise<string | null> {
  const live = await liveSession(signIn, secret);
  return live === undefined ? null : lastEntryBefore(signIn.ledger, live.person, live.kept.startedAt);
}
