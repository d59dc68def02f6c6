// In: contributions and judgements that came after the published snapshot. Out: the hits that they make and those that
// they end, kept and told at once instead of with the next run.
// Invariant: what is told is what a run with the same models would tell; where that cannot be had, nothing is told and
// the run does it. Stopped at any moment, it is done again.

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canGrow, matchNew } from '@clew/engine/match-new.ts';
import { contributions } from '@clew/ledger/contributions.ts';
import { judgements } from '@clew/ledger/judgements.ts';
import { type Published, publishedSnapshot } from '@clew/ledger/snapshots.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { z } from 'zod';
import { version } from '../../version.ts';
import { contributionFolderName, isTakenIn, termsHash } from '../contributions/contribution-folder.ts';
import type { Hub } from '../hub.ts';
import { keptRows } from '../kept-rows.ts';
import { enforceClocks } from '../retention/enforce-clocks.ts';
import { scopeOf } from '../scope-of.ts';
import { type KeptHits, keepNewHits } from './keep-hits.ts';

/** After so many a run is due: each makes the next a little slower. */
const mostUpdates = 40;

const matchedSchema = z.object({ contributions: z.array(z.string()), through: z.number() });
type Matched = z.infer<typeof matchedSchema>;

/** Matches what is new. Null when there is nothing new, or only a run can tell what follows from it. */
export async function matchHeld(hub: Hub, watch: Watch = {}): Promise<KeptHits | null> {
  return hub.alone(async () => {
    try {
      return await matchAlone(hub, watch);
    } catch (error) {
      // What is kept is kept; the next run matches it.
      if (error instanceof Refusal && ['disk-full', 'out-of-memory', 'cancelled'].includes(error.code))
        return null;
      throw error;
    }
  });
}

async function matchAlone(hub: Hub, watch: Watch): Promise<KeptHits | null> {
  if ((await publishedSnapshot(hub.ledger)) === undefined) return null;
  const at = new Date().toISOString();
  await enforceClocks(hub, at);
  const published = await publishedSnapshot(hub.ledger);
  if (published === undefined || published.parts.engine !== version) return null;
  if ((published.parts.weights ?? 'learnt') !== (hub.content.weights ?? 'learnt')) return null;
  const base = join(hub.layout.snapshots, published.id);
  if (!existsSync(base) || !canGrow(base)) return null;
  const updates = await updatesOf(hub, published.id);
  if (updates.length >= mostUpdates) return null;
  const news = await newSince(hub, published, updates);
  if (news === undefined) return null;
  const folders = [...news.held, ...news.fresh];
  const scope = await scopeOf(hub.lake, folders);
  let told: KeptHits | null = null;
  await matchNew(
    hub.lake,
    {
      held: [base, ...updates.map(({ folder }) => folder)],
      heldContributions: news.held,
      contributionFolders: news.fresh,
      kept: await keptRows(hub.ledger),
      scope: { labels: scope.matching, records: false },
      folder: join(hub.layout.snapshots, `${published.id}+${updates.length + 1}`),
      mark: { contributions: news.names, through: news.through } satisfies Matched,
      tell: async (gone) => {
        told = await keepNewHits(hub, { gone, at });
      },
    },
    watch,
  );
  return told;
}

interface News {
  /** Folders of contributions that are held, and of those that are not. */
  readonly held: readonly string[];
  readonly fresh: readonly string[];
  /** The names of the fresh ones. */
  readonly names: string[];
  readonly through: number;
}

/** What is new, or undefined when nothing is, or when something that is held was changed or taken away. */
async function newSince(
  hub: Hub,
  published: Published,
  updates: readonly Update[],
): Promise<News | undefined> {
  const now = (await contributions(hub.ledger)).filter(
    (kept) => kept.setAside === null && isTakenIn(hub.layout, kept),
  );
  const current = new Map(now.map((kept) => [contributionFolderName(kept), kept]));
  for (const part of published.parts.contributions) {
    const kept = current.get(part.folder);
    if (kept === undefined || termsHash(kept.terms) !== part.terms) return undefined;
  }
  const matched = updates.flatMap(({ mark }) => mark.contributions);
  if (!matched.every((name) => current.has(name))) return undefined;
  const held = new Set([...published.parts.contributions.map(({ folder }) => folder), ...matched]);
  const names = [...current.keys()].filter((name) => !held.has(name)).sort();
  const before = Math.max(published.parts.judgements.through, ...updates.map(({ mark }) => mark.through));
  const made = (await judgements(hub.ledger)).slice(before);
  if (names.length === 0 && made.length === 0) return undefined;
  const folderOf = (name: string) => join(hub.layout.contributions, name);
  return {
    held: [...held].map(folderOf),
    fresh: names.map(folderOf),
    names,
    through: before + made.length,
  };
}

interface Update {
  readonly folder: string;
  readonly mark: Matched;
}

/** What came after a snapshot so far, in order; up to the first that is missing. */
async function updatesOf(hub: Hub, snapshot: string): Promise<readonly Update[]> {
  const names = new Set(await readdir(hub.layout.snapshots));
  const found: Update[] = [];
  for (let turn = 1; names.has(`${snapshot}+${turn}`); turn++) {
    const folder = join(hub.layout.snapshots, `${snapshot}+${turn}`);
    found.push({
      folder,
      mark: matchedSchema.parse(JSON.parse(await readFile(join(folder, 'matched.json'), 'utf8'))),
    });
  }
  return found;
}
