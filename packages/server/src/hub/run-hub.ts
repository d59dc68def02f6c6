// In: a hub. Out: a published snapshot of everything that was handed in and decided.
// Invariant: the pointer moves only to a whole snapshot; the same input gives the same snapshot.

import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { computeSnapshot, type StageReport } from '@clew/engine/pipeline.ts';
import { addAudit } from '@clew/ledger/audit.ts';
import { contributions, type KeptContribution } from '@clew/ledger/contributions.ts';
import { lastJudgements } from '@clew/ledger/judgements.ts';
import { reports } from '@clew/ledger/reports.ts';
import { publishedSnapshot, publishSnapshot, type SnapshotParts, snapshots } from '@clew/ledger/snapshots.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { contributionFolder, contributionFolderName, isTakenIn } from './contribution-folder.ts';
import { keptRows } from './kept-rows.ts';
import type { Hub } from './open-hub.ts';
import { snapshotId, snapshotParts } from './snapshot-id.ts';
import { takeInKept } from './take-in-kept.ts';

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
export async function runHub(hub: Hub, options: RunOptions = {}): Promise<Run> {
  const watch = options.watch ?? {};
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
  const parts = snapshotParts(taking, await lastJudgements(hub.ledger));
  const snapshot = snapshotId(parts);
  const folder = join(hub.layout.snapshots, snapshot);
  const stages: StageReport[] = [];
  const computed = options.again === true || !existsSync(folder);
  if (computed) {
    const onStage = (report: StageReport) => {
      stages.push(report);
      options.onStage?.(report);
    };
    const contributionFolders = taking.map((kept) => contributionFolder(hub.layout, kept));
    const input = { contributionFolders, kept: await keptRows(hub.ledger), folder };
    await computeSnapshot(hub.lake, input, { ...watch, onStage });
  }
  if (computed || (await publishedSnapshot(hub.ledger))?.id !== snapshot) {
    const at = new Date().toISOString();
    await hub.ledger.transaction(async (database) => {
      await publishSnapshot(database, { id: snapshot, parts }, at);
      await addAudit(database, { at, action: 'run', what: snapshot });
    });
    await prune(hub, taking);
  }
  return { snapshot, parts, computed, stages, setAside };
}

/** The ids of all contributions whose tables are in the lake, after computing those that were missing. */
async function readyContributions(hub: Hub, watch: Watch): Promise<readonly string[]> {
  const ready: string[] = [];
  for (const kept of await contributions(hub.ledger)) {
    if (kept.setAside !== null) continue;
    if (!isTakenIn(hub.layout, kept)) {
      try {
        await takeInKept(hub, kept, watch);
      } catch (error) {
        const isSetAside = error instanceof Refusal && /^file-|^mapping-/.test(error.code);
        if (!isSetAside) throw error;
        continue;
      }
    }
    ready.push(kept.id);
  }
  return ready;
}

const keptSnapshots = 2;

/** Removes the folders of old snapshots, but for the last ones and those that a report names. */
async function prune(hub: Hub, current: readonly KeptContribution[]): Promise<void> {
  const named = new Set((await reports(hub.ledger)).map((report) => report.snapshot));
  const published = await publishedSnapshot(hub.ledger);
  const all = await snapshots(hub.ledger);
  const others = all.filter((each) => each.id !== published?.id && !named.has(each.id));
  const goes = new Set(others.slice(keptSnapshots - 1).map((each) => each.id));
  const stays = all.filter((each) => !goes.has(each.id));
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
