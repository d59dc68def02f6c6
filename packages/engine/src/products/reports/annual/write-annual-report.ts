// In: a snapshot's tables, mounted. Out: one HTML file and one PDF under `folder`.
// Invariant: both are printings of one report model, so they say the same; no name and no id of a person is in it,
// and every number in it bears the mark of the query that gave it.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lake } from '../../../lake/lake.ts';
import { type AnnualReportOptions, buildReport } from './build-report.ts';
import { htmlReport } from './html.ts';
import { typesetReport } from './typeset.ts';

export interface WriteAnnualReportOptions extends AnnualReportOptions {
  /** Where the files go; made when it is not there. */
  readonly folder: string;
}

/** Writes the report of a year and gives the paths of both files. Files that stand there are replaced whole. */
export async function writeAnnualReport(
  lake: Lake,
  options: WriteAnnualReportOptions,
): Promise<{ readonly html: string; readonly pdf: string }> {
  const report = await buildReport(lake, options);
  await mkdir(options.folder, { recursive: true });
  const { html, pdf } = annualReportFiles(options);
  await writeAtOnce(html, htmlReport(report));
  await writeAtOnce(pdf, typesetReport(report));
  return { html, pdf };
}

/** Where the report of a year lies in its folder. */
export function annualReportFiles({ folder, year }: { readonly folder: string; readonly year: number }) {
  const file = (format: string) => join(folder, `annual-report-${year}.${format}`);
  return { html: file('html'), pdf: file('pdf') };
}

async function writeAtOnce(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.partial`, content);
  await rename(`${file}.partial`, file);
}
