import { problemCodes } from '@clew/model/problem.ts';
import type { Command } from 'commander';
import { type ReturnReport, readReturn } from '../../hub/returns/read-return.ts';
import { commonOptions, dayOf } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Shell, withCaller } from '../shell.ts';
import { type Column, count, counted, textTable } from '../text-table.ts';

interface ReturnOptions extends CallerOptions {
  readonly partner?: string;
  readonly since?: string;
  readonly until?: string;
}

export function defineReturn(command: Command, shell: Shell): void {
  command
    .option('--partner <id>', 'whose; your own partner unless told')
    .option('--since <day>', 'the first day of receipt that counts', dayOf)
    .option('--until <day>', 'the last day of receipt that counts', dayOf);
  const example = 'clew return --partner border-guard --since 2026-01-01';
  commonOptions(command, { hub: true, caller: true, example });
  command.action(
    perform(shell, async (options: ReturnOptions) => {
      const { partner, since, until } = options;
      const report = await withCaller(shell, options, (hub, caller) =>
        readReturn(hub, caller, { partner, since, until }),
      );
      return { data: report, lines: returnLines(shell, report) };
    }),
  );
}

function returnLines({ paint, page }: Shell, report: ReturnReport): string[] {
  const { given, timeliness, hits, answers } = report;
  return [
    `${paint.bold(report.title)}  ${paint.dim(timeText(report))}`,
    '',
    `${counted(given.contributions, 'contribution')}, ${count(given.unread)} of them not read; ${counted(given.rows, 'row')}, ${count(given.refused)} of them refused; ${counted(given.quarantined, 'person', 'persons')} without category.`,
    timeliness.medianDays === null
      ? 'No row says of which day it speaks.'
      : `Half of the dated rows came within ${counted(timeliness.medianDays, 'day')}, nine of ten within ${counted(timeliness.ninetiethDays ?? 0, 'day')}.`,
    `Hits: ${count(hits.told)} told, ${count(hits.requested)} asked about, ${count(hits.answered)} answered, ${count(hits.withdrawn)} withdrawn; with ${counted(hits.others, 'partner')}.`,
    answers === null
      ? 'Nobody has asked this partner for anything.'
      : `Asked ${counted(answers.requests, 'time')}: ${count(answers.answered)} answered, ${count(answers.open)} owed.`,
    ...section('Completeness', textTable(report.completeness, filledColumns, page)),
    ...section('Grades', textTable(report.grades, gradeColumns, page)),
    ...(report.problems.length === 0
      ? ['', 'No problems.']
      : section('Problems', textTable(report.problems, problemColumns, page))),
  ];
}

function timeText({ since, until }: ReturnReport): string {
  return since === null && until === null ? 'all that was received' : `${since ?? ''} to ${until ?? 'now'}`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return ['', title, ...lines];
}

const filledColumns: readonly Column<ReturnReport['completeness'][number]>[] = [
  { title: 'of', value: (row) => row.type },
  { title: 'property', value: (row) => row.property },
  { title: 'there are', value: (row) => row.subjects },
  { title: 'have it', value: (row) => row.given },
  { title: 'share', value: (row) => `${Math.floor((100 * row.given) / row.subjects)} %`, align: 'right' },
];

const gradeColumns: readonly Column<ReturnReport['grades'][number]>[] = [
  { title: 'grade', value: (row) => `${row.source}${row.information}` },
  { title: 'statements', value: (row) => row.statements },
];

const problemColumns: readonly Column<ReturnReport['problems'][number]>[] = [
  { title: 'problems', value: (row) => row.problems },
  { title: 'rows refused', value: (row) => row.refused },
  { title: 'what', value: (row) => problemCodes[row.code].title, most: 60 },
  { title: 'what to do', value: (row) => problemCodes[row.code].advice },
];
