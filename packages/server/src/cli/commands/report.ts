import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { writeAnnual } from '../../hub/reports/write-annual.ts';
import { commonOptions } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';

interface AnnualOptions extends CallerOptions {
  readonly year: number;
  readonly out?: string;
  readonly foreword?: string;
  readonly to?: readonly string[];
}

export function defineReport(command: Command, shell: Shell): void {
  const annual = command
    .command('annual')
    .summary('the annual report: one HTML file that needs nothing else, and a PDF')
    .description('The annual report: one HTML file that needs nothing else, and a PDF.')
    .requiredOption('--year <year>', 'the year that it is about', yearFrom)
    .option('--out <folder>', 'where it goes; else the folder reports of the hub')
    .option(
      '--to <partner>',
      'release it to a partner, which is told; repeatable',
      (text: string, before?: readonly string[]) => [...(before ?? []), text],
    )
    .option('--foreword <file>', 'the text of the foreword; else a template to fill');
  const example = 'clew report annual --year 2026 --out ./reports';
  commonOptions(annual, { hub: true, caller: true, example });
  command.addHelpText('after', `\nExample:\n  ${example}`);
  annual.action(perform(shell, (options: AnnualOptions) => annualReport(shell, options)));
}

async function annualReport(shell: Shell, options: AnnualOptions): Promise<Outcome> {
  const { year, out } = options;
  const foreword = options.foreword === undefined ? undefined : await readFile(options.foreword, 'utf8');
  const written = await withCaller(shell, options, (hub, caller) =>
    writeAnnual(hub, caller, { year, out, foreword, recipients: options.to }),
  );
  return {
    data: written,
    lines: [
      `${shell.paint.green('Written')} from snapshot ${written.snapshot}, which stays as long as the hub does:`,
      `  ${relative('.', written.html)}`,
      `  ${relative('.', written.pdf)}`,
    ],
  };
}

function yearFrom(text: string): number {
  if (/^(19|20|21)\d\d$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A year has four digits.');
}
