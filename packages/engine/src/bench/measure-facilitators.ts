import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookWith } from '../findings/detect.ts';
import { sharedFacilitators } from '../findings/detectors/shared-facilitators.ts';
import { gatherInvolvement } from '../findings/involvement.ts';
import { writeNetworks } from '../findings/networks.ts';
import { linkTable } from '../graph/tables.ts';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { cpuSeconds } from './cpu-seconds.ts';
import { type GraphSize, generateGraph } from './generate-graph.ts';

/** Shared facilitators on a graph made here: CPU seconds of the networks that they need, and of the detector itself. */
export async function measureFacilitators(size: GraphSize): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'clew-graph-'));
  const lake = await Lake.open({ folder: join(folder, 'work') });
  try {
    const planted = await generateGraph(lake, size);
    const { links } = await lake.row<{ links: number }>(sql`select count(*) as links from ${linkTable}`);
    console.log(`${size.entities} entities, ${links} links, ${planted} facilitators planted`);
    const networks = await cpuOf(async () => {
      await gatherInvolvement(lake);
      return writeNetworks(lake, folder);
    });
    console.log(`networks: ${networks.seconds.toFixed(1)} CPU s, ${networks.result} found`);
    const detected = await cpuOf(() => lookWith(lake, [sharedFacilitators]));
    const { tested, proposals } = detected.result;
    const first = size.entities - planted;
    const mains = proposals.map(({ proposed }) => proposed.subjects[0]);
    const right = mains.filter((main) => main !== undefined && main >= first).length;
    console.log(
      `shared facilitators: ${detected.seconds.toFixed(1)} CPU s, ${tested} tested, ${proposals.length} found, ${right} of them planted`,
    );
    const peak = process.resourceUsage().maxRSS / 1024;
    console.log(
      `${Math.round(links / detected.seconds)} links per CPU s, ${peak.toFixed(0)} MB at the highest`,
    );
  } finally {
    lake.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function cpuOf<Result>(work: () => Promise<Result>): Promise<{ seconds: number; result: Result }> {
  const before = process.cpuUsage();
  const result = await work();
  return { seconds: cpuSeconds(before), result };
}
