import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { writeAnnualReport } from '@clew/engine/products/reports/annual/write-annual-report.ts';
import { addAudit } from '@clew/ledger/audit.ts';
import { addReport } from '@clew/ledger/reports.ts';
import { type Command, InvalidArgumentError } from 'commander';
import { mountPublished } from '../../hub/mount-published.ts';
import type { Hub } from '../../hub/open-hub.ts';
import { commonOptions } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CommonOptions, type Outcome, type Shell, withHub } from '../shell.ts';

interface AnnualOptions extends CommonOptions {
  readonly year: number;
  readonly out?: string;
  readonly foreword?: string;
}

export function defineReport(command: Command, shell: Shell): void {
  const annual = command
    .command('annual')
    .summary('the annual report: one HTML file that needs nothing else, and a PDF')
    .description('The annual report: one HTML file that needs nothing else, and a PDF.')
    .requiredOption('--year <year>', 'the year that it is about', yearFrom)
    .option('--out <folder>', 'where it goes; else the folder reports of the hub')
    .option('--foreword <file>', 'the text of the foreword; else a template to fill');
  const example = 'clew report annual --year 2026 --out ./reports';
  commonOptions(annual, { hub: true, example });
  command.addHelpText('after', `\nExample:\n  ${example}`);
  annual.action(
    perform(shell, (options: AnnualOptions) =>
      withHub(shell, options, (hub) => annualReport(shell, hub, options)),
    ),
  );
}

async function annualReport(shell: Shell, hub: Hub, options: AnnualOptions): Promise<Outcome> {
  const published = await mountPublished(hub);
  const foreword =
    options.foreword === undefined ? {} : { foreword: await readFile(options.foreword, 'utf8') };
  const written = await writeYear(hub, {
    year: options.year,
    snapshot: published.id,
    out: options.out,
    ...foreword,
  });
  return {
    data: { year: options.year, snapshot: published.id, ...written },
    lines: [
      `${shell.paint.green('Written')} from snapshot ${published.id}, which stays as long as the hub does:`,
      `  ${relative('.', written.html)}`,
      `  ${relative('.', written.pdf)}`,
    ],
  };
}

/** Writes the report of a year over the mounted snapshot, and keeps in the ledger that it was written. */
export async function writeYear(
  hub: Hub,
  given: { year: number; snapshot: string; out?: string | undefined; foreword?: string },
): Promise<{ readonly html: string; readonly pdf: string }> {
  const { year, snapshot } = given;
  const written = await writeAnnualReport(hub.lake, {
    year,
    hub: { title: hub.content.title },
    snapshot,
    folder: given.out ?? join(hub.layout.reports, `${year}-${snapshot}`),
    ...(given.foreword === undefined ? {} : { foreword: given.foreword }),
  });
  const at = new Date().toISOString();
  await hub.ledger.transaction(async (database) => {
    await addReport(database, { kind: 'annual', year, snapshot, at });
    await addAudit(database, { at, action: 'report', what: `annual ${year} ${snapshot}` });
  });
  return written;
}

function yearFrom(text: string): number {
  if (/^(19|20|21)\d\d$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A year has four digits.');
}
