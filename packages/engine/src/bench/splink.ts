// Clew and Splink side by side: the same records as the same CSV files, on the same machine, one after the other, each in a
// process of its own from start to written clusters. Clew has its one setting; Splink has for each data set the settings
// that it publishes for it. Neither sees the truth; Splink's best threshold, chosen with the truth, is told beside its own.
// Run: npm run bench:splink -- [data folder] [data set ...] [--records N,N] [--seed N] [--households SHARE]
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Agreement, agreementOf } from './agreement.ts';
import { dataSets, type GivenFile } from './data-sets.ts';
import { inFolder, measureLinking, membersIn, writeGiven } from './measure-linking.ts';
import { personRecords } from './person-records.ts';
import { pythonWithSplink, splinkVersion } from './python-with-splink.ts';
import { runMeasured, type Used } from './run-measured.ts';

const script = fileURLToPath(new URL('link-with-splink.py', import.meta.url));
/** Thresholds among which the best is looked for; up to so many records, because each is a clustering more. */
const thresholds = [0.2, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999];
const mostForBest = 100_000;

const published: Readonly<Record<string, string>> = {
  'FEBRL 3': 'febrl3',
  'FEBRL 4': 'febrl4',
  fake_1000: 'fake_1000',
  transactions: 'transactions',
};

interface Side {
  readonly used: Used;
  readonly agreement: Agreement;
  readonly steps: Readonly<Record<string, number>>;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      records: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      households: { type: 'string', default: '0' },
    },
  });
  const found = pythonWithSplink();
  if ('absent' in found) {
    console.log(found.absent);
    return;
  }
  console.log(`Clew and Splink ${splinkVersion}. Seconds and memory from start to written clusters.\n`);
  const header = [
    'data set',
    'rows',
    'side',
    'wall s',
    'CPU s',
    'peak MB',
    'precision',
    'recall',
    'F1',
    'B³ F1',
  ];
  console.log(`| ${header.join(' | ')} | steps, s |\n|${header.map(() => '---|').join('')}---|`);
  const [folder, ...wanted] = positionals;
  for (const set of folder === undefined ? [] : dataSets(folder)) {
    const name = published[set.name];
    if (name === undefined || (wanted.length > 0 && !wanted.includes(set.name))) continue;
    const files = set.load();
    if (files === undefined) console.log(`| ${set.name} | skipped: its files are not in ${folder} |`);
    else await compare({ title: set.name, name, files, python: found.python });
  }
  if (wanted.length > 0 && !wanted.includes('generated')) return;
  for (const records of values.records.split(',').map(Number)) {
    const households = Number(values.households);
    const made = personRecords({ records, seed: Number(values.seed), households });
    const title = households === 0 ? 'generated people' : `generated people, ${households} in households`;
    const files = [{ ...made, fileName: 'people.csv', country: 'AU' }];
    await compare({ title, name: 'persons', files, python: found.python });
  }
}

interface Comparison {
  readonly title: string;
  /** The settings in the script of Splink's side. */
  readonly name: string;
  readonly files: readonly GivenFile[];
  readonly python: string;
}

async function compare(comparison: Comparison): Promise<void> {
  await inFolder(async (folder) => {
    const { title, files } = comparison;
    const given = await writeGiven(folder, files);
    const clusters = join(folder, 'clusters.csv');
    const { used, steps } = await measureLinking({ files: given, clusters });
    const clew: Side = { used, steps, agreement: agreementOf(await membersIn(clusters, files)) };
    const { splink, best } = await linkWithSplink(folder, comparison, given);
    const rows = String(files.reduce((sum, { truth }) => sum + truth.length, 0));
    tell(title, rows, 'Clew', clew);
    tell(title, rows, 'Splink', splink);
    const ratio = (of: (side: Side) => number | null) => {
      const [ours, theirs] = [of(clew), of(splink)];
      return ours === null || theirs === null ? '–' : `${(theirs / ours).toFixed(2)} ×`;
    };
    const ratios = [
      ratio((side) => side.used.wallSeconds),
      ratio((side) => side.used.cpuSeconds),
      ratio((side) => side.used.peakMB),
    ];
    const atBest =
      best === undefined ? '' : `Splink at its best threshold, ${best.threshold}: F1 ${best.f1.toFixed(4)}`;
    console.log(`| ${title} | ${rows} | Splink / Clew | ${ratios.join(' | ')} | | | | | ${atBest} |`);
  });
}

async function linkWithSplink(
  folder: string,
  { name, files, python }: Comparison,
  given: readonly { readonly path: string }[],
): Promise<{ splink: Side; best: { threshold: number; f1: number } | undefined }> {
  const output = join(folder, 'splink.csv');
  const rows = files.reduce((sum, { truth }) => sum + truth.length, 0);
  const job = {
    name,
    files: given.map(({ path }) => path),
    output,
    thresholds: rows <= mostForBest ? thresholds : [],
  };
  await writeFile(join(folder, 'splink.json'), JSON.stringify(job));
  const { used, lines } = await runMeasured(python, [script, join(folder, 'splink.json')]);
  const [first, ...others] = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
  const agreement = agreementOf(await membersIn(output, files));
  let best: { threshold: number; f1: number } | undefined;
  for (const { threshold, output: path } of others) {
    const { f1 } = agreementOf(await membersIn(path, files));
    await rm(path);
    if (best === undefined || f1 > best.f1) best = { threshold, f1 };
  }
  return { splink: { used, steps: first.steps, agreement }, best };
}

function tell(title: string, rows: string, name: string, { used, agreement, steps }: Side): void {
  const { precision, recall, f1, b3 } = agreement;
  const cells = [
    used.wallSeconds.toFixed(1),
    used.cpuSeconds?.toFixed(1) ?? '–',
    used.peakMB?.toFixed(0) ?? '–',
    ...[precision, recall, f1, b3].map((value) => value.toFixed(4)),
    Object.entries(steps)
      .map(([step, seconds]) => `${step} ${seconds.toFixed(1)}`)
      .join(', '),
  ];
  console.log(`| ${title} | ${rows} | ${name} | ${cells.join(' | ')} |`);
}

await main();
