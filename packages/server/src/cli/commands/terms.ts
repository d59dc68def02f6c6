import { termsInWords } from '@clew/model/terms/in-words.ts';
import type { TermsEffect } from '@clew/model/terms/restrict.ts';
import type { Command } from 'commander';
import { type ChangedTerms, changeTerms } from '../../hub/terms/change-terms.ts';
import { type ReadTerms, readTerms, type TermsVersion } from '../../hub/terms/read-terms.ts';
import { commonOptions } from '../common-options.ts';
import { printable } from '../display-width.ts';
import { perform } from '../perform.ts';
import { readTermsChange } from '../read-yaml.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';
import { type Column, textTable } from '../text-table.ts';
import { wrapText } from '../wrap-text.ts';

interface TermsOptions extends CallerOptions {
  readonly set?: string;
}

export function defineTerms(command: Command, shell: Shell): void {
  command
    .argument('<contribution>', 'its id, as clew contribute and clew status show it')
    .option('--set <change.yaml>', 'what changes: parts of a terms file, null to take one away');
  const example =
    'clew terms 3f0c9a1b2d4e5f60\nclew terms 3f0c9a1b2d4e5f60 --set tighter.yaml   # handling: [H1, H2]';
  commonOptions(command, { hub: true, caller: true, example });
  command.action(
    perform(shell, (contribution: string, options: TermsOptions) =>
      options.set === undefined
        ? show(shell, contribution, options)
        : change(shell, { contribution, file: options.set }, options),
    ),
  );
}

async function show(shell: Shell, contribution: string, options: CallerOptions): Promise<Outcome> {
  const found = await withCaller(shell, { purpose: 'categorisation', ...options }, (hub, caller) =>
    readTerms(hub, caller, { contribution }),
  );
  return { data: found, lines: termsLines(shell, found) };
}

function termsLines(shell: Shell, { fileName, owner, terms, history }: ReadTerms): string[] {
  return [
    `${shell.paint.bold(printable(fileName))} of ${owner}`,
    '',
    ...termsInWords(owner, terms).flatMap((part) =>
      wrapText(printable(part), shell.page.width - 4).map(
        (line, index) => `${index === 0 ? '  ' : '    '}${line}`,
      ),
    ),
    '',
    ...textTable(history, historyColumns(owner), shell.page),
  ];
}

const effects: Readonly<Record<TermsEffect, string>> = {
  same: 'allows what it allowed',
  tighter: 'tighter',
  looser: 'looser',
  both: 'tighter in one part, looser in another',
};

function historyColumns(owner: string): readonly Column<TermsVersion>[] {
  return [
    { title: 'since', value: (row) => row.at.slice(0, 16).replace('T', ' ') },
    { title: 'by', value: (row) => row.by ?? owner, most: 32 },
    { title: 'what it did', value: (row) => (row.effect === null ? 'handed in' : effects[row.effect]) },
  ];
}

async function change(
  shell: Shell,
  given: { readonly contribution: string; readonly file: string },
  options: CallerOptions,
): Promise<Outcome> {
  const { contribution } = given;
  const wanted = await readTermsChange(given.file);
  const done = await withCaller(shell, options, (hub, caller) =>
    changeTerms(hub, caller, { contribution, change: wanted }),
  );
  return { data: done, lines: changeLines(shell, done) };
}

function changeLines(shell: Shell, { contribution, changed, effect, told, terms }: ChangedTerms): string[] {
  if (!changed) return ['These terms stand already; nothing was kept.'];
  const lines = [`${shell.paint.green('Kept')}: new terms of ${contribution}: ${effects[effect]}.`];
  for (const loss of terms.lost ?? []) lines.push(`  lost: ${loss}`);
  lines.push(
    'Nobody reads it under the terms before. It takes part again with the next run, under the new ones.',
  );
  if (told.length > 0) lines.push(`Told, because they hold something of it: ${told.join(', ')}.`);
  return [...lines, 'Next: clew run'];
}
