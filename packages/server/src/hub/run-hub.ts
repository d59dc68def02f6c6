// In: a hub. Out: a published snapshot of everything that was handed in and decided, but for who is in quarantine.
// Invariant: the pointer moves only to a whole snapshot; the same input gives the same snapshot; owners are told of
// their hits by the same run.

import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { computeSnapshot, mountSnapshot, type StageReport } from '@clew/engine/pipeline.ts';
import { contributions, type KeptContribution } from '@clew/ledger/contributions.ts';
import { judgements } from '@clew/ledger/judgements.ts';
import { releases } from '@clew/ledger/releases.ts';
import {
  publishedSnapshot,
  publishedSnapshots,
  publishSnapshot,
  type SnapshotParts,
  snapshots,
} from '@clew/ledger/snapshots.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../access/caller.ts';
import { wholeHub } from '../access/resource.ts';
import {
  contributionFolder,
  contributionFolderName,
  termsHash,
} from './contributions/contribution-folder.ts';
import { takeInMissing } from './contributions/take-in-kept.ts';
import { keepHits } from './hits/keep-hits.ts';
import type { Hub } from './hub.ts';
import { keptRows } from './kept-rows.ts';
import { enforceClocks } from './retention/enforce-clocks.ts';
import { scopeOf } from './scope-of.ts';
import { snapshotId, snapshotParts } from './snapshot-id.ts';
import { tellAlerts } from './terms/tell-alerts.ts';

export interface RunOptions {
  /** Compute even when this snapshot is there. */
  readonly again?: boolean | undefined;
  readonly watch?: Watch | undefined;
  readonly onStage?: ((report: StageReport) => void) | undefined;
}

export interface Run {
  readonly snapshot: string;
  readonly parts: SnapshotParts;
  /** False when the snapshot was there already. */
  readonly computed: boolean;
  readonly stages: readonly StageReport[];
  /** Contributions that take no part, because they can't be read. */
  readonly setAside: readonly string[];
}

/** Stages 3 to 6 over all contributions, published. Computes missing contribution folders first. */
export async function runHub(hub: Hub, caller: Caller, options: RunOptions = {}): Promise<Run> {
  await hub.gate.pass(caller, 'hub.run', wholeHub);
  return hub.alone(() => runAlone(hub, options));
}

async function runAlone(hub: Hub, options: RunOptions): Promise<Run> {
  const watch = { signal: hub.signal, ...options.watch };
  await enforceClocks(hub, new Date().toISOString());
  const ready = await readyContributions(hub, watch);
  const all = await contributions(hub.ledger);
  const setAside = all.filter((kept) => !ready.includes(kept.id)).map((kept) => kept.id);
  const taking = all.filter((kept) => ready.includes(kept.id));
  if (taking.length === 0) {
    throw new Refusal(
      'no-snapshot',
      'Nothing has been handed in yet.',
      'Start with: clew contribute FILE --partner NAME',
    );
  }
  const { parts, sources } = await contentOf(hub, taking);
  const snapshot = snapshotId(parts);
  const folder = join(hub.layout.snapshots, snapshot);
  const stages: StageReport[] = [];
  const computed = options.again === true || !existsSync(folder);
  const onStage = (report: StageReport) => {
    stages.push(report);
    options.onStage?.(report);
  };
  await hub.views.keepOnly(new Set());
  const input = { ...sources, folder, grows: true, weights: hub.content.weights };
  if (computed) await computeSnapshot(hub.lake, input, { ...watch, onStage });
  else await mountSnapshot(hub.lake, input);
  const at = new Date().toISOString();
  if (computed || (await publishedSnapshot(hub.ledger))?.id !== snapshot) {
    const place = { clearance: '', at };
    await hub.ledger.transaction((database) => publishSnapshot(database, { id: snapshot, parts }, place));
    await prune(hub, taking);
  }
  await keepHits(hub, { at });
  await tellAlerts(hub, hub.lake, at);
  return { snapshot, parts, computed, stages, setAside };
}

/** What the hub's own snapshot is made from: every statement but those on persons in quarantine. */
async function contentOf(hub: Hub, taking: readonly KeptContribution[]) {
  const folders = taking.map((kept) => contributionFolder(hub.layout, kept));
  const { labels, matching: scope } = await scopeOf(hub.lake, folders);
  const kept = await keptRows(hub.ledger);
  const parts = snapshotParts({
    folders: taking.map((each, index) => ({
      id: each.id,
      folder: contributionFolderName(each),
      terms: termsHash(each.terms),
      labels: labels[index] ?? new Map(),
    })),
    scope,
    judgements: kept.judgements,
    through: (await judgements(hub.ledger)).length,
    weights: hub.content.weights,
  });
  return {
    parts,
    sources: { contributionFolders: folders, kept, scope: { labels: scope, records: true } },
  };
}

/** The ids of all contributions whose tables are in the lake, after computing those that were missing. */
async function readyContributions(hub: Hub, watch: Watch): Promise<readonly string[]> {
  const ready: string[] = [];
  for (const kept of await contributions(hub.ledger)) {
    if (kept.setAside !== null) continue;
    try {
      await takeInMissing(hub, kept, watch);
    } catch (error) {
      const isSetAside = error instanceof Refusal && /^file-|^mapping-/.test(error.code);
      if (!isSetAside) throw error;
      continue;
    }
    ready.push(kept.id);
  }
  return ready;
}

/** Removes the folders of snapshots that nobody is shown any more, but for those that a release names. */
async function prune(hub: Hub, current: readonly KeptContribution[]): Promise<void> {
  const named = (await releases(hub.ledger)).map((release) => release.snapshot);
  const shown = (await publishedSnapshots(hub.ledger)).map(({ id }) => id);
  const stay = new Set([...named, ...shown]);
  const stays = (await snapshots(hub.ledger)).filter((each) => stay.has(each.id));
  await removeAllBut(hub.layout.snapshots, new Set(stays.map((each) => each.id)));
  const used = stays.flatMap((each) => each.parts.contributions.map((part) => part.folder));
  const now = current.map(contributionFolderName);
  await removeAllBut(hub.layout.contributions, new Set([...used, ...now]));
}

async function removeAllBut(folder: string, stays: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!stays.has(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}
