// In: an order to erase a contribution. Out: a hub without it, a certificate, notices to all who got something of it.
// Invariant: the order and what there was are on the disk before the first thing goes; each step can be done twice;
// the certificate comes last. Whatever stops the process, opening the hub again carries on.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  addErasure,
  contributionHeader,
  type Erasure,
  type ErasureCertificate,
  erasureOrders,
  findErasure,
  unfinishedErasures,
} from '@clew/ledger/erasures.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { ErasureGround } from '@clew/model/terms/erasure.ts';
import type { Caller } from '../../access/caller.ts';
import { contributionFor } from '../contributions/contribution-for.ts';
import type { Hub } from '../hub.ts';
import { certifyErasure } from './certify-erasure.ts';
import { folderHash, madeFrom, namesIn } from './erasure-inventory.ts';
import { shownCertificate } from './shown-certificate.ts';

export interface ToErase {
  readonly contribution: string;
  readonly ground: Exclude<ErasureGround, 'clock'>;
  /** Stays in the certificate: it must quote nothing of the content. */
  readonly reason: string;
}

/** Erases a contribution for good. */
export async function eraseContribution(
  hub: Hub,
  caller: Caller,
  given: ToErase,
): Promise<ErasureCertificate> {
  await contributionFor(hub, caller, { action: 'contribution.erase', id: given.contribution });
  const reason = given.reason.trim();
  if (reason === '') {
    throw new Refusal('input-invalid', 'An erasure needs a reason.', 'Say why, without quoting the content.');
  }
  const law = hub.profile.erasure[given.ground];
  const at = new Date().toISOString();
  const order = await orderErasure(hub, { ...given, reason, law, by: caller.actor.person, at });
  return shownCertificate(caller, await carryOutErasure(hub, order));
}

/** Keeps the order with what there is. An order that was there before stands. */
export async function orderErasure(hub: Hub, order: Omit<Erasure, 'inventory'>): Promise<Erasure> {
  const header = await contributionHeader(hub.ledger, order.contribution);
  if (header === undefined) throw new Error(`There is no contribution ${order.contribution} to erase`);
  const { folders } = await madeFrom(hub, new Set([order.contribution]));
  const hashed = [];
  for (const folder of folders) hashed.push(await folderHash(hub, folder));
  const erasure: Erasure = { ...order, inventory: { object: header.object, folders: hashed } };
  await hub.ledger.transaction((database) => addErasure(database, erasure));
  return (await findErasure(hub.ledger, order.contribution)) ?? erasure;
}

/** The steps of an erasure in their order. A test stops between them. */
export const erasureSteps = ['key', 'bytes', 'folders', 'work', 'certificate'] as const;

export type ErasureStep = (typeof erasureSteps)[number];

/** Carries an order out, from its beginning or from where it was interrupted. */
export async function carryOutErasure(
  hub: Hub,
  order: Erasure,
  before: (step: ErasureStep) => void = () => {},
): Promise<ErasureCertificate> {
  const { object } = order.inventory;
  before('key');
  await hub.vault.keys.destroy(object);
  before('bytes');
  await hub.vault.remove(object);
  // The key is gone at once; what was computed goes as soon as nobody computes from it any more.
  return hub.alone(() =>
    hub.taking.use(async () => {
      before('folders');
      await hub.views.settled();
      await removeMadeFrom(hub, new Set([order.contribution]));
      before('work');
      await sweepWork(hub);
      before('certificate');
      return certifyErasure(hub, order);
    }),
  );
}

/**
 * Carries out every order that was interrupted, and removes what a view that was planned before an erasure made after
 * it. Call it when a hub is opened and before each run.
 */
export async function completeErasures(hub: Hub): Promise<readonly ErasureCertificate[]> {
  const done: ErasureCertificate[] = [];
  for (const order of await unfinishedErasures(hub.ledger)) done.push(await carryOutErasure(hub, order));
  const erased = await erasureOrders(hub.ledger);
  if (erased.size > 0) await removeMadeFrom(hub, erased);
  return done;
}

async function removeMadeFrom(hub: Hub, contributions: ReadonlySet<string>): Promise<void> {
  const { folders, untouched } = await madeFrom(hub, contributions);
  await hub.views.keepOnly(untouched);
  for (const folder of folders) {
    await rm(join(hub.layout.folder, folder), { recursive: true, force: true });
  }
}

/** Working files that are in use as long as a hub is open. */
const openWork = ['spill', 'planning', 'reading', 'taking'];

/** Removes what the engine left of earlier work: spills of views and runs that nobody has open now. */
async function sweepWork(hub: Hub): Promise<void> {
  const inUse = new Set(openWork);
  for (const id of [...(await namesIn(hub.layout.snapshots)), ...hub.views.underway()]) {
    inUse.add(`view-${id}`).add(`compute-${id}`);
  }
  for (const name of await namesIn(hub.layout.work)) {
    if (!inUse.has(name)) await rm(join(hub.layout.work, name), { recursive: true, force: true });
  }
}
