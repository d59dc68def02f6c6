import { basename } from 'node:path';
import { findTemplates } from '@clew/engine/findings/adverts/find-templates.ts';
import { type FoundTemplates, templateId } from '@clew/engine/findings/adverts/templates-in.ts';
import type { Command } from 'commander';
import { openFile, readableFile } from '../../hub/contributions/open-file.ts';
import { commonOptions, countryCode } from '../common-options.ts';
import { csvLine, writeTogether } from '../csv-writer.ts';
import { checkPlaces } from '../output-places.ts';
import { perform } from '../perform.ts';
import { timeText } from '../progress-line.ts';
import { type CommonOptions, type Outcome, type Shell, withProgress } from '../shell.ts';
import { count, counted } from '../text-table.ts';

interface AdvertsOptions extends CommonOptions {
  readonly text: string;
  readonly out: string;
  readonly templates: string;
  readonly country?: string;
}

export function defineAdverts(command: Command, shell: Shell): void {
  command
    .argument('<file>', 'CSV, XLSX, JSON or JSON Lines with a text in each row, as a partner supplied it')
    .requiredOption('--text <column>', 'the column that holds the texts')
    .requiredOption('--out <out.csv>', 'where the template of each row goes: row,template')
    .requiredOption(
      '--templates <t.json>',
      'where the templates go: id, text with <*> for slots, size, contacts',
    )
    .option('--country <code>', 'where national phone numbers are at home', countryCode);
  const example = 'clew adverts posts.csv --text body --out rows.csv --templates templates.json';
  commonOptions(command, { hub: false, example });
  command.action(perform(shell, (file: string, options: AdvertsOptions) => adverts(shell, file, options)));
}

async function adverts(shell: Shell, file: string, options: AdvertsOptions): Promise<Outcome> {
  const { bytes } = await readableFile(file);
  await checkPlaces({ reads: [file], writes: [options.out, options.templates] });
  const source = { fileName: basename(file), bytes, open: () => openFile(file) };
  const started = performance.now();
  const found = await withProgress(shell, options, (watch) =>
    findTemplates(source, { text: options.text, country: options.country }, watch),
  );
  await writeTogether([
    { path: options.templates, lines: templateLines(found) },
    { path: options.out, lines: rowLines(found) },
  ]);
  return outcome(shell, { options, found, seconds: (performance.now() - started) / 1000 });
}

async function* rowLines({ templateOf }: FoundTemplates): AsyncGenerator<string> {
  let lines = csvLine(['row', 'template']);
  for (let row = 0; row < templateOf.length; row++) {
    const place = templateOf[row] as number;
    lines += `${row + 1},${place < 0 ? '' : templateId(place)}\n`;
    if (lines.length < 65_536) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}

async function* templateLines({ templates }: FoundTemplates): AsyncGenerator<string> {
  yield '[';
  for (const [at, template] of templates.entries())
    yield `${at === 0 ? '' : ','}\n${JSON.stringify(template)}`;
  yield '\n]\n';
}

function outcome(
  shell: Shell,
  {
    options,
    found,
    seconds,
  }: { readonly options: AdvertsOptions; readonly found: FoundTemplates; readonly seconds: number },
): Outcome {
  const { rows, empty, templates } = found;
  const held = templates.reduce((sum, { size }) => sum + size, 0);
  const rate = Math.round(rows / seconds);
  const written = shell.paint.green('Written');
  return {
    data: {
      rows,
      empty,
      templates: templates.length,
      inTemplates: held,
      seconds: Math.round(seconds * 10) / 10,
      rate,
    },
    lines: [
      `${counted(rows, 'text')} in ${timeText(seconds)}, ${count(rate)}/s: ${count(held)} of them in ${counted(templates.length, 'template')}`,
      ...(empty === 0 ? [] : [`${counted(empty, 'row')} without words in the column, or not readable`]),
      `${written} ${options.out}: ${counted(rows, 'row')}`,
      `${written} ${options.templates}: ${counted(templates.length, 'template')}`,
    ],
  };
}
