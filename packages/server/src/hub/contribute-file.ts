// In: a file of a partner with its terms. Out: a contribution that is kept, and what stages 1 and 2 made of it.
// Invariant: the bytes are on the disk before anything else happens, and all that follows reads them from there;
// the ledger's transaction is what accepts them; the lake is computed last and can be computed again.

import { basename } from 'node:path';
import { sampleFile } from '@clew/engine/contribution/sample.ts';
import { proposeMapping } from '@clew/engine/statements/propose-mapping.ts';
import { addAudit } from '@clew/ledger/audit.ts';
import {
  addContribution,
  addMapping,
  contributionId,
  findContribution,
  type KeptContribution,
  objectName,
} from '@clew/ledger/contributions.ts';
import { addPartner } from '@clew/ledger/partners.ts';
import type { Draft } from '@clew/ledger/vault/vault.ts';
import type { Partner } from '@clew/model/contribution.ts';
import type { Mapping } from '@clew/model/mapping.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Terms } from '@clew/model/terms/terms.ts';
import { checkMapping } from './check-mapping.ts';
import { isTakenIn } from './contribution-folder.ts';
import { openFile, readableFile } from './open-file.ts';
import type { Hub } from './open-hub.ts';
import { type TakenIn, takeInKept } from './take-in-kept.ts';

export interface FileToContribute {
  readonly path: string;
  /** Registered with its first file that is accepted. */
  readonly partner: Partner;
  readonly terms: Terms;
  /** Without it a mapping is proposed. */
  readonly mapping?: Mapping | undefined;
}

export interface Contributed {
  readonly contribution: string;
  readonly fileName: string;
  readonly bytes: number;
  /** `unchanged`: the same file was here already; `remapped`: it was, and its mapping was corrected. */
  readonly outcome: 'accepted' | 'unchanged' | 'remapped';
  readonly mapping: 'given' | 'proposed' | 'kept';
  /** Null when nothing had to be computed. */
  readonly taken: TakenIn | null;
}

/** Hands one file in. Throws a `Refusal` when it can't be read; then nothing of it is kept. */
export async function contributeFile(hub: Hub, given: FileToContribute, watch: Watch): Promise<Contributed> {
  const { bytes } = await readableFile(given.path);
  const draft = await hub.vault.draft(
    watched(openFile(given.path), { step: 'storing', total: bytes, watch }),
    hub.signal,
  );
  try {
    const id = contributionId(objectName(given.partner.id, draft.sha256));
    const known = await findContribution(hub.ledger, id);
    return known === undefined
      ? await accept(hub, { ...given, draft, id }, watch)
      : await handInAgain(hub, { ...given, known }, watch);
  } finally {
    await draft.discard();
  }
}

async function accept(
  hub: Hub,
  given: FileToContribute & { readonly draft: Draft; readonly id: string },
  watch: Watch,
): Promise<Contributed> {
  const { draft, id, partner, terms } = given;
  const fileName = basename(given.path);
  const sample = await sampleFile(
    { fileName, bytes: draft.bytes, open: draft.read },
    sampleOptions(given.mapping),
  );
  const mapping = given.mapping ?? proposeMapping(sample, { country: partner.country ?? undefined }).mapping;
  checkMapping(mapping, sample);
  if (hub.signal?.aborted) throw new Refusal('cancelled', 'Stopped on request.', 'Nothing was half-written.');
  const object = objectName(partner.id, draft.sha256);
  const key = await draft.keep(object);
  const receivedAt = new Date().toISOString();
  const { sha256, bytes } = draft;
  await hub.ledger.transaction(async (database) => {
    const row = { id, object, partner: partner.id, fileName, bytes, sha256, receivedAt, terms, mapping };
    await addPartner(database, partner, receivedAt);
    await addContribution(database, row, key);
    await addAudit(database, { at: receivedAt, action: 'contribute', what: id });
  });
  const taken = await takeInKept(hub, await kept(hub, id), watch).catch((error: unknown) => {
    throw isInterruption(error) ? keptBut(error, fileName) : error;
  });
  const source = given.mapping === undefined ? 'proposed' : 'given';
  return { contribution: id, fileName, bytes, outcome: 'accepted', mapping: source, taken };
}

function isInterruption(error: unknown): error is Refusal {
  return error instanceof Refusal && ['disk-full', 'out-of-memory', 'cancelled'].includes(error.code);
}

function keptBut({ code, message }: Refusal, fileName: string): Refusal {
  return new Refusal(code, message, `${fileName} is kept, but not read yet: the next clew run reads it.`);
}

/** The same bytes once more: nothing changes, unless another mapping comes with them. */
async function handInAgain(
  hub: Hub,
  given: FileToContribute & { readonly known: KeptContribution },
  watch: Watch,
): Promise<Contributed> {
  const { known, mapping } = given;
  const remapped = mapping !== undefined && JSON.stringify(mapping) !== JSON.stringify(known.mapping);
  if (remapped) {
    const input = { fileName: known.fileName, bytes: known.bytes, open: () => openFile(given.path) };
    checkMapping(mapping, await sampleFile(input, sampleOptions(mapping)));
    const at = new Date().toISOString();
    await hub.ledger.transaction(async (database) => {
      await addMapping(database, known.id, { mapping, at });
      await addAudit(database, { at, action: 'map', what: known.id });
    });
  }
  const now = await kept(hub, known.id);
  const taken = isTakenIn(hub.layout, now) ? null : await takeInKept(hub, now, watch);
  return {
    contribution: known.id,
    fileName: known.fileName,
    bytes: known.bytes,
    outcome: remapped ? 'remapped' : 'unchanged',
    mapping: remapped ? 'given' : 'kept',
    taken,
  };
}

async function kept(hub: Hub, id: string): Promise<KeptContribution> {
  const found = await findContribution(hub.ledger, id);
  if (found === undefined) throw new Error(`Contribution ${id} is not in the ledger after its transaction`);
  return found;
}

function sampleOptions(mapping: Mapping | undefined): Parameters<typeof sampleFile>[1] {
  return mapping === undefined ? {} : { mapping };
}

async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  on: { readonly step: string; readonly total: number; readonly watch: Watch },
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const chunk of bytes) {
    done += chunk.length;
    on.watch.onProgress?.({ step: on.step, done, total: on.total, unit: 'bytes' });
    yield chunk;
  }
}
