// How long it takes to merge two entities with very many links each, and to part them again, from the judgement to the
// hits told. In: how many links they have together. Out: a line for each. Two partners hand in the staff of one firm each,
// half of the people; the firms are judged to be one, and that is taken back, a few times.
// npm run bench:merge -- [--links 78000] [--times 3] [--folder F: kept, and used again if a hub is there]

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { linkTable } from '../packages/engine/src/graph/tables.ts';
import { sql } from '../packages/engine/src/lake/sql.ts';
import { clusterTable } from '../packages/engine/src/resolution/tables.ts';
import { mappingSchema } from '../packages/model/src/mapping.ts';
import { termsSchema } from '../packages/model/src/terms/terms.ts';
import type { Caller } from '../packages/server/src/access/caller.ts';
import { contributeFile } from '../packages/server/src/hub/contributions/contribute-file.ts';
import { createHub } from '../packages/server/src/hub/create-hub.ts';
import type { Hub } from '../packages/server/src/hub/hub.ts';
import { mountPublished } from '../packages/server/src/hub/mount-published.ts';
import { runHub } from '../packages/server/src/hub/run-hub.ts';
import { benchKey, founderOf, judgeThere, openBench } from './bench-hub.ts';
import { bornOf, nameOf } from './bench-people.ts';

const { values } = parseArgs({
  options: {
    links: { type: 'string', default: '78000' },
    times: { type: 'string', default: '3' },
    folder: { type: 'string' },
  },
});
const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'clew-bench-merge-')));
const place = join(folder, 'hub');
const firms = ['Harvest Hands Ltd', 'Field Force Services GmbH'] as const;
try {
  const isThere = existsSync(place);
  if (!isThere) {
    await mkdir(folder, { recursive: true });
    const content = { clew: 1, title: 'Merging', profile: 'eu-europol' } as const;
    await createHub({ folder: place, content, hubKey: benchKey, founder: 'founder' });
  }
  const hub = await openBench(place);
  if (!isThere) {
    const caller = await founderOf(hub);
    for (const side of firms.keys()) await handIn(hub, caller, side);
    await runHub(hub, caller);
  }
  const [a, b] = await largest(hub);
  console.log(
    `two firms with ${a.links} and ${b.links} links; ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
  );
  for (let time = 0; time < Number(values.times); time++) {
    const pair = { type: 'organization', a: a.entity, b: b.entity };
    for (const line of await judgeThere(hub, pair)) console.log(line);
  }
  await hub.close();
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
} finally {
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
}

/** Half of the people, all of one firm. */
async function handIn(hub: Hub, caller: Caller, side: number): Promise<void> {
  await contributeFile(hub, caller, {
    fileName: `staff ${side}.csv`,
    content: staff(side),
    size: null,
    partner: { id: `inspectors-${side}`, title: `Inspectors ${side}`, country: 'nl', contact: 'desk' },
    terms: termsSchema.parse({ category: 'suspect', purposes: ['cross-check', 'strategic-analysis'] }),
    mapping: mappingSchema.parse({
      clew: 1,
      reader: 'csv',
      encoding: 'utf-8',
      separator: ',',
      subjects: {
        person: {
          type: 'person',
          properties: {
            name: { columns: ['name'] },
            birthDate: { columns: ['born'] },
            employer: { ref: 'firm' },
          },
        },
        firm: { type: 'organization', key: ['firm'], properties: { name: { columns: ['firm'] } } },
      },
    }),
    watch: {},
  });
}

async function* staff(side: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from('name,born,firm\n');
  for (let at = side; at < Number(values.links); at += firms.length) {
    yield Buffer.from(`${nameOf(at)},${bornOf(at)},${firms[side]}\n`);
  }
}

interface Linked {
  readonly entity: bigint;
  readonly links: number;
}

/** The two firms. */
async function largest(hub: Hub): Promise<[Linked, Linked]> {
  return hub.alone(async () => {
    await mountPublished(hub);
    const found = await hub.lake.rows<Linked>(sql`
      select target as entity, count(*)::integer as links from ${linkTable}
      where target in (select entity from ${clusterTable} where type = 'organization')
      group by target order by links desc, target limit 2`);
    return found as [Linked, Linked];
  });
}
