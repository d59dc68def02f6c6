import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { sampleFile } from '@clew/engine/contribution/sample.ts';
import { type Proposal, proposeMapping } from '@clew/engine/statements/propose-mapping.ts';
import type { Command } from 'commander';
import { stringify } from 'yaml';
import { openFile, readableFile } from '../../hub/contributions/open-file.ts';
import { commonOptions, countryCode } from '../common-options.ts';
import type { Paint } from '../paint.ts';
import { perform } from '../perform.ts';
import type { CommonOptions, Outcome, Shell } from '../shell.ts';
import { type Column, textTable } from '../text-table.ts';

interface MapOptions extends CommonOptions {
  readonly out?: string;
  readonly country?: string;
}

export function defineMap(command: Command, shell: Shell): void {
  command
    .argument('<file>', 'CSV, XLSX, JSON, JSON Lines or FollowTheMoney entities')
    .option('--out <mapping.yaml>', 'where the mapping goes')
    .option(
      '--country <code>',
      'the country of its owner, where national phone numbers are at home',
      countryCode,
    );
  commonOptions(command, { hub: false, example: 'clew map people.csv --out people.yaml' });
  command.action(perform(shell, (file: string, options: MapOptions) => map(shell, file, options)));
}

async function map(shell: Shell, file: string, options: MapOptions): Promise<Outcome> {
  const { bytes } = await readableFile(file);
  const fileName = basename(file);
  const sample = await sampleFile({ fileName, bytes, open: () => openFile(file) });
  const proposal = proposeMapping(sample, { country: options.country });
  if (options.out !== undefined) await writeFile(options.out, mappingText(fileName, proposal));
  const { reader, encoding, separator, sheet } = sample;
  const form = [reader, encoding, sheet === null ? null : `sheet ${sheet}`, separatorWord(separator)];
  return {
    data: { file: fileName, reader, encoding, separator, sheet, ...proposal },
    lines: [
      `${shell.paint.bold(fileName)}  ${shell.paint.dim(form.filter((each) => each !== null).join(', '))}`,
      '',
      ...textTable(proposal.columns, columnsOf(shell.paint), shell.page),
      '',
      options.out === undefined
        ? 'Write it to a file with --out MAPPING.yaml, correct it there, and hand in with --mapping.'
        : `Written to ${options.out}. Next: clew contribute ${file} --partner NAME --mapping ${options.out}`,
    ],
  };
}

type ProposedColumn = Proposal['columns'][number];

function columnsOf(paint: Paint): readonly Column<ProposedColumn>[] {
  const sureness = (text: string, { confidence }: ProposedColumn) =>
    confidence >= 0.8 ? paint.green(text) : confidence >= 0.5 ? text : paint.yellow(text);
  return [
    { title: 'column', value: (row) => row.column, most: 36 },
    { title: 'read as', value: target, most: 36 },
    {
      title: 'sure',
      value: (row) => (row.property === null ? null : `${Math.round(row.confidence * 100)} %`),
      align: 'right',
      paint: sureness,
    },
    { title: 'because', value: (row) => row.reason },
  ];
}

function target({ subject, property }: ProposedColumn): string {
  if (property === null) return '(left out)';
  return subject === null ? property : `${subject}.${property}`;
}

function mappingText(fileName: string, { mapping }: Proposal): string {
  return `# How to read ${fileName}, as proposed by clew map. Correct what is wrong.\n${stringify(mapping)}`;
}

function separatorWord(separator: string | null): string | null {
  if (separator === null) return null;
  return `separator ${separator === '\t' ? 'tab' : separator}`;
}
