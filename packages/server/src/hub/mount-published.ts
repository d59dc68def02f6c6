import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mountSnapshot } from '@clew/engine/pipeline.ts';
import type { Published } from '@clew/ledger/snapshots.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { publishedOrRefuse } from '../access/view.ts';
import type { Hub } from './hub.ts';
import { keptRows } from './kept-rows.ts';

/** Makes the hub's own snapshot readable in the lake, exactly as it was made. For what leaves the hub, not for readers. */
export async function mountPublished(hub: Hub): Promise<Published> {
  const published = await publishedOrRefuse(hub);
  const { contributions, judgements } = published.parts;
  const folder = join(hub.layout.snapshots, published.id);
  const contributionFolders = contributions.map((part) => join(hub.layout.contributions, part.folder));
  if (![folder, ...contributionFolders].every((each) => existsSync(each))) {
    throw new Refusal(
      'no-snapshot',
      'Files of the published snapshot are missing.',
      'Nothing is lost: what was handed in is in the vault. Run: clew run --again',
    );
  }
  const labels = new Map(
    contributions.flatMap((part) =>
      part.labels.map((text) => [BigInt(`0x${text.slice(0, 16)}`), text.endsWith('+')] as const),
    ),
  );
  const scope = {
    labels: [...labels].map(([label, matchable]) => ({ label, matchable })),
    records: true,
  };
  const kept = await keptRows(hub.ledger, judgements.through);
  await mountSnapshot(hub.lake, { contributionFolders, kept, folder, scope });
  return published;
}
