// How long it takes from a new file to the hits that it makes. In: a synthetic world that is held, and how many rows are
// new. Out: a line for each of a few files: seconds to read it, to match it, and how many hits were told.
// npm run bench:updates -- --people 20000 --rows 1000 [--files 5] [--folder F: kept, and used again if a hub is there]

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from '../packages/engine/src/lake/sql.ts';
import { statementTable } from '../packages/engine/src/statements/tables.ts';
import { termsSchema } from '../packages/model/src/terms/terms.ts';
import { actorOf } from '../packages/server/src/access/actor.ts';
import type { Caller } from '../packages/server/src/access/caller.ts';
import { contributeFile } from '../packages/server/src/hub/contributions/contribute-file.ts';
import { createHub } from '../packages/server/src/hub/create-hub.ts';
import { matchHeld } from '../packages/server/src/hub/hits/match-held.ts';
import type { Hub } from '../packages/server/src/hub/hub.ts';
import { mountPublished } from '../packages/server/src/hub/mount-published.ts';
import { openHub } from '../packages/server/src/hub/open-hub.ts';
import { runHub } from '../packages/server/src/hub/run-hub.ts';
import { fillHub } from '../packages/server/src/prove/gate-cost/fill-hub.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '20000' },
    rows: { type: 'string', default: '1000' },
    files: { type: 'string', default: '5' },
    folder: { type: 'string' },
  },
});
const [people, rows, files] = [Number(values.people), Number(values.rows), Number(values.files)];
const key = 'ab'.repeat(32);
const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'clew-bench-updates-')));
const place = join(folder, 'hub');
try {
  if (!existsSync(place)) {
    await mkdir(folder, { recursive: true });
    const content = { clew: 1, title: 'Updates', profile: 'eu-europol' } as const;
    await createHub({ folder: place, content, hubKey: key, founder: 'founder' });
    const hub = await open();
    const world = join(folder, 'world');
    await fillHub(hub, await founder(hub), { world, people, tell: (line) => console.error(line) });
    await hub.close();
  }
  const hub = await open();
  const caller = await founder(hub);
  await runHub(hub, caller);
  const { subjects } = await sample(hub, rows * files);
  console.log(
    `${people.toLocaleString('en')} people held, files of ${rows} rows; ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
  );
  for (let file = 0; file < files; file++) {
    const lines = subjects.slice(file * rows, (file + 1) * rows);
    const started = performance.now();
    let read = 0;
    const { hits } = await contributeFile(hub, caller, {
      fileName: `new ${file}.csv`,
      content: bytes(`name,birth date,phone\n${lines.join('\n')}\n`),
      size: null,
      partner: { id: `bench-${file}`, title: `Bench ${file}`, country: 'nl', contact: 'desk' },
      terms: termsSchema.parse({ category: 'suspect', purposes: ['cross-check', 'strategic-analysis'] }),
      watch: {
        onTook: () => undefined,
        onProgress: ({ step }) => {
          if (step === 'resolve' && read === 0) read = performance.now() - started;
        },
      },
    });
    const all = (performance.now() - started) / 1000;
    const told = hits === null ? 'not matched' : `${hits.told} hits told, ${hits.withdrawn} withdrawn`;
    console.log(
      `file ${file + 1}: ${all.toFixed(2)} s, of which reading ${(read / 1000).toFixed(2)} s; ${told}`,
    );
  }
  await matchHeld(hub);
  await hub.close();
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
} finally {
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
}

function open(): Promise<Hub> {
  return openHub(place, {
    config: { hubKey: key, ledger: undefined, memory: undefined, threads: undefined },
  });
}

async function founder(hub: Hub): Promise<Caller> {
  const ground = { purpose: 'cross-check', project: null } as const;
  return { actor: await actorOf(hub.ledger, 'founder', 'terminal'), ground, request: 'bench' };
}

/** Rows on people who are held, every second one with another name, so that half of them are new. */
async function sample(hub: Hub, count: number): Promise<{ subjects: readonly string[] }> {
  return hub.alone(async () => {
    await mountPublished(hub);
    const found = await hub.lake.rows<{ name: string; birth: string | null; phone: string | null }>(sql`
      select max(original) filter (where property = 'name') as name,
        max(value) filter (where property = 'birthDate') as birth,
        max(value) filter (where property = 'phone') as phone
      from ${statementTable} where type = 'person' and property in ('name', 'birthDate', 'phone')
      group by subject having count(distinct property) > 1 and name is not null order by hash(subject) limit ${count}`);
    const clean = (text: string | null) => (text ?? '').replaceAll(/[",\n]/g, ' ');
    return {
      subjects: found.map(({ name, birth, phone }, index) =>
        index % 2 === 0
          ? `${clean(name)},${clean(birth)},${clean(phone)}`
          : `Qu${clean(name)}ow,${clean(birth)},`,
      ),
    };
  });
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
