import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { sampleFile } from '@clew/engine/contribution/sample.ts';
import { Lake } from '@clew/engine/lake/lake.ts';
import { comparedPairs, type FileToLink, linkedRows, linkFiles } from '@clew/engine/link-files.ts';
import { proposeMapping } from '@clew/engine/statements/propose-mapping.ts';
import { idText } from '@clew/model/ids.ts';
import { type Command, InvalidArgumentError } from 'commander';
import { checkMapping } from '../../hub/contributions/check-mapping.ts';
import { openFile, readableFile } from '../../hub/contributions/open-file.ts';
import { commonOptions, countryCode, wholeNumber } from '../common-options.ts';
import { csvLine, writeLines } from '../csv-writer.ts';
import { perform } from '../perform.ts';
import { readMapping } from '../read-yaml.ts';
import { type CommonOptions, engineConfig, type Outcome, type Shell, withProgress } from '../shell.ts';
import { count } from '../text-table.ts';

interface LinkOptions extends CommonOptions {
  readonly clusters: string;
  readonly pairs?: string;
  readonly mapping?: string;
  readonly threshold?: number;
  readonly country?: string;
}

export function defineLink(command: Command, shell: Shell): void {
  command
    .argument('<file...>', 'CSV, XLSX, JSON, JSON Lines or FollowTheMoney entities')
    .requiredOption('--clusters <out.csv>', 'where the entity of each row goes: file,row,entity')
    .option('--pairs <pairs.csv>', 'where the compared pairs go, with their weight and its parts')
    .option('--mapping <mapping.yaml>', 'how to read all the files; else as clew map proposes for each')
    .option('--country <code>', 'where national phone numbers are at home', countryCode)
    .option('--threshold <p>', 'the probability from which two rows are linked', probability)
    .option('--memory <size>', 'what the engine may use, for example 4GB; else $CLEW_MEMORY')
    .option('--threads <n>', 'how many threads the engine may use', wholeNumber);
  const example = 'clew link a.csv b.csv --clusters clusters.csv --pairs pairs.csv';
  commonOptions(command, { hub: false, example });
  command.action(
    perform(shell, (files: readonly string[], options: LinkOptions) => link(shell, files, options)),
  );
}

async function link(shell: Shell, paths: readonly string[], options: LinkOptions): Promise<Outcome> {
  const files = await filesToLink(paths, options);
  const work = await mkdtemp(join(tmpdir(), 'clew-link-'));
  const { memory, threads } = engineConfig(shell, options);
  try {
    const lake = await Lake.open({
      folder: join(work, 'work'),
      memoryLimit: memory,
      threads,
      signal: shell.signal,
    });
    try {
      const resolved = await withProgress(shell, options, (watch) =>
        linkFiles(lake, { files, folder: work, threshold: options.threshold }, watch),
      );
      const rows = (await writeLines(options.clusters, clusterLines(lake))) - 1;
      const pairs =
        options.pairs === undefined ? null : (await writeLines(options.pairs, pairLines(lake))) - 1;
      return outcome(shell, { paths, files, options, rows, pairs, resolved });
    } finally {
      lake.close();
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function filesToLink(paths: readonly string[], options: LinkOptions): Promise<FileToLink[]> {
  const given = options.mapping === undefined ? undefined : await readMapping(options.mapping);
  const names = paths.map((path) => basename(path));
  const files: FileToLink[] = [];
  for (const path of paths) {
    const { bytes } = await readableFile(path);
    const fileName = basename(path);
    const open = () => openFile(path);
    const sample = await sampleFile({ fileName, bytes, open }, given === undefined ? {} : { mapping: given });
    const mapping = given ?? proposeMapping(sample, { country: options.country }).mapping;
    checkMapping(mapping, sample);
    const isAlone = names.filter((name) => name === fileName).length === 1;
    files.push({ name: isAlone ? fileName : path, fileName, bytes, open, mapping });
  }
  return files;
}

async function* clusterLines(lake: Lake): AsyncGenerator<string> {
  yield csvLine(['file', 'row', 'entity']);
  for await (const { file, row, entity } of linkedRows(lake)) {
    yield csvLine([file, row, idText('entity', entity)]);
  }
}

async function* pairLines(lake: Lake): AsyncGenerator<string> {
  yield csvLine(['file_a', 'row_a', 'file_b', 'row_b', 'weight', 'probability', 'parts']);
  for await (const pair of comparedPairs(lake)) {
    const { file_a, row_a, file_b, row_b, weight, probability: likely, parts } = pair;
    yield csvLine([file_a, row_a, file_b, row_b, weight.toFixed(4), likely.toPrecision(8), parts]);
  }
}

interface Linked {
  readonly paths: readonly string[];
  readonly files: readonly FileToLink[];
  readonly options: LinkOptions;
  readonly rows: number;
  readonly pairs: number | null;
  readonly resolved: Awaited<ReturnType<typeof linkFiles>>;
}

function outcome(shell: Shell, { paths, files, options, rows, pairs, resolved }: Linked): Outcome {
  const used = options.mapping ?? 'proposed for each file';
  const mappingLines =
    options.mapping === undefined
      ? [
          'Mapping: as clew map proposes for each file:',
          ...files.map((file, index) => mappingLine(file, paths[index] ?? '')),
        ]
      : [`Mapping: ${options.mapping}`];
  const written = `${shell.paint.green('Written')} ${options.clusters}: ${count(rows)} rows`;
  return {
    data: {
      rows,
      ...resolved,
      comparedPairs: pairs,
      mapping: used,
      mappings: files.map(({ name, mapping }) => ({ file: name, mapping })),
    },
    lines: [
      ...mappingLines,
      `${count(resolved.pairs)} pairs compared, ${count(resolved.links)} linked`,
      written,
      ...(pairs === null ? [] : [`${shell.paint.green('Written')} ${options.pairs}: ${count(pairs)} pairs`]),
    ],
  };
}

function mappingLine({ name, mapping }: FileToLink, path: string): string {
  const subjects = Object.entries(mapping.subjects).map(([subject, { properties }]) => {
    return `${subject} (${Object.keys(properties).join(', ')})`;
  });
  return `  ${name}: ${subjects.join('; ')}; see clew map ${path}`;
}

function probability(text: string): number {
  const number = Number(text);
  if (number > 0 && number < 1) return number;
  throw new InvalidArgumentError('It must be between 0 and 1.');
}
