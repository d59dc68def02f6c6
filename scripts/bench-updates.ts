// How long it takes from a new file to the hits that it makes. In: a synthetic world that is held, and how many rows are
// new. Out: a line for each of a few files: seconds to read it, to match it, and how many hits were told. With --profile,
// what the statements of all but the first file took, the dearest first. Then the two persons with the most hits are
// judged to be one, and that is taken back: how long it takes from the judgement to the hits.
// npm run bench:updates -- --people 20000 --rows 1000 [--files 5] [--profile] [--folder F: kept, and used again if a hub is there]

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cpuSeconds } from '../packages/engine/src/bench/cpu-seconds.ts';
import { profileStatements, type StatementTime } from '../packages/engine/src/bench/profile-statements.ts';
import { sql } from '../packages/engine/src/lake/sql.ts';
import { notificationTable } from '../packages/engine/src/products/tables.ts';
import { clusterTable } from '../packages/engine/src/resolution/tables.ts';
import { statementTable } from '../packages/engine/src/statements/tables.ts';
import { publishedSnapshot } from '../packages/ledger/src/snapshots.ts';
import { termsSchema } from '../packages/model/src/terms/terms.ts';
import { contributeFile } from '../packages/server/src/hub/contributions/contribute-file.ts';
import { createHub } from '../packages/server/src/hub/create-hub.ts';
import type { Hub } from '../packages/server/src/hub/hub.ts';
import { mountPublished } from '../packages/server/src/hub/mount-published.ts';
import { runHub } from '../packages/server/src/hub/run-hub.ts';
import { fillHub } from '../packages/server/src/prove/gate-cost/fill-hub.ts';
import { benchKey, founderOf, judgeThere, openBench } from './bench-hub.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '20000' },
    rows: { type: 'string', default: '1000' },
    files: { type: 'string', default: '5' },
    folder: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
});
const [people, rows, files] = [Number(values.people), Number(values.rows), Number(values.files)];
/** Statements that a profile tells of. */
const mostShown = 60;
const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'clew-bench-updates-')));
const place = join(folder, 'hub');
try {
  if (!existsSync(place)) {
    await mkdir(folder, { recursive: true });
    const content = { clew: 1, title: 'Updates', profile: 'eu-europol' } as const;
    await createHub({ folder: place, content, hubKey: benchKey, founder: 'founder' });
    const hub = await openBench(place);
    const world = join(folder, 'world');
    await fillHub(hub, await founderOf(hub), { world, people, tell: (line) => console.error(line) });
    await hub.close();
  }
  const hub = await openBench(place);
  const caller = await founderOf(hub);
  if ((await publishedSnapshot(hub.ledger)) === undefined) await runHub(hub, caller);
  const { subjects } = await sample(hub, rows * files);
  console.log(
    `${people.toLocaleString('en')} people held, files of ${rows} rows; ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
  );
  let times: ReadonlyMap<string, StatementTime> = new Map();
  for (let file = 0; file < files; file++) {
    // The first file pays for what a process does once.
    if (values.profile && file === 1) times = profileStatements(hub.lake);
    const lines = subjects.slice(file * rows, (file + 1) * rows);
    const started = performance.now();
    const before = cpuSeconds();
    let read = 0;
    let readCpu = 0;
    const { hits } = await contributeFile(hub, caller, {
      fileName: `new ${file}.csv`,
      content: bytes(`name,birth date,phone\n${lines.join('\n')}\n`),
      size: null,
      partner: { id: `bench-${file}`, title: `Bench ${file}`, country: 'nl', contact: 'desk' },
      terms: termsSchema.parse({ category: 'suspect', purposes: ['cross-check', 'strategic-analysis'] }),
      watch: {
        onTook: () => undefined,
        onProgress: ({ step }) => {
          if (step !== 'resolve' || read > 0) return;
          read = (performance.now() - started) / 1000;
          readCpu = cpuSeconds() - before;
        },
      },
    });
    const all = (performance.now() - started) / 1000;
    const cpu = cpuSeconds() - before;
    const told = hits === null ? 'not matched' : `${hits.told} hits told, ${hits.withdrawn} withdrawn`;
    console.log(
      `file ${file + 1}: ${cpu.toFixed(2)} CPU s, of which before matching ${readCpu.toFixed(2)}; by the clock ${all.toFixed(2)} s, before matching ${read.toFixed(2)} s; ${told}`,
    );
  }
  if (values.profile) {
    const all = [...times.values()];
    const sum = (of: (one: StatementTime) => number) => all.reduce((total, one) => total + of(one), 0);
    console.log(
      `${sum(({ runs }) => runs)} statements of ${files - 1} files: ${sum(({ cpu }) => cpu).toFixed(2)} CPU s`,
    );
  }
  for (const { sql: text, runs, seconds, cpu } of [...times.values()]
    .sort((a, b) => b.cpu - a.cpu)
    .slice(0, mostShown))
    console.log(`${cpu.toFixed(3)} CPU s, ${seconds.toFixed(3)} s, ${runs} runs: ${text.slice(0, 300)}`);
  const [a, b] = await largest(hub);
  console.log(`two of ${a.records} and ${b.records} records, ${a.hits} and ${b.hits} hits`);
  const pair = { type: 'person', a: a.subject, b: b.subject };
  for (const line of await judgeThere(hub, pair)) console.log(line);
  await hub.close();
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
} finally {
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
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

/** A record of each of the two persons with the most hits. */
async function largest(hub: Hub): Promise<[Largest, Largest]> {
  return hub.alone(async () => {
    await mountPublished(hub);
    const found = await hub.lake.rows<Largest>(sql`
      select entity as subject, count(*) as hits,
        (select count(*) from ${clusterTable} c where c.entity = n.entity) as records
      from ${notificationTable} n where type = 'person' group by entity order by hits desc, entity limit 2`);
    return found as [Largest, Largest];
  });
}

interface Largest {
  readonly subject: bigint;
  readonly hits: number;
  readonly records: number;
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
