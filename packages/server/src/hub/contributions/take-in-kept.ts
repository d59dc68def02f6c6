import type { Lake } from '@clew/engine/lake/lake.ts';
import { takeIn } from '@clew/engine/pipeline.ts';
import { contributionState, type KeptContribution, setAside } from '@clew/ledger/contributions.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { refusedBy } from '@clew/model/terms/profiles/profiles.ts';
import type { Hub } from '../hub.ts';
import { contributionFolder, isTakenIn } from './contribution-folder.ts';

export type TakenIn = Awaited<ReturnType<typeof takeIn>>;

/** As `takeInKept`, unless that was done: then null. A folder that is there is whole, and made of nothing else. */
export async function takeInMissing(hub: Hub, kept: KeptContribution, watch: Watch): Promise<TakenIn | null> {
  return isTakenIn(hub.layout, kept) ? null : takeInKept(hub, kept, watch);
}

/** Stages 1 and 2 of a kept contribution, from the vault. A file that turns out unreadable is set aside. */
export function takeInKept(hub: Hub, kept: KeptContribution, watch: Watch): Promise<TakenIn> {
  return hub.taking.use((lake) => takeInOn(hub, { lake, kept, watch }));
}

async function takeInOn(
  hub: Hub,
  { lake, kept, watch }: { readonly lake: Lake; readonly kept: KeptContribution; readonly watch: Watch },
): Promise<TakenIn> {
  if ((await contributionState(hub.ledger, kept.id)) === 'erased') throw erasedMeanwhile();
  try {
    return await takeIn(
      lake,
      {
        contribution: kept.id,
        partner: kept.partner,
        fileName: kept.fileName,
        bytes: kept.bytes,
        open: () => hub.vault.read(kept.object),
        mapping: kept.mapping,
        terms: kept.terms,
        folder: contributionFolder(hub.layout, kept),
        receivedAt: kept.receivedAt,
        refused: refusedBy(hub.profile),
      },
      watch,
    );
  } catch (error) {
    if (error instanceof Refusal && (error.code.startsWith('file-') || error.code === 'mapping-invalid')) {
      const at = new Date().toISOString();
      await hub.ledger.transaction(async (database) => {
        await setAside(database, kept.id, { code: error.code, reason: error.message, at });
      });
    }
    throw error;
  }
}

function erasedMeanwhile(): Refusal {
  return new Refusal('erased', 'The contribution was erased meanwhile.', 'Nothing of it is kept.');
}
