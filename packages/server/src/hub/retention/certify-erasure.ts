import { appendAudit } from '@clew/ledger/audit/chain.ts';
import type { Database } from '@clew/ledger/database.ts';
import {
  addErasureCertificate,
  contributionHeader,
  type Erasure,
  type ErasureCertificate,
  erasureCertificates,
  releasesOver,
  toldOf,
} from '@clew/ledger/erasures.ts';
import { withdrawHitsOf } from '@clew/ledger/hits.ts';
import { addNotice } from '@clew/ledger/notices.ts';
import { partners } from '@clew/ledger/partners.ts';
import { tellWithdrawn } from '../hits/tell-hits.ts';
import type { Hub } from '../hub.ts';
import { hubEntry } from './hub-entry.ts';

/**
 * The last step of an erasure, in one transaction: hits and consents withdrawn, everybody told who got something of
 * it, the certificate kept. What is said outside is told by ids that the one who is told knows: a hit's, the snapshot
 * that a report names.
 */
export async function certifyErasure(hub: Hub, order: Erasure): Promise<ErasureCertificate> {
  const at = new Date().toISOString();
  return hub.ledger.transaction(async (database) => {
    const earlier = (await erasureCertificates(database)).find(
      ({ contribution }) => contribution === order.contribution,
    );
    if (earlier !== undefined) return earlier;
    const certificate = await certificateOf(database, order, at);
    await tellWithdrawn(database, await withdrawHitsOf(database, order.contribution, at), at);
    await tellEverybody(database, certificate);
    await addErasureCertificate(database, certificate);
    const what = `contribution ${order.contribution}`;
    await appendAudit(database, hubEntry({ at, action: 'contribution.erase', what }));
    return certificate;
  });
}

async function certificateOf(database: Database, order: Erasure, at: string): Promise<ErasureCertificate> {
  const header = await contributionHeader(database, order.contribution);
  if (header === undefined) throw new Error(`There is no contribution ${order.contribution}`);
  const releases = await releasesOver(database, order.contribution);
  const told = await toldOf(database, order.contribution);
  const known = new Set((await partners(database)).map(({ id }) => id));
  const recipients = unique([
    ...releases.flatMap((release) => release.recipients),
    ...told.map(({ partner }) => partner),
  ]);
  return {
    clew: 1,
    contribution: order.contribution,
    owner: header.partner,
    receivedAt: header.receivedAt,
    bytes: header.bytes,
    sha256: header.sha256,
    ground: order.ground,
    law: order.law,
    reason: order.reason,
    orderedBy: order.by,
    orderedAt: order.at,
    completedAt: at,
    keyDestroyed: true,
    removed: order.inventory,
    releases,
    told,
    noticesTo: unique([header.partner, ...recipients.filter((each) => known.has(each))]),
    tellOutside: recipients.filter((each) => !known.has(each)),
  };
}

async function tellEverybody(database: Database, certificate: ErasureCertificate): Promise<void> {
  const { contribution, owner, completedAt: at, noticesTo } = certificate;
  for (const to of [{ partner: owner }, { role: 'data-protection-officer' } as const]) {
    await addNotice(database, { to, kind: 'erased', about: contribution, at });
  }
  if (certificate.tellOutside.length > 0) {
    const to = { role: 'data-protection-officer' } as const;
    await addNotice(database, { to, kind: 'erased-tell-outside', about: contribution, at });
  }
  const others = new Set(noticesTo.filter((partner) => partner !== owner));
  const owed = [
    ...certificate.told.map(({ partner, hit }) => ({ partner, about: hit })),
    ...certificate.releases.flatMap(({ recipients, snapshot }) =>
      recipients.map((partner) => ({ partner, about: snapshot ?? 'a product' })),
    ),
  ];
  for (const { partner, about } of owed) {
    if (!others.has(partner)) continue;
    await addNotice(database, { to: { partner }, kind: 'erased-onward', about, at });
  }
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
