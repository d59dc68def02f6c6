// How well templates of texts are found on data that nobody here wrote, and how fast on generated texts: folder of public
// data in, grouping accuracy (a line counts where its group has exactly the lines of its true template: Zhu and others,
// ICSE-SEIP 2019), recall of planted near-duplicates, rate and peak memory out. One setting for all.
// Run: npx tsx packages/engine/src/bench/adverts.ts <data folder> [--texts N] [--seed N] [--curve]
// With --curve only generated texts: 10,000 to 4 million, drawn as docs/images/texts-growth.svg.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { findTemplates } from '../findings/adverts/find-templates.ts';
import type { AdvertsOnce } from './adverts-once.ts';
import { bundled } from './bundled.ts';
import { groupingAccuracy } from './grouping-accuracy.ts';
import { growthChart, infoShieldRate } from './growth-chart.ts';

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

/** Speed and grouping on generated texts, each size in a process of its own from a bundle, as an installed Clew runs. */
async function measure(sizes: readonly number[], seed: number): Promise<AdvertsOnce[]> {
  const script = await bundled(new URL('adverts-once.ts', import.meta.url));
  const all: AdvertsOnce[] = [];
  console.log('texts      CPU s  wall s  texts/s  x InfoShield  peak MB  accuracy  load  CPU s by step');
  for (const texts of sizes) {
    const { stdout } = await promisify(execFile)(process.execPath, [script, `${texts}`, `${seed}`]);
    const once: AdvertsOnce = JSON.parse(stdout);
    all.push(once);
    console.log(rowOf(once));
  }
  return all;
}

function rowOf({ texts, cpuSeconds, wallSeconds, peakMB, accuracy, load, steps }: AdvertsOnce): string {
  const rate = texts / wallSeconds;
  const parts = Object.entries(steps).map(([name, took]) => `${name} ${took.toFixed(1)}`);
  return [
    `${texts}`.padEnd(9),
    cpuSeconds.toFixed(1).padStart(6),
    wallSeconds.toFixed(1).padStart(7),
    `${Math.round(rate)}`.padStart(8),
    `${Math.round(rate / infoShieldRate)}`.padStart(13),
    `${Math.round(peakMB)}`.padStart(8),
    accuracy.toFixed(4).padStart(9),
    load.toFixed(1).padStart(5),
    ` ${parts.join(', ')}`,
  ].join(' ');
}

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Which folder holds the data? npx tsx packages/engine/src/bench/adverts.ts <data folder>');
  process.exit(2);
}
const numberAfter = (option: string, otherwise: number) =>
  options.includes(option) ? Number(options[options.indexOf(option) + 1]) : otherwise;
const seed = numberAfter('--seed', 1);
if (options.includes('--curve')) {
  const measured = await measure([10_000, 100_000, 1_000_000, 4_000_000], seed);
  const drawn = new URL('../../../../docs/images/texts-growth.svg', import.meta.url);
  await writeFile(drawn, `${growthChart(measured).svg}\n`);
  console.log(`Drawn: ${fileURLToPath(drawn)}`);
} else {
  const data = join(folder, 'adverts');
  if (existsSync(data)) {
    await scoreLines(join(data, 'templated-lines'));
    await scoreArticles(join(data, 'near-duplicate-articles'));
    await scoreSample(join(data, 'infoshield-sample', 'sample_input.csv'));
  } else console.log(`Skipped: there is no adverts folder in ${folder}.`);
  await measure([numberAfter('--texts', 100_000)], seed);
}
