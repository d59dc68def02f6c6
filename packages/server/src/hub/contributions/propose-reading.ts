// In: the beginning of a file, or all of it. Out: how it would be read, and its first rows.
// Invariant: nothing of it is kept. While it is looked at it lies encrypted in the vault, without a name.

import { type Sample, sampleFile } from '@clew/engine/contribution/sample.ts';
import { type Proposal, proposeMapping } from '@clew/engine/statements/propose-mapping.ts';
import { findPartner } from '@clew/ledger/partners.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';

export interface FileToLookAt {
  readonly partner: string;
  /** How its name ends, without the dot: helps to tell the format. The name itself is not asked for. */
  readonly ending?: string | undefined;
  readonly content: AsyncIterable<Uint8Array>;
}

/** The form of the file, its columns, its first rows, and how they would be read. */
export interface ProposedReading extends Sample {
  readonly proposal: Proposal;
}

/** Proposes a mapping for a file that is not handed in yet. Throws a `Refusal` ('file-…') where it can't be read. */
export async function proposeReading(
  hub: Hub,
  caller: Caller,
  { partner: id, ending, content }: FileToLookAt,
): Promise<ProposedReading> {
  await hub.gate.pass(caller, 'contribution.hand-in', { kind: 'contribution', id: 'new', owner: id });
  const partner = await findPartner(hub.ledger, id);
  if (partner === undefined) {
    throw new Refusal('not-found', 'There is no such partner.', 'An administrator registers partners.');
  }
  const draft = await hub.vault.draft(content, hub.signal);
  try {
    if (draft.bytes === 0) throw new Refusal('file-empty', 'The file is empty.', 'Choose another one.');
    const fileName = ending === undefined ? 'file' : `file.${ending}`;
    const sample = await sampleFile({ fileName, bytes: draft.bytes, open: draft.read });
    return { ...sample, proposal: proposeMapping(sample, { country: partner.country ?? undefined }) };
  } finally {
    await draft.discard();
  }
}
