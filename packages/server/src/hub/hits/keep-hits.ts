// In: the notifications of the hub's own snapshot, mounted in `hub.lake`. Out: kept hits and notices.
// Invariant: each batch is kept whole with its notices, in the order of ids; whatever was interrupted, the next time
// carries on; a second time changes nothing.

import { type Notification, notifications } from '@clew/engine/products/hits.ts';
import { appendAudit } from '@clew/ledger/audit/chain.ts';
import type { Database } from '@clew/ledger/database.ts';
import { addHits, type HitWithdrawn, withdrawHits, withdrawMissingHits } from '@clew/ledger/hits.ts';
import type { Hub } from '../hub.ts';
import { hubEntry } from '../retention/hub-entry.ts';
import { tellHits, tellWithdrawn } from './tell-hits.ts';

/** How many hits a run changed. */
export interface KeptHits {
  readonly told: number;
  readonly returned: number;
  readonly withdrawn: number;
}

export async function keepHits(
  { lake, ledger }: Pick<Hub, 'lake' | 'ledger'>,
  { at }: { readonly at: string },
): Promise<KeptHits> {
  const kept = { told: 0, returned: 0, withdrawn: 0 };
  let after = '';
  const keep = async (found: readonly Notification[], upto: string | null) => {
    const changed = await ledger.transaction((database) => keepBatch(database, { found, after, upto, at }));
    kept.told += changed.told;
    kept.returned += changed.returned;
    kept.withdrawn += changed.withdrawn;
    after = upto ?? after;
  };
  for await (const found of notifications(lake)) {
    const last = found.at(-1);
    if (last !== undefined) await keep(found, last.id);
  }
  await keep([], null);
  return kept;
}

/** Keeps what was matched between two runs: the notifications that are mounted, and the ids of those that are gone. */
export async function keepNewHits(
  { lake, ledger }: Pick<Hub, 'lake' | 'ledger'>,
  { gone, at }: { readonly gone: readonly string[]; readonly at: string },
): Promise<KeptHits> {
  const kept = { told: 0, returned: 0, withdrawn: 0 };
  const add = (changed: KeptHits) => {
    kept.told += changed.told;
    kept.returned += changed.returned;
    kept.withdrawn += changed.withdrawn;
  };
  for await (const found of notifications(lake)) {
    add(await ledger.transaction((database) => tellBatch(database, { found, withdrawn: [], at })));
  }
  add(
    await ledger.transaction(async (database) => {
      const withdrawn = await withdrawHits(database, { ids: gone, reason: 'link-gone', at });
      return tellBatch(database, { found: [], withdrawn, at });
    }),
  );
  return kept;
}

/** The hits behind `after` up to `upto` (null: to the end), as the snapshot has them now. */
async function keepBatch(
  database: Database,
  batch: {
    readonly found: readonly Notification[];
    readonly after: string;
    readonly upto: string | null;
    readonly at: string;
  },
): Promise<KeptHits> {
  const { found, after, upto, at } = batch;
  const range = { after, upto, found: found.map(({ id }) => id) };
  return tellBatch(database, { found, withdrawn: await withdrawMissingHits(database, range, at), at });
}

/** Keeps and tells the hits found, and tells of those that were withdrawn. */
async function tellBatch(
  database: Database,
  batch: {
    readonly found: readonly Notification[];
    readonly withdrawn: readonly HitWithdrawn[];
    readonly at: string;
  },
): Promise<KeptHits> {
  const { found, withdrawn, at } = batch;
  const { told, returned } = await addHits(database, found, at);
  await tellHits(database, { kind: 'hits-told', hits: told, at });
  await tellHits(database, { kind: 'hits-returned', hits: returned, at });
  await tellWithdrawn(database, withdrawn, at);
  const counts = { told: told.length, returned: returned.length, withdrawn: withdrawn.length };
  if (counts.told + counts.returned + counts.withdrawn > 0) {
    await appendAudit(database, hubEntry({ at, action: 'hit.keep', what: 'hub' }));
  }
  return counts;
}
