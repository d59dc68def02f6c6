import { join } from 'node:path';
import { writeAnnualReport } from '@clew/engine/products/reports/annual/write-annual-report.ts';
import { addRelease } from '@clew/ledger/releases.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';
import { mountPublished } from '../mount-published.ts';

export interface AnnualReport {
  readonly year: number;
  readonly snapshot: string;
  /** Paths of the two files. */
  readonly html: string;
  readonly pdf: string;
}

/** Writes the annual report over the published snapshot and keeps that it left the hub, and over what. */
export async function writeAnnual(
  hub: Hub,
  caller: Caller,
  given: { readonly year: number; readonly out?: string | undefined; readonly foreword?: string | undefined },
): Promise<AnnualReport> {
  await hub.gate.pass(caller, 'report.write', wholeHub);
  return hub.alone(() => writeAlone(hub, caller, given));
}

async function writeAlone(
  hub: Hub,
  caller: Caller,
  given: Parameters<typeof writeAnnual>[2],
): Promise<AnnualReport> {
  const { year } = given;
  const { id: snapshot, parts } = await mountPublished(hub);
  const written = await writeAnnualReport(hub.lake, {
    year,
    hub: { title: hub.content.title },
    snapshot,
    folder: given.out ?? join(hub.layout.reports, `${year}-${snapshot}`),
    ...(given.foreword === undefined ? {} : { foreword: given.foreword }),
  });
  await hub.ledger.transaction((database) =>
    addRelease(database, {
      kind: 'annual',
      title: `Annual report ${year}`,
      snapshot,
      contributions: parts.contributions.map(({ id }) => id),
      recipients: [],
      by: caller.actor.person,
      at: new Date().toISOString(),
    }),
  );
  return { year, snapshot, ...written };
}
