import type { Database } from '@clew/ledger/database.ts';
import type { HitChange, HitWithdrawn } from '@clew/ledger/hits.ts';
import { addNotices } from '@clew/ledger/notices.ts';
import type { NoticeKind } from '@clew/model/notices.ts';

/** Tells each recipient once that there is something new among its hits. The notice is about the recipient itself. */
export async function tellHits(
  database: Database,
  told: {
    readonly kind: Extract<NoticeKind, 'hits-told' | 'hits-returned' | 'hits-withdrawn'>;
    readonly hits: readonly Pick<HitChange, 'recipient'>[];
    readonly at: string;
  },
): Promise<void> {
  const { kind, at } = told;
  const recipients = [...new Set(told.hits.map(({ recipient }) => recipient))];
  await addNotices(
    database,
    recipients.map((partner) => ({ to: { partner }, kind, about: partner, at })),
  );
}

/**
 * Tells those who had hits that no longer stand. Where the other side had been asked both are told of this very hit;
 * else the other side knows nothing of it and is told nothing.
 */
export async function tellWithdrawn(
  database: Database,
  withdrawn: readonly HitWithdrawn[],
  at: string,
): Promise<void> {
  await tellHits(database, { kind: 'hits-withdrawn', hits: withdrawn.filter(({ asked }) => !asked), at });
  const told = withdrawn.filter(({ asked }) => asked);
  const to = told.flatMap(({ id, recipient, other }) =>
    [recipient, other].map((partner) => ({ id, partner })),
  );
  await addNotices(
    database,
    to.map(({ id, partner }) => ({ to: { partner }, kind: 'hit-withdrawn', about: id, at })),
  );
}
