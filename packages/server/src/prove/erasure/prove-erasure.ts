// In: an empty folder. Out: whether anything of what was erased can be found in a hub, by whatever way of looking.
// Invariant: each marker is found before the erasure, so that finding none afterwards says something.

import { join } from 'node:path';
import { eraseContribution } from '../../hub/retention/erase-contribution.ts';
import { runHub } from '../../hub/run-hub.ts';
import { needlesOf } from './needles.ts';
import {
  lookAround,
  type Markers,
  makeMarkers,
  makeProofHub,
  openProofHub,
  plantMarkers,
} from './plant-markers.ts';
import { collector, type Found, searchFiles, searchLedger, searchVault } from './search-hub.ts';

export interface ErasureProof {
  readonly markers: number;
  readonly files: number;
  /** Places where markers stood before. */
  readonly before: number;
  /** Planted, and not found before: the search would be worth nothing. */
  readonly missed: readonly string[];
  /** Found afterwards: the place where it was planted and the place where it was found. */
  readonly left: readonly { readonly planted: string; readonly where: string }[];
}

/** Plants markers in a new hub under the folder, erases what they came with, and looks for them. */
export async function proveErasure(
  folder: string,
  options: { readonly report: boolean },
): Promise<ErasureProof> {
  const place = join(folder, 'hub');
  const work = join(folder, 'work');
  const markers = makeMarkers();
  const hub = await makeProofHub(place);
  const planted = await plantMarkers(hub, markers, { ...options, files: join(folder, 'files') });
  await hub.close();
  const before = await searchEverywhere(place, work, markers);
  const again = await openProofHub(place);
  try {
    for (const contribution of planted.contributions) {
      const order = { contribution, ground: 'owner', reason: 'Proof of erasure' } as const;
      await eraseContribution(again, planted.callers.founder, order);
    }
    await runHub(again, planted.callers.founder);
    await lookAround(again, planted.callers);
  } finally {
    await again.close();
  }
  const after = await searchEverywhere(place, work, markers);
  const seen = new Set(before.found.map(({ marker }) => marker));
  const places = Object.entries(markers);
  const plantedAs = new Map(places.map(([where, marker]) => [marker, where]));
  return {
    markers: places.length,
    files: after.files,
    before: before.found.length,
    missed: places.filter(([, marker]) => !seen.has(marker)).map(([where]) => where),
    left: after.found.map(({ marker, where }) => ({ planted: plantedAs.get(marker) ?? '', where })),
  };
}

/** Looks with the hub closed, at its files, and open, at its ledger and its vault. */
export async function searchEverywhere(
  folder: string,
  work: string,
  markers: Markers,
): Promise<{ readonly found: readonly Found[]; readonly files: number }> {
  const needles = new Map(Object.values(markers).map((marker) => [marker, needlesOf(marker)]));
  const { found, search } = collector(needles);
  const files = await searchFiles(folder, work, search);
  const hub = await openProofHub(folder);
  try {
    await searchLedger(hub, search);
    await searchVault(hub, search);
  } finally {
    await hub.close();
  }
  return { found, files };
}
