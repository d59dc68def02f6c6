// How well templates of texts are found on data that nobody here wrote, and how fast on generated texts: folder of public
// data in, grouping accuracy (a line counts where its group has exactly the lines of its true template: Zhu and others,
// ICSE-SEIP 2019), recall of planted near-duplicates, rate and peak memory out. One setting for all.
// Run: npx tsx packages/engine/src/bench/adverts.ts <data folder> [--texts N] [--seed N]
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { findTemplates } from '../findings/adverts/find-templates.ts';
import { writeAdverts } from './generate-adverts.ts';

const systems = 'Android Apache BGL HDFS HPC Hadoop OpenSSH Spark Thunderbird Windows Zookeeper'.split(' ');

/** The group of each text: its template, or itself where it has none. */
async function groupsOf(texts: readonly string[]): Promise<number[]> {
  const csv = ['body', ...texts.map((text) => `"${text.replaceAll('"', '""')}"`)].join('\n');
  const bytes = Buffer.from(csv);
  const source = {
    fileName: 'texts.csv',
    bytes: bytes.length,
    async *open() {
      yield bytes;
    },
  };
  const mapping = { reader: 'csv', separator: ',', encoding: 'utf-8' } as const;
  const { templateOf } = await findTemplates(source, { text: 'body', mapping });
  return Array.from(templateOf, (place, row) => (place < 0 ? -1 - row : place));
}

/** The share of texts whose group has exactly the texts of their true group. */
function groupingAccuracy(found: readonly (number | string)[], truth: readonly (number | string)[]): number {
  const sizes = (groups: readonly (number | string)[]) => {
    const counts = new Map<number | string, number>();
    for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
    return counts;
  };
  const [ofFound, ofTruth] = [sizes(found), sizes(truth)];
  const both = sizes(found.map((group, at) => `${group}|${truth[at]}`));
  let right = 0;
  for (const [at, group] of found.entries()) {
    const shared = both.get(`${group}|${truth[at]}`);
    if (shared === ofFound.get(group) && shared === ofTruth.get(truth[at] as string)) right++;
  }
  return right / found.length;
}

async function scoreLines(folder: string): Promise<void> {
  const accuracies: number[] = [];
  for (const system of systems) {
    const path = join(folder, system, `${system}_2k.log_structured.csv`);
    const rows = parse(readFileSync(path, 'utf8'), { columns: true, bom: true }) as Record<string, string>[];
    const groups = await groupsOf(rows.map(({ Content }) => Content ?? ''));
    const accuracy = groupingAccuracy(
      groups,
      rows.map(({ EventId }) => EventId ?? ''),
    );
    accuracies.push(accuracy);
    console.log(`${system.padEnd(28)} ${accuracy.toFixed(4)}`);
  }
  const mean = accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / accuracies.length;
  console.log(`${'mean grouping accuracy'.padEnd(28)} ${mean.toFixed(4)}  (Brain .983, Drain .865)`);
}

async function scoreArticles(folder: string): Promise<void> {
  for (const size of [100, 1000, 2500]) {
    const lines = linesOf(join(folder, `articles_${size}.train`));
    const groups = await groupsOf(lines.map((line) => line.slice(line.indexOf(' ') + 1)));
    const groupOf = new Map(lines.map((line, at) => [line.slice(0, line.indexOf(' ')), groups[at]]));
    const pairs = linesOf(join(folder, `articles_${size}.truth`)).map((line) => line.split(' '));
    const found = pairs.filter(([a, b]) => groupOf.get(a as string) === groupOf.get(b as string)).length;
    const joined = groups.length - new Set(groups).size;
    console.log(`${`near-duplicates in ${size}`.padEnd(28)} ${found} of ${pairs.length}, ${joined} joined`);
  }
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The seven texts of InfoShield: rows 1 to 4 have one template, 5 and 6 another, 7 has none. */
async function scoreSample(path: string): Promise<void> {
  const rows = parse(readFileSync(path, 'utf8'), { columns: true, bom: true }) as Record<string, string>[];
  const groups = await groupsOf(rows.map(({ text }) => text ?? ''));
  const accuracy = groupingAccuracy(groups, ['a', 'a', 'a', 'a', 'b', 'b', 'none']);
  console.log(`${'InfoShield sample'.padEnd(28)} ${accuracy.toFixed(4)}`);
}

/** Speed and grouping on generated texts, and the highest resident memory of this process. */
async function measure(texts: number, seed: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'clew-adverts-'));
  try {
    const path = join(folder, 'posts.csv');
    const truth = await writeAdverts(path, { texts, seed });
    const source = {
      fileName: 'posts.csv',
      bytes: (await stat(path)).size,
      open: () => createReadStream(path),
    };
    const steps = new Map<string, number>();
    let [step, since] = ['', process.cpuUsage()];
    const turnTo = (next: string) => {
      if (next === step) return;
      const { user, system } = process.cpuUsage(since);
      if (step !== '') steps.set(step, (user + system) / 1e6);
      [step, since] = [next, process.cpuUsage()];
    };
    const [started, before] = [performance.now(), process.cpuUsage()];
    const onProgress = (progress: { readonly step: string }) => turnTo(progress.step);
    const { templateOf } = await findTemplates(source, { text: 'body' }, { onProgress });
    turnTo('end');
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(before);
    const groups = Array.from(templateOf, (place, row) => (place < 0 ? `n${row}` : place));
    const accuracy = groupingAccuracy(
      groups,
      Array.from(truth, (campaign, row) => (campaign < 0 ? `n${row}` : campaign)),
    );
    const cpu = (user + system) / 1e6;
    const peak = process.resourceUsage().maxRSS / 1024;
    const parts = [...steps].map(([name, took]) => `${name} ${took.toFixed(1)}`).join(', ');
    console.log(
      `${`${texts} generated texts`.padEnd(28)} ${Math.round(texts / seconds)}/s, ${seconds.toFixed(1)} s, CPU ${cpu.toFixed(1)} s (${parts}), peak ${Math.round(peak)} MB, grouping accuracy ${accuracy.toFixed(4)}`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Which folder holds the data? npx tsx packages/engine/src/bench/adverts.ts <data folder>');
  process.exit(2);
}
const numberAfter = (option: string, otherwise: number) =>
  options.includes(option) ? Number(options[options.indexOf(option) + 1]) : otherwise;
const data = join(folder, 'adverts');
if (existsSync(data)) {
  await scoreLines(join(data, 'templated-lines'));
  await scoreArticles(join(data, 'near-duplicate-articles'));
  await scoreSample(join(data, 'infoshield-sample', 'sample_input.csv'));
} else console.log(`Skipped: there is no adverts folder in ${folder}.`);
await measure(numberAfter('--texts', 100_000), numberAfter('--seed', 1));
