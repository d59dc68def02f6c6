import { writeAnnualReport } from '@clew/engine/products/reports/annual/write-annual-report.ts';
import { addNotice } from '@clew/ledger/notices.ts';
import { findPartner } from '@clew/ledger/partners.ts';
import { addRelease, releaseId } from '@clew/ledger/releases.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';
import { mountPublished } from '../mount-published.ts';
import { noPartner } from '../results/record-result.ts';
import { annualFolder, annualTitle } from './annual-release.ts';

export interface AnnualReport {
  /** The id of the release. */
  readonly release: string;
  readonly year: number;
  readonly snapshot: string;
  /** Paths of the two files. */
  readonly html: string;
  readonly pdf: string;
}

export interface AnnualToWrite {
  readonly year: number;
  /** A folder outside of the hub; else it stays in the hub, where recipients fetch it. */
  readonly out?: string | undefined;
  readonly foreword?: string | undefined;
  /** Partners that it is released to. */
  readonly recipients?: readonly string[] | undefined;
}

/** Writes the annual report over the published snapshot and keeps that it left the hub, and over what. */
export async function writeAnnual(hub: Hub, caller: Caller, given: AnnualToWrite): Promise<AnnualReport> {
  await hub.gate.pass(caller, 'report.write', wholeHub);
  for (const recipient of given.recipients ?? []) {
    if ((await findPartner(hub.ledger, recipient)) === undefined) throw noPartner();
  }
  return hub.alone(() => writeAlone(hub, caller, given));
}

async function writeAlone(hub: Hub, caller: Caller, given: AnnualToWrite): Promise<AnnualReport> {
  const { year } = given;
  const { id: snapshot, parts } = await mountPublished(hub);
  const written = await writeAnnualReport(hub.lake, {
    year,
    hub: { title: hub.content.title },
    snapshot,
    folder: given.out ?? annualFolder(hub.layout, { year, snapshot }),
    ...(given.foreword === undefined ? {} : { foreword: given.foreword }),
  });
  const recipients = [...new Set(given.recipients ?? [])].sort();
  const at = new Date().toISOString();
  const release = {
    kind: 'annual',
    title: annualTitle(year),
    snapshot,
    contributions: parts.contributions.map(({ id }) => id),
    recipients,
    by: caller.actor.person,
    at,
  };
  const about = releaseId(release);
  await hub.ledger.transaction(async (database) => {
    await addRelease(database, release);
    for (const partner of recipients)
      await addNotice(database, { to: { partner }, kind: 'released', about, at });
  });
  return { release: about, year, snapshot, ...written };
}
