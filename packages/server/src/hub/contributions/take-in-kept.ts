import { takeIn } from '@clew/engine/pipeline.ts';
import { type KeptContribution, setAside } from '@clew/ledger/contributions.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { refusedBy } from '@clew/model/terms/profiles/profiles.ts';
import type { Hub } from '../open-hub.ts';
import { contributionFolder } from './contribution-folder.ts';

export type TakenIn = Awaited<ReturnType<typeof takeIn>>;

/** Stages 1 and 2 of a kept contribution, from the vault. A file that turns out unreadable is set aside. */
export async function takeInKept(hub: Hub, kept: KeptContribution, watch: Watch): Promise<TakenIn> {
  try {
    return await takeIn(
      hub.lake,
      {
        contribution: kept.id,
        partner: kept.partner,
        fileName: kept.fileName,
        bytes: kept.bytes,
        open: () => hub.vault.read(kept.object),
        mapping: kept.mapping,
        terms: kept.terms,
        folder: contributionFolder(hub.layout, kept),
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
