import { basename } from 'node:path';
import {
  acceptedShare,
  type CutShort,
  type Flows,
  findFlows,
} from '@clew/engine/findings/flows/find-flows.ts';
import { flowKinds } from '@clew/engine/findings/flows/pattern.ts';
import { type ReadPayments, readPayments } from '@clew/engine/findings/flows/read-payments.ts';
import type { Command } from 'commander';
import { openFile, readableFile } from '../../hub/contributions/open-file.ts';
import { commonOptions } from '../common-options.ts';
import { csvLine, writeLines } from '../csv-writer.ts';
import { checkPlaces } from '../output-places.ts';
import { perform } from '../perform.ts';
import { type CommonOptions, type Outcome, type Shell, withProgress } from '../shell.ts';
import { count } from '../text-table.ts';

interface FlowsOptions extends CommonOptions {
  readonly out: string;
  readonly payments?: string;
  readonly payer?: string;
  readonly payee?: string;
  readonly time?: string;
  readonly amount?: string;
}

const layerWords: Readonly<Record<CutShort['layer'], string>> = {
  'at-once': 'payments several at once',
  'at-once-but-one': 'payments several at once, with one other step',
  'in-time': 'payments close in time',
  ever: 'all payments, whenever',
};

export function defineFlows(command: Command, shell: Shell): void {
  command
    .argument('<payments>', 'payments, one in a row: CSV, XLSX, JSON or JSON Lines')
    .requiredOption('--out <out.csv>', 'where the patterns go: pattern,kind,account,chance')
    .option('--payments <payments.csv>', 'where the rows of their payments go: pattern,row')
    .option('--payer <column>', 'the account that pays; else recognised')
    .option('--payee <column>', 'the account that is paid; else recognised')
    .option('--time <column>', 'date or time; else recognised, or none')
    .option('--amount <column>', 'amount; never used to find anything, only added up for --json');
  const example = [
    'clew flows payments.csv --out patterns.csv --payments rows.csv',
    'clew flows export.xlsx --payer Auftraggeber --payee Empfänger --time Buchungstag --out patterns.csv',
  ].join('\n');
  commonOptions(command, { hub: false, example });
  command.action(perform(shell, (path: string, options: FlowsOptions) => flows(shell, path, options)));
}

async function flows(shell: Shell, path: string, options: FlowsOptions): Promise<Outcome> {
  const { bytes } = await readableFile(path);
  await checkPlaces({ reads: [path], writes: [options.out, options.payments] });
  const source = { fileName: basename(path), bytes, open: () => openFile(path) };
  const { payer, payee, time, amount } = options;
  const [read, found] = await withProgress(shell, options, async (watch) => {
    const payments = await readPayments(source, { payer, payee, time, amount }, watch);
    return [payments, findFlows(payments.payments, watch)] as const;
  });
  await writeLines(options.out, patternLines(found));
  const { payments: rowsPath } = options;
  if (rowsPath !== undefined) await writeLines(rowsPath, rowLines(found));
  return outcome(shell, { read, found, options });
}

async function* patternLines({ patterns }: Flows): AsyncGenerator<string> {
  yield csvLine(['pattern', 'kind', 'account', 'chance']);
  for (const [index, { kind, accounts, chance }] of patterns.entries())
    for (const account of accounts) yield csvLine([index + 1, kind, account, chanceText(chance)]);
}

async function* rowLines({ patterns }: Flows): AsyncGenerator<string> {
  yield csvLine(['pattern', 'row']);
  for (const [index, { rows }] of patterns.entries()) for (const row of rows) yield csvLine([index + 1, row]);
}

function chanceText(chance: number): string {
  return chance === 0 ? '0' : Number(chance.toPrecision(4)).toString();
}

function outcome(
  shell: Shell,
  given: { readonly read: ReadPayments; readonly found: Flows; readonly options: FlowsOptions },
): Outcome {
  const { read, found, options } = given;
  const { payments: _, ...reading } = read;
  const kinds = flowKinds
    .map((kind) => ({ kind, patterns: found.patterns.filter((one) => one.kind === kind).length }))
    .filter(({ patterns }) => patterns > 0);
  const written = shell.paint.green('Written');
  const rows = options.payments === undefined ? [] : [`${written} ${options.payments}`];
  return {
    data: { ...reading, ...found },
    lines: [
      ...readingLines(read, found),
      `${count(found.tested)} tests; at most ${acceptedShare * 100} % of what is reported is expected to be chance`,
      ...kinds.map(({ kind, patterns }) => `  ${kind}: ${count(patterns)}`),
      ...found.cutShort.map(
        ({ kind, layer, starts }) =>
          `Not searched to the end: ${kind} among ${layerWords[layer]}, from ${count(starts)} starts: too dense`,
      ),
      `${written} ${options.out}: ${count(found.patterns.length)} patterns, the unlikeliest first`,
      ...rows,
      'A pattern is a lead, not proof: payroll, shops, landlords, charities and remittances make such patterns too.',
    ],
  };
}

function readingLines({ columns, leftOut, repeated }: ReadPayments, found: Flows): string[] {
  const used = Object.entries(columns).map(([name, column]) => `${name} "${column}"`);
  const left = [
    [leftOut.unreadable, 'could not be read'],
    [leftOut.withoutAccount, 'lack an account'],
    [leftOut.withoutTime, 'lack a readable time'],
  ] as const;
  return [
    `Columns: ${used.join(', ')}${columns.time === undefined ? '; no time: nothing is said of bursts' : ''}`,
    `${count(found.payments)} payments between ${count(found.accounts)} accounts`,
    ...left.filter(([rows]) => rows > 0).map(([rows, why]) => `  ${count(rows)} rows left out: they ${why}`),
    ...(found.toThemselves > 0
      ? [`  ${count(found.toThemselves)} payments of an account to itself: not looked at`]
      : []),
    ...(repeated > 0
      ? [
          `  ${count(repeated)} rows say the same as another: they count as payments; take true duplicates out before`,
        ]
      : []),
  ];
}
