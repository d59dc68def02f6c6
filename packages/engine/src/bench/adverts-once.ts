// Finds the templates of generated texts once, in a process of its own, so that its memory is its own. In: how many texts, and
// a seed. Out, on standard output: one line of JSON.
// Run: node --import tsx adverts-once.ts 100000 1

import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTemplates } from '../findings/adverts/find-templates.ts';
import { cpuSeconds } from './cpu-seconds.ts';
import { type GeneratedAdverts, writeAdverts } from './generate-adverts.ts';
import { groupingAccuracy } from './grouping-accuracy.ts';

/** What a search took: neither generating the texts nor scoring is in it. */
export interface AdvertsOnce {
  readonly texts: number;
  /** Of all threads. */
  readonly cpuSeconds: number;
  /** By step, of all threads. */
  readonly steps: Readonly<Record<string, number>>;
  readonly wallSeconds: number;
  /** Resident memory at its highest, from the start of the process. */
  readonly peakMB: number;
  readonly accuracy: number;
  /** How many processes wanted a core in the minute before it began: time by the clock says little where it is high. */
  readonly load: number;
}

async function advertsOnce(given: GeneratedAdverts): Promise<AdvertsOnce> {
  const load = loadavg()[0] as number;
  const folder = await mkdtemp(join(tmpdir(), 'clew-adverts-'));
  try {
    const path = join(folder, 'posts.csv');
    const truth = await writeAdverts(path, given);
    const source = {
      fileName: 'posts.csv',
      bytes: (await stat(path)).size,
      open: () => createReadStream(path),
    };
    const steps: Record<string, number> = {};
    let [step, since] = ['', process.cpuUsage()];
    const turnTo = (next: string) => {
      if (next === step) return;
      if (step !== '') steps[step] = cpuSeconds(since);
      [step, since] = [next, process.cpuUsage()];
    };
    const [started, before] = [performance.now(), process.cpuUsage()];
    const onProgress = (progress: { readonly step: string }) => turnTo(progress.step);
    const { templateOf } = await findTemplates(source, { text: 'body' }, { onProgress });
    turnTo('');
    const measured = {
      ...{ texts: given.texts, cpuSeconds: cpuSeconds(before), steps },
      ...{ wallSeconds: (performance.now() - started) / 1000, peakMB: process.resourceUsage().maxRSS / 1024 },
    };
    // What belongs to nothing is a group by itself.
    const alone = (group: number, row: number) => (group < 0 ? -1 - row : group);
    return { ...measured, load, accuracy: groupingAccuracy(templateOf.map(alone), truth.map(alone)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [texts, seed] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(await advertsOnce({ texts: texts ?? 0, seed: seed ?? 1 })));
