import { stat } from 'node:fs/promises';
import { annualReportFiles } from '@clew/engine/products/reports/annual/write-annual-report.ts';
import { type KeptRelease, releasesFor } from '@clew/ledger/releases.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';
import { annualFolder, yearOfAnnual } from '../reports/annual-release.ts';

/** A file of a report that was released. */
export interface ReportFile {
  /** Where it lies in the hub: made of what the ledger keeps, never of what was asked. */
  readonly path: string;
  readonly bytes: number;
  readonly year: number;
}

/** The file of a report, for those whom it was released to and those who run and oversee the hub. */
export async function readReport(
  hub: Hub,
  caller: Caller,
  asked: { readonly release: string; readonly format: 'html' | 'pdf' },
): Promise<ReportFile> {
  const { partner } = caller.actor;
  await hub.gate.pass(caller, 'release.list', partner === null ? wholeHub : { kind: 'partner', id: partner });
  const release = await findRelease(hub, asked.release);
  const mayRead = release !== undefined && (partner === null || release.recipients.includes(partner));
  const year = mayRead ? yearOfAnnual(release) : undefined;
  if (!mayRead || year === undefined || release.snapshot === null) throw noReport();
  const folder = annualFolder(hub.layout, { year, snapshot: release.snapshot });
  const path = annualReportFiles({ folder, year })[asked.format];
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw noReport();
    throw error;
  });
  return { path, bytes: found.size, year };
}

async function findRelease(hub: Hub, id: string): Promise<KeptRelease | undefined> {
  for (let after: number | undefined; ; ) {
    const { items, next } = await releasesFor(hub.ledger, { after, limit: 100 });
    const found = items.find((release) => release.id === id);
    if (found !== undefined || next === null) return found;
    after = next;
  }
}

function noReport(): Refusal {
  return new Refusal('not-found', 'There is no such report.', 'See clew releases.');
}
