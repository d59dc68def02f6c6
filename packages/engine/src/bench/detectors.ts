// How well the detectors find what is planted in synthetic worlds: sizes and seeds in, for each size a line for each sort of
// lead out, over all seeds. CPU is that of the stage in which all detectors run.
// Run: npm run bench:detectors -- [--people N,N] [--seeds N] [--partner ID]
//      npm run bench:detectors -- --facilitators ENTITIES,LINKS: shared facilitators alone, on a graph made here
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { detect } from '../findings/detect.ts';
import { connect } from '../graph/connect.ts';
import { Lake } from '../lake/lake.ts';
import { resolve } from '../resolution/resolve.ts';
import { type Score, scoreRun } from '../world/score.ts';
import type { LeadScore } from '../world/score-leads.ts';
import { writeWorld } from '../world/write-world.ts';
import { cpuSeconds } from './cpu-seconds.ts';
import { measureFacilitators } from './measure-facilitators.ts';
import { takeInWorld } from './take-in-world.ts';

interface Run {
  readonly score: Score;
  readonly cpuSeconds: number;
}

async function runWorld(people: number, seed: number, only: string | undefined): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'clew-detectors-'));
  const lake = await Lake.open({ folder: join(folder, 'work') });
  try {
    const world = join(folder, 'world');
    await writeWorld({ seed, people, folder: world });
    await takeInWorld(lake, { world, folder: join(folder, 'files'), only });
    await resolve(lake, { folder });
    await connect(lake, { folder });
    const before = process.cpuUsage();
    await detect(lake, { folder });
    const took = cpuSeconds(before);
    return { score: await scoreRun(lake, { world }), cpuSeconds: took };
  } finally {
    lake.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Counts over all runs, so that each planted thing weighs the same: a line for each sort of lead. */
function linesOf(runs: readonly Run[]): string[] {
  const sum = (of: (score: Score) => number) => runs.reduce((total, { score }) => total + of(score), 0);
  const f1 = (precision: number, recall: number) =>
    `${shown(precision)} / ${shown(recall)} / ${shown((2 * precision * recall) / (precision + recall))}`;
  const pairs = (count: 'true' | 'linked' | 'correct') => sum(({ campaigns }) => campaigns[count]);
  const line = (title: string, of: (score: Score) => Counted) => {
    const [planted, found] = [sum((score) => of(score).planted), sum((score) => of(score).found)];
    const [reported, correct] = [sum((score) => of(score).reported), sum((score) => of(score).correct)];
    return `${title} | ${f1(correct / reported, found / planted)} | ${found} of ${planted} | ${reported - correct}`;
  };
  const { leads } = (runs[0] as Run).score;
  return [
    `Adverts of one origin, pairs | ${f1(pairs('correct') / pairs('linked'), pairs('correct') / pairs('true'))} | ${pairs('correct')} of ${pairs('true')} | ${pairs('linked') - pairs('correct')}`,
    line('Facilitators', ({ facilitators }) => facilitators),
    ...leads.map(({ id, title }) =>
      line(title, (score) => score.leads.find((lead) => lead.id === id) as Counted),
    ),
  ];
}

type Counted = Pick<LeadScore, 'planted' | 'found' | 'reported' | 'correct'>;

function sumsOf(runs: readonly Run[]): string {
  const sum = (of: (score: Score) => number) => runs.reduce((total, { score }) => total + of(score), 0);
  const services = sum(({ facilitators }) => facilitators.byKind.reduce((all, { told }) => all + told, 0));
  const found = sum(({ facilitators }) => facilitators.found);
  const cpu = runs.reduce((total, run) => total + run.cpuSeconds, 0) / runs.length;
  return `Traps reported: ${trapsOf(runs)}. Services told rightly: ${services} of ${found}. CPU of the stage: ${cpu.toFixed(1)} s.`;
}

/** All traps, and each kind of which one was reported. */
function trapsOf(runs: readonly Run[]): string {
  const kinds = new Map<string, { planted: number; reported: number }>();
  const all = { planted: 0, reported: 0 };
  for (const { kind, planted, reported } of runs.flatMap(({ score }) => score.traps)) {
    const own = kinds.get(kind) ?? { planted: 0, reported: 0 };
    kinds.set(kind, own);
    for (const count of [own, all]) {
      count.planted += planted;
      count.reported += reported;
    }
  }
  const reported = [...kinds].filter(([, count]) => count.reported > 0);
  const named = reported.map(([kind, count]) => `${kind} ${count.reported} of ${count.planted}`);
  return `${all.reported} of ${all.planted}${named.length === 0 ? '' : ` (${named.join(', ')})`}`;
}

function shown(share: number): string {
  return Number.isNaN(share) ? '–' : share.toFixed(3);
}

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2000,11600,40000' },
    seeds: { type: 'string', default: '5' },
    facilitators: { type: 'string' },
    partner: { type: 'string' },
  },
});
if (values.facilitators !== undefined) {
  const [entities = 0, links = 0] = values.facilitators.split(',').map(Number);
  await measureFacilitators({ entities, links, seed: 1 });
  process.exit();
}
for (const people of values.people.split(',').map(Number)) {
  const runs: Run[] = [];
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    runs.push(await runWorld(people, seed, values.partner));
    console.error(`${people} people, seed ${seed}. ${sumsOf(runs.slice(-1))}`);
    // So far, should it be stopped.
    for (const line of linesOf(runs)) console.error(`  ${line}`);
  }
  console.log(`\n### ${people} people, seeds 1 to ${values.seeds}\n`);
  console.log('| lead | precision / recall / F1 | found | reported wrongly |\n|---|---|---|---|');
  for (const line of linesOf(runs)) console.log(`| ${line} |`);
  console.log(`\n${sumsOf(runs)}`);
}
