// How well the detectors find what is planted in synthetic worlds: sizes and seeds in, a line for each world and the sums
// over all of a size out. CPU is that of the stage in which all detectors run.
// Run: npm run bench:detectors -- [--people N,N] [--seeds N]
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
import { writeWorld } from '../world/write-world.ts';
import { measureFacilitators } from './measure-facilitators.ts';
import { takeInWorld } from './take-in-world.ts';

interface Run {
  readonly score: Score;
  readonly cpuSeconds: number;
}

async function runWorld(people: number, seed: number): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'clew-detectors-'));
  const lake = await Lake.open({ folder: join(folder, 'work') });
  try {
    const world = join(folder, 'world');
    await writeWorld({ seed, people, folder: world });
    await takeInWorld(lake, { world, folder: join(folder, 'files') });
    await resolve(lake, { folder });
    await connect(lake, { folder });
    const before = process.cpuUsage();
    await detect(lake, { folder });
    const { user, system } = process.cpuUsage(before);
    return { score: await scoreRun(lake, { world }), cpuSeconds: (user + system) / 1e6 };
  } finally {
    lake.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const leads = [
  'facilitators',
  'circuits',
  'repayments',
  'series',
  'sharedDocuments',
  'breeders',
  'suppliers',
] as const;

/** Counts over all runs, so that each planted thing weighs the same. */
function cellsOf(runs: readonly Run[]): string[] {
  const sum = (of: (score: Score) => number) => runs.reduce((total, { score }) => total + of(score), 0);
  const f1 = (precision: number, recall: number) =>
    `${shown(precision)} / ${shown(recall)} / ${shown((2 * precision * recall) / (precision + recall))}`;
  const pairs = (count: 'true' | 'linked' | 'correct') => sum(({ campaigns }) => campaigns[count]);
  const traps = sum((score) => score.traps.reduce((all, trap) => all + trap.planted, 0));
  const fallenFor = sum((score) => score.traps.reduce((all, trap) => all + trap.reported, 0));
  return [
    f1(pairs('correct') / pairs('linked'), pairs('correct') / pairs('true')),
    ...leads.map((lead) => {
      const [planted, found] = [sum((score) => score[lead].planted), sum((score) => score[lead].found)];
      const [reported, correct] = [sum((score) => score[lead].reported), sum((score) => score[lead].correct)];
      return `${f1(correct / reported, found / planted)} (${found} of ${planted}, ${reported - correct} wrong)`;
    }),
    `${sum(({ facilitators }) => facilitators.byKind.reduce((all, { told }) => all + told, 0))} of ${sum(({ facilitators }) => facilitators.found)}`,
    `${fallenFor} of ${traps}`,
    `${(runs.reduce((total, run) => total + run.cpuSeconds, 0) / runs.length).toFixed(1)} s`,
  ];
}

function shown(share: number): string {
  return Number.isNaN(share) ? '–' : share.toFixed(3);
}

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2000,11600,40000' },
    seeds: { type: 'string', default: '5' },
    facilitators: { type: 'string' },
  },
});
if (values.facilitators !== undefined) {
  const [entities = 0, links = 0] = values.facilitators.split(',').map(Number);
  await measureFacilitators({ entities, links, seed: 1 });
  process.exit();
}
const heads = [
  'people',
  'seed',
  'adverts of one origin',
  ...leads,
  'services told rightly',
  'traps reported',
  'CPU',
];
console.log('Precision / recall / F1.');
console.log(`| ${heads.join(' | ')} |\n|${heads.map(() => '---|').join('')}`);
for (const people of values.people.split(',').map(Number)) {
  const runs: Run[] = [];
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    runs.push(await runWorld(people, seed));
    console.log(`| ${[people, seed, ...cellsOf(runs.slice(-1))].join(' | ')} |`);
  }
  console.log(`| ${[people, 'all', ...cellsOf(runs)].join(' | ')} |`);
}
