import { type ListedRecord, listRecords } from '@clew/engine/contribution/list-records.ts';
import type { KeptContribution } from '@clew/ledger/contributions.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { isTakenIn } from './contribution-folder.ts';
import { contributionFor } from './contribution-for.ts';
import { mountContributions } from './mount-contributions.ts';

export interface RecordPage {
  readonly records: readonly ListedRecord[];
  /** Give it as `after` to read on; null at the end. */
  readonly next: number | null;
}

/** The rows of a contribution as they came, after the one named. */
export async function readRecords(
  hub: Hub,
  caller: Caller,
  asked: { readonly contribution: string; readonly after?: number | undefined; readonly limit: number },
): Promise<RecordPage> {
  const kept = await contributionFor(hub, caller, { action: 'contribution.read', id: asked.contribution });
  refuseUnread(hub, kept);
  const found = await hub.reading.use(async (lake) => {
    await mountContributions({ lake, layout: hub.layout }, [kept]);
    return listRecords(lake, { after: asked.after, limit: asked.limit + 1 });
  });
  const records = found.slice(0, asked.limit);
  return { records, next: found.length > asked.limit ? (records.at(-1)?.row ?? null) : null };
}

/** Refuses what is not in the lake: it was set aside, or the hub has not read it since it changed. */
export function refuseUnread(hub: Pick<Hub, 'layout'>, kept: KeptContribution): void {
  if (isTakenIn(hub.layout, kept)) return;
  const why = kept.setAside === null ? 'It is not read yet.' : kept.setAside.reason;
  throw new Refusal('not-ready', why, 'The next run reads it; what cannot be read needs another mapping.');
}
