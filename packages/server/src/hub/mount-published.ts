import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mountSnapshot } from '@clew/engine/pipeline.ts';
import { type Published, publishedSnapshot } from '@clew/ledger/snapshots.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { keptRows } from './kept-rows.ts';
import type { Hub } from './open-hub.ts';

/** Makes the published snapshot readable in the lake, exactly as it was made. */
export async function mountPublished(hub: Hub): Promise<Published> {
  const published = await publishedSnapshot(hub.ledger);
  if (published === undefined) {
    throw new Refusal('no-snapshot', 'Nothing has been published yet.', 'Run: clew run');
  }
  const folder = join(hub.layout.snapshots, published.id);
  const contributionFolders = published.parts.contributions.map((part) =>
    join(hub.layout.contributions, part.folder),
  );
  if (![folder, ...contributionFolders].every((each) => existsSync(each))) {
    throw new Refusal(
      'no-snapshot',
      'Files of the published snapshot are missing.',
      'Nothing is lost: what was handed in is in the vault. Run: clew run --again',
    );
  }
  await mountSnapshot(hub.lake, { contributionFolders, kept: await keptRows(hub.ledger), folder });
  return published;
}
