import { evidenceOf } from '@clew/engine/findings/evidence-of.ts';
import { type EvidenceStatement, readEvidence } from '@clew/engine/products/dossier/read-evidence.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import { notInView } from '../entities/read-entity.ts';
import type { Hub } from '../hub.ts';

/** The first statements behind a finding of the caller's view. */
export async function readFindingEvidence(
  hub: Hub,
  caller: Caller,
  asked: { readonly finding: bigint; readonly limit: number },
): Promise<{ readonly total: number; readonly rows: readonly EvidenceStatement[] }> {
  const view = await openView(hub, caller);
  return view.read(async (lake) => {
    if ((await evidenceOf(lake, asked.finding)) === undefined) throw notInView();
    return readEvidence(lake, asked);
  });
}
