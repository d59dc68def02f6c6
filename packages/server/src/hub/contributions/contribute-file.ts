// In: a file of a partner with its terms. Out: a contribution that is kept, and what stages 1 and 2 made of it.
// Invariant: the bytes are on the disk before anything else happens, and all that follows reads them from there;
// the ledger's transaction is what accepts them; the lake is computed last and can be computed again. Owners are told of
// the hits it makes at once, where a snapshot is there to match it against.

import { sampleFile } from '@clew/engine/contribution/sample.ts';
import type { ProblemCount, RowCount } from '@clew/engine/statements/list-problems.ts';
import { proposeMapping } from '@clew/engine/statements/propose-mapping.ts';
import {
  addContribution,
  addMapping,
  contributionId,
  contributionState,
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
import { termsFaults } from '@clew/model/terms/profiles/profiles.ts';
import { type Terms, termsGap } from '@clew/model/terms/terms.ts';
import type { Caller } from '../../access/caller.ts';
import type { KeptHits } from '../hits/keep-hits.ts';
import { matchHeld } from '../hits/match-held.ts';
import type { Hub } from '../hub.ts';
import { checkMapping } from './check-mapping.ts';
import { countRowsOf } from './count-rows-of.ts';
import { type TakenIn, takeInMissing } from './take-in-kept.ts';

export interface FileToContribute {
  readonly fileName: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** Bytes, where known beforehand. */
  readonly size: number | null;
  /** Registered with its first file that is accepted. */
  readonly partner: Partner;
  readonly terms: Terms;
  /** Without it a mapping is proposed. */
  readonly mapping?: Mapping | undefined;
  readonly watch: Watch;
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
  readonly counts: RowCount;
  readonly problems: readonly ProblemCount[];
  /** Persons whom nobody has put in a category yet. */
  readonly quarantined: number;
  /** What matching it with what is held changed; null where only the next run can tell. */
  readonly hits: KeptHits | null;
}

/** Hands one file in. Throws a `Refusal` when it can't be read; then nothing of it is kept. */
export async function contributeFile(
  hub: Hub,
  caller: Caller,
  given: FileToContribute,
): Promise<Contributed> {
  const resource = { kind: 'contribution', id: 'new', owner: given.partner.id } as const;
  await hub.gate.pass(caller, 'contribution.hand-in', resource);
  checkTerms(hub, given.terms);
  const { content, watch } = given;
  const bytes = watched(content, { step: 'storing', total: given.size ?? 0, watch });
  const draft = await hub.vault.draft(bytes, watch.signal ?? hub.signal);
  try {
    if (draft.bytes === 0) throw new Refusal('file-empty', 'The file is empty.', 'Nothing was kept.');
    const object = await freeName(hub, given.partner.id, draft.sha256);
    const known = await findContribution(hub.ledger, contributionId(object));
    return known === undefined
      ? await accept(hub, caller, { ...given, draft, object })
      : await handInAgain(hub, caller, { ...given, draft, known });
  } finally {
    await draft.discard();
  }
}

/** Refuses terms that do not hold together or lack what the legal profile of the hub demands. */
export function checkTerms(hub: Pick<Hub, 'profile'>, terms: Terms): void {
  const gap = termsGap(terms);
  const faults = [...(gap === null ? [] : [gap]), ...termsFaults(hub.profile, terms)];
  if (faults.length === 0) return;
  throw new Refusal('terms-invalid', faults.join(' '), 'State it in the terms. Nothing was kept.');
}

/** The name of these bytes in the vault. What was erased stays erased: handed in again, it is another contribution. */
async function freeName(hub: Hub, partner: string, sha256: string): Promise<string> {
  for (let time = 0; ; time++) {
    const object = objectName(partner, time === 0 ? sha256 : `${sha256}.${time}`);
    if ((await contributionState(hub.ledger, contributionId(object))) !== 'erased') return object;
  }
}

async function accept(
  hub: Hub,
  caller: Caller,
  given: FileToContribute & { readonly draft: Draft; readonly object: string },
): Promise<Contributed> {
  const { draft, object, partner, terms, fileName, watch } = given;
  const id = contributionId(object);
  const sample = await sampleFile(
    { fileName, bytes: draft.bytes, open: draft.read },
    sampleOptions(given.mapping),
  );
  const mapping = given.mapping ?? proposeMapping(sample, { country: partner.country ?? undefined }).mapping;
  checkMapping(mapping, sample);
  const stopped = watch.signal?.aborted || hub.signal?.aborted;
  if (stopped) throw new Refusal('cancelled', 'Stopped on request.', 'Nothing was half-written.');
  await draft.keep(object);
  const receivedAt = new Date().toISOString();
  const { sha256, bytes } = draft;
  await hub.ledger.transaction(async (database) => {
    const row = { id, object, partner: partner.id, fileName, bytes, sha256, receivedAt, terms, mapping };
    await addPartner(database, partner, receivedAt);
    await addContribution(database, { ...row, by: caller.actor.person });
  });
  const now = await kept(hub, id);
  const taken = await takeInMissing(hub, now, watch).catch((error: unknown) => {
    throw isInterruption(error) ? keptBut(error, fileName) : error;
  });
  const hits = await matchHeld(hub, watch);
  const source = given.mapping === undefined ? 'proposed' : 'given';
  const counted = await countRowsOf(hub, now, taken);
  return { contribution: id, fileName, bytes, outcome: 'accepted', mapping: source, taken, hits, ...counted };
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
  caller: Caller,
  given: FileToContribute & { readonly draft: Draft; readonly known: KeptContribution },
): Promise<Contributed> {
  const { known, mapping, draft } = given;
  const remapped = mapping !== undefined && JSON.stringify(mapping) !== JSON.stringify(known.mapping);
  if (remapped) {
    const resource = { kind: 'contribution', id: known.id, owner: known.partner } as const;
    await hub.gate.pass(caller, 'contribution.map', resource);
    const input = { fileName: known.fileName, bytes: known.bytes, open: draft.read };
    checkMapping(mapping, await sampleFile(input, sampleOptions(mapping)));
    const at = new Date().toISOString();
    await hub.ledger.transaction((database) =>
      addMapping(database, known.id, { mapping, by: caller.actor.person, at }),
    );
  }
  const now = await kept(hub, known.id);
  const taken = await takeInMissing(hub, now, given.watch);
  const hits = taken === null ? null : await matchHeld(hub, given.watch);
  return {
    contribution: known.id,
    fileName: known.fileName,
    bytes: known.bytes,
    outcome: remapped ? 'remapped' : 'unchanged',
    mapping: remapped ? 'given' : 'kept',
    taken,
    hits,
    ...(await countRowsOf(hub, now, taken)),
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
