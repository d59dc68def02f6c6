import type { Database } from '@clew/ledger/database.ts';
import type { HitChange, HitWithdrawn } from '@clew/ledger/hits.ts';
import { addNotice } from '@clew/ledger/notices.ts';
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
  for (const partner of new Set(told.hits.map(({ recipient }) => recipient))) {
    await addNotice(database, { to: { partner }, kind: told.kind, about: partner, at: told.at });
  }
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
  for (const { id, recipient, other } of withdrawn.filter(({ asked }) => asked)) {
    for (const partner of [recipient, other]) {
      await addNotice(database, { to: { partner }, kind: 'hit-withdrawn', about: id, at });
    }
  }
}
