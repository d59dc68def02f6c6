import { takeIn } from '@clew/engine/pipeline.ts';
import { addAudit } from '@clew/ledger/audit.ts';
import { findKey, type KeptContribution, setAside } from '@clew/ledger/contributions.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { contributionFolder } from './contribution-folder.ts';
import type { Hub } from './open-hub.ts';

export type TakenIn = Awaited<ReturnType<typeof takeIn>>;

/** Stages 1 and 2 of a kept contribution, from the vault. A file that turns out unreadable is set aside. */
export async function takeInKept(hub: Hub, kept: KeptContribution, watch: Watch): Promise<TakenIn> {
  const key = await findKey(hub.ledger, kept.object);
  if (key === undefined) throw new Refusal('damaged', `The key of contribution ${kept.id} is gone.`);
  try {
    return await takeIn(
      hub.lake,
      {
        contribution: kept.id,
        partner: kept.partner,
        fileName: kept.fileName,
        bytes: kept.bytes,
        open: () => hub.vault.read(kept.object, key),
        mapping: kept.mapping,
        terms: kept.terms,
        folder: contributionFolder(hub.layout, kept),
      },
      watch,
    );
  } catch (error) {
    if (error instanceof Refusal && (error.code.startsWith('file-') || error.code === 'mapping-invalid')) {
      const at = new Date().toISOString();
      await hub.ledger.transaction(async (database) => {
        await setAside(database, kept.id, { code: error.code, reason: error.message, at });
        await addAudit(database, { at, action: 'contribute', what: `${kept.id} set aside` });
      });
    }
    throw error;
  }
}
