// Links what a job names, once, in a process of its own, so that its memory is its own. In: the path of a job file (JSON).
// Out, on standard output: a line of JSON when the clusters are written, which ends what is measured; then, when its
// input has ended, a line with a
// digest of all that was decided and a world's score; with `profile`, a line for each statement that took long. What a
// step took is then told on standard error as soon as it is done: a large world takes hours.
// Run: node --import tsx link-once.ts job.json

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Took, Watch } from '@clew/model/progress.ts';
import { sampleFile } from '../contribution/sample.ts';
import { Lake } from '../lake/lake.ts';
import { parquetFiles, tableFolder } from '../lake/store.ts';
import { type FileToLink, linkedRows, linkFiles } from '../link-files.ts';
import { type Resolved, resolve } from '../resolution/resolve.ts';
import { resolutionTables } from '../resolution/tables.ts';
import { type Weights, weightsAsked } from '../resolution/usual-model.ts';
import { proposeMapping } from '../statements/propose-mapping.ts';
import { type IdentityScore, scoreIdentitiesOf } from '../world/score.ts';
import { cpuSeconds } from './cpu-seconds.ts';
import { peakSince } from './peak-memory.ts';
import { profileStatements, type StatementTime } from './profile-statements.ts';
import { sourceAt, takeInWorld } from './take-in-world.ts';

/** What to link: files of one owner, or the folder of a world, whose partners hand in theirs. */
export interface LinkJob {
  readonly files?: readonly { readonly path: string; readonly country: string | null }[];
  readonly world?: string;
  /** Where what was read of the world is kept and found again; without it, under `folder`. */
  readonly read?: string | undefined;
  /** Empty; working tables go here. */
  readonly folder: string;
  /** Where `file,row,entity` goes, with the file's place in `files`. */
  readonly clusters?: string;
  readonly profile?: boolean;
  /** Learnt unless told. */
  readonly weights?: Weights | undefined;
}

/** The first line. */
export interface LinkedOnce {
  readonly resolved: Resolved;
  /** Seconds by step. */
  readonly steps: Readonly<Record<string, number>>;
  /** Seconds of all cores by step, with what lies between it and the one before. */
  readonly cpu: Readonly<Record<string, number>>;
  /** With `profile`: MB of memory at its highest, by step, as `cpu`. */
  readonly peaks: Readonly<Record<string, number>>;
}

/** The second line. */
export interface LinkDigest {
  /** SHA-256 of the bytes of candidates, clusters, model and blocking. */
  readonly digest: string;
  /** Of a world: its people and its firms. */
  readonly scores: readonly IdentityScore[];
}

/** Of which types of a world it is told how well they were linked, in this order. */
const scored = ['person', 'organization'];

async function linkOnce(job: LinkJob): Promise<void> {
  const lake = await Lake.open({ folder: join(job.folder, 'work') });
  const steps: Record<string, number> = {};
  const cpu: Record<string, number> = {};
  const peaks: Record<string, number> = {};
  let before = 0;
  const onTook = ({ step, seconds }: Took) => {
    const now = cpuSeconds();
    steps[step] = (steps[step] ?? 0) + seconds;
    cpu[step] = (cpu[step] ?? 0) + now - before;
    if (job.profile) {
      const peak = peakSince() ?? 0;
      peaks[step] = Math.max(peaks[step] ?? 0, peak);
      process.stderr.write(`${step}: ${(now - before).toFixed(1)} CPU s, ${peak.toFixed(0)} MB\n`);
    }
    before = now;
  };
  const watch: Watch = { onTook };
  const times = job.profile ? profileStatements(lake) : new Map<string, StatementTime>();
  try {
    const given = { lake, watch };
    const resolved = job.world === undefined ? await linkGiven(given, job) : await linkWorld(given, job);
    if (job.clusters !== undefined) await writeClusters(lake, job.clusters);
    tell({ resolved, steps, cpu, peaks } satisfies LinkedOnce);
    for await (const _ of process.stdin);
    const scores: IdentityScore[] = [];
    for (const type of job.world === undefined ? [] : scored)
      scores.push(await scoreIdentitiesOf(lake, job.world ?? '', type));
    tell({ digest: await digestOf(job.folder), scores } satisfies LinkDigest);
    const slowest = [...times.values()].sort((one, other) => other.cpu - one.cpu);
    for (const time of slowest.slice(0, 40)) tell(time);
  } finally {
    lake.close();
  }
}

interface Given {
  readonly lake: Lake;
  readonly watch: Watch;
}

async function linkGiven({ lake, watch }: Given, job: LinkJob): Promise<Resolved> {
  const files: FileToLink[] = [];
  for (const [index, { path, country }] of (job.files ?? []).entries()) {
    const source = await sourceAt(path);
    const { mapping } = proposeMapping(await sampleFile(source), { country: country ?? undefined });
    files.push({ ...source, name: String(index), mapping });
  }
  return linkFiles(lake, { files, folder: job.folder, weights: job.weights }, watch);
}

async function linkWorld({ lake, watch }: Given, job: LinkJob): Promise<Resolved> {
  await takeInWorld(lake, { world: job.world ?? '', folder: job.read ?? join(job.folder, 'files') }, watch);
  return resolve(lake, { folder: job.folder, ...weightsAsked(job.weights) }, watch);
}

async function writeClusters(lake: Lake, path: string): Promise<void> {
  const out = createWriteStream(path);
  let lines = '';
  for await (const { file, row, entity } of linkedRows(lake)) {
    lines += `${file},${row},${entity}\n`;
    if (lines.length < 65_536) continue;
    if (!out.write(lines)) await once(out, 'drain');
    lines = '';
  }
  out.end(lines);
  await once(out, 'finish');
}

async function digestOf(folder: string): Promise<string> {
  const digest = createHash('sha256');
  for (const table of resolutionTables) {
    for (const file of await parquetFiles(tableFolder(folder, table))) {
      for await (const piece of createReadStream(file)) digest.update(piece);
    }
  }
  return digest.digest('hex');
}

function tell(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

await linkOnce(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as LinkJob);
