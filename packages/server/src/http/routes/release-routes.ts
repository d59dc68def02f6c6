import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { listReleases, readReport, reportFormats, writeAnnualReport } from '@clew/model/contract/releases.ts';
import { listReleases as releasesOf } from '../../hub/releases/list-releases.ts';
import { readReport as reportOf } from '../../hub/releases/read-report.ts';
import { writeAnnual } from '../../hub/reports/write-annual.ts';
import { type Wired, wire } from '../asked.ts';

export const releaseRoutes: readonly Wired[] = [
  wire(listReleases, async ({ hub, caller, page }) => {
    const { limit, after, next } = page();
    const found = await releasesOf(hub, caller, { limit, after: after === null ? undefined : Number(after) });
    return { items: found.items, next: next(found.next === null ? null : String(found.next)) };
  }),
  wire(writeAnnualReport, async ({ hub, caller, body }) => {
    const { release, year, snapshot } = await writeAnnual(hub, caller, body);
    return { release, year, snapshot };
  }),
  wire(readReport, async ({ hub, caller, parameters }) => {
    const { path, bytes, year } = await reportOf(hub, caller, parameters);
    const { format } = parameters;
    return {
      type: reportFormats[format],
      fileName: `annual-report-${year}.${format}`,
      bytes,
      content: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
    };
  }),
];
