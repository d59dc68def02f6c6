import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contributions } from '@clew/ledger/contributions.ts';
import { judgements } from '@clew/ledger/judgements.ts';
import { partners } from '@clew/ledger/partners.ts';
import { releases } from '@clew/ledger/releases.ts';
import { publishedSnapshot } from '@clew/ledger/snapshots.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import { contributionFolderName, isTakenIn } from '../contributions/contribution-folder.ts';
import type { Hub } from '../hub.ts';

/** What a hub holds and what is published, for who runs it. */
export type HubStatus = Awaited<ReturnType<typeof readStatus>>;

export async function readStatus(hub: Hub, caller: Caller) {
  await hub.gate.pass(caller, 'hub.status', wholeHub);
  const published = await publishedSnapshot(hub.ledger);
  const inSnapshot = new Set(published?.parts.contributions.map((part) => part.folder));
  const verdicts = (await judgements(hub.ledger)).length;
  const all = await contributions(hub.ledger);
  // Counts are for who runs the hub; what each is, for who may know of it.
  const kept = all.filter(({ id, partner }) =>
    hub.gate.allows(caller, 'contribution.list', { kind: 'contribution', id, owner: partner }),
  );
  return {
    title: hub.content.title,
    profile: hub.profile.id,
    partners: await partners(hub.ledger),
    held: all.length,
    lost: hub.lost.length,
    waiting: all.filter((each) => each.setAside === null && !inSnapshot.has(contributionFolderName(each)))
      .length,
    contributions: kept.map((each) => ({
      id: each.id,
      partner: each.partner,
      fileName: each.fileName,
      bytes: each.bytes,
      receivedAt: each.receivedAt,
      setAside: each.setAside,
      takenIn: isTakenIn(hub.layout, each),
      published: inSnapshot.has(contributionFolderName(each)),
    })),
    judgements: verdicts,
    releases: (await releases(hub.ledger)).length,
    snapshot:
      published === undefined
        ? null
        : {
            id: published.id,
            publishedAt: published.publishedAt,
            whole: existsSync(join(hub.layout.snapshots, published.id)),
          },
    judgementsSince: published === undefined ? 0 : verdicts - published.parts.judgements.through,
  };
}
