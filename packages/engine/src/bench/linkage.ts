// How well and how fast the line links data whose truth is known: the files are received, stated with the proposed mapping,
// resolved and clustered as `clew link` does it, each data set in a process of its own, twice, to see that both runs
// decide the same to the byte. The worlds are taken in as partners hand them in, under their terms.
// Run: npm run bench:linkage -- [data folder] [data set ...] [--world N,N] [--once] [--profile] [--usual: nothing learnt]
//   [--folder F: keeps the worlds and what was read of them there, and uses what it finds]

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Weights } from '../resolution/usual-model.ts';
import { writeWorld } from '../world/write-world.ts';
import { agreementOf } from './agreement.ts';
import { dataSets, type GivenFile } from './data-sets.ts';
import { inFolder, type LinkRun, measureLinking, membersIn, writeGiven } from './measure-linking.ts';

/** Shares are null where there was nothing to agree on. */
interface Figures {
  readonly rows: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly b3: number | null;
}

const steps: readonly (readonly [string, readonly string[]])[] = [
  ['read', ['receive', 'state']],
  ['features', ['subjects', 'features']],
  ['block', ['block']],
  ['train', ['train']],
  ['score', ['score']],
  ['cluster', ['cluster']],
  ['write', ['write candidates', 'write clusters']],
];
const columns = ['rows', 'precision', 'recall', 'F1', 'B³ F1', 'CPU s', 'wall s'];
const header = ['data set', ...columns, ...steps.map(([title]) => title), 'peak MB', 'two runs'];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      world: { type: 'string', default: '20000' },
      once: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      usual: { type: 'boolean', default: false },
      folder: { type: 'string' },
    },
  });
  const [folder, ...wanted] = positionals;
  const { once, profile, usual, folder: kept } = values;
  const how: How = { once, profile, weights: usual ? 'usual' : 'learnt', kept };
  if (folder === undefined) {
    console.error('Which folder holds the data sets? npm run bench:linkage -- <data folder>');
    process.exitCode = 2;
    return;
  }
  console.log(`| ${header.join(' | ')} |\n|${header.map(() => '---|').join('')}`);
  for (const set of dataSets(folder)) {
    if (wanted.length > 0 && !wanted.includes(set.name)) continue;
    const files = set.load();
    if (files === undefined) console.log(`| ${set.name} | skipped: its files are not in ${folder} |`);
    else await measureFiles(set.name, files, how);
  }
  if (wanted.length === 0 || wanted.includes('world')) {
    for (const people of values.world.split(',').map(Number)) await measureWorld(people, how);
  }
  if (wanted.length === 0 || wanted.includes('name-bench')) measureNames(folder);
}

/** Names alone have a bench of their own, which says itself what it found. */
function measureNames(folder: string): void {
  const script = fileURLToPath(new URL('name-bench.ts', import.meta.url));
  if (!existsSync(script)) return;
  console.log('\nname-bench');
  spawnSync(process.execPath, [...process.execArgv, script, folder], { stdio: 'inherit' });
}

interface How {
  readonly once: boolean;
  readonly profile: boolean;
  readonly weights: Weights;
  /** The folder where worlds and what was read of them are kept. */
  readonly kept: string | undefined;
}

async function measureFiles(name: string, files: readonly GivenFile[], how: How): Promise<void> {
  await inFolder(async (folder) => {
    const given = await writeGiven(folder, files);
    const clusters = join(folder, 'clusters.csv');
    const { profile, weights } = how;
    const run = await measureLinking({ files: given, clusters, profile, weights });
    const members = await membersIn(clusters, files);
    const again = how.once ? undefined : await measureLinking({ files: given, clusters, weights });
    tell(name, { rows: members.length, ...agreementOf(members) }, run, again);
  });
}

async function measureWorld(people: number, how: How): Promise<void> {
  const { kept } = how;
  if (kept === undefined) await inFolder((folder) => measureWorldIn(folder, people, how));
  else await measureWorldIn(join(kept, String(people)), people, how, 'files');
}

/** With `files`, what is read is kept in the folder of that name. */
async function measureWorldIn(folder: string, people: number, how: How, files?: string): Promise<void> {
  const world = join(folder, 'world');
  if (!existsSync(join(world, 'manifest.json'))) await writeWorld({ seed: 1, people, folder: world });
  const { profile, weights } = how;
  const read = files === undefined ? undefined : join(folder, files);
  const run = await measureLinking({ world, read, profile, weights });
  const again = how.once ? undefined : await measureLinking({ world, read, weights });
  const [persons, firms] = run.scores.map(({ mentions, pairwise, bCubed }): Figures => {
    const { precision, recall, f1 } = pairwise;
    return { rows: mentions, precision, recall, f1, b3: bCubed.f1 };
  }) as [Figures, Figures];
  const title = `world of ${people.toLocaleString('en')}`;
  tell(title, persons, run, again);
  console.log(`| ${[`${title}, its firms`, ...agreementCells(firms)].join(' | ')} |`);
}

function agreementCells({ rows, precision, recall, f1, b3 }: Figures): readonly string[] {
  return [String(rows), ...[precision, recall, f1, b3].map((share) => share?.toFixed(4) ?? '–')];
}

function tell(name: string, figures: Figures, run: LinkRun, again: LinkRun | undefined): void {
  const taken = steps.map(([, names]) => names.reduce((sum, step) => sum + (run.steps[step] ?? 0), 0));
  const same = again === undefined ? 'once' : again.digest === run.digest ? 'equal' : 'DIFFERENT';
  const cells = [
    name,
    ...agreementCells(figures),
    run.used.cpuSeconds?.toFixed(1) ?? '–',
    ...[run.used.wallSeconds, ...taken].map((seconds) => seconds.toFixed(1)),
    run.used.peakMB?.toFixed(0) ?? '–',
    same,
  ];
  console.log(`| ${cells.join(' | ')} |`);
  if (run.statements.length > 0) {
    const cpu = Object.entries(run.cpu).map(([step, seconds]) => `${step} ${seconds.toFixed(1)}`);
    const peaks = Object.entries(run.peaks).map(([step, peak]) => `${step} ${peak.toFixed(0)}`);
    console.log(`CPU seconds by step: ${cpu.join(', ')}. Peak MB by step: ${peaks.join(', ')}.`);
    console.log('Statements with seconds and runs:');
  }
  for (const { sql, runs, seconds } of run.statements) {
    if (seconds >= 0.05)
      console.log(`${seconds.toFixed(2).padStart(8)} s ${String(runs).padStart(4)} x ${sql}`);
  }
}

await main();
