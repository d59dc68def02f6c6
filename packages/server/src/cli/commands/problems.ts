import type { ProblemCount } from '@clew/engine/statements/list-problems.ts';
import { type Problem, problemCodes } from '@clew/model/problem.ts';
import type { Command } from 'commander';
import { countAllProblems } from '../../hub/contributions/count-all-problems.ts';
import { readProblems } from '../../hub/contributions/read-problems.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';
import { type Column, count, textTable } from '../text-table.ts';

interface ProblemsOptions extends CallerOptions {
  readonly limit: number;
}

export function defineProblems(command: Command, shell: Shell): void {
  command
    .argument('[contribution]', 'its id, as clew contribute and clew status show it')
    .option('--limit <n>', 'how many to show', wholeNumber, 100);
  commonOptions(command, {
    hub: true,
    caller: true,
    example: 'clew problems\nclew problems 3f0c9a1b2d4e5f60 --limit 1000',
  });
  command.action(
    perform(shell, (contribution: string | undefined, options: ProblemsOptions) =>
      problems(shell, { contribution, limit: options.limit }, options),
    ),
  );
}

async function problems(
  shell: Shell,
  asked: { readonly contribution: string | undefined; readonly limit: number },
  options: CallerOptions,
): Promise<Outcome> {
  const { contribution, limit } = asked;
  if (contribution !== undefined) {
    // Reading a file to see what it holds and how to map it is finding out what it is (Article 18(6)).
    const found = await withCaller(shell, { purpose: 'categorisation', ...options }, (hub, caller) =>
      readProblems(hub, caller, { contribution, limit }),
    );
    const total = sumOf(found.problems);
    const data = { problems: total, counts: found.problems, rows: found.rows };
    return { data, lines: details(shell, found.rows, total) };
  }
  const all = await withCaller(shell, options, countAllProblems);
  const counts = all.flatMap(({ problems: own }) => own);
  const files = new Map(all.map(({ kept }) => [kept.id, kept.fileName]));
  return { data: { problems: sumOf(counts), counts }, lines: overview(shell, counts.slice(0, limit), files) };
}

function sumOf(counts: readonly ProblemCount[]): number {
  return counts.reduce((sum, each) => sum + each.problems, 0);
}

function overview(
  shell: Shell,
  counts: readonly ProblemCount[],
  files: ReadonlyMap<string, string>,
): string[] {
  if (counts.length === 0) return ['No problems.'];
  const columns: readonly Column<ProblemCount>[] = [
    { title: 'contribution', value: (row) => row.contribution },
    { title: 'file', value: (row) => files.get(row.contribution) ?? '', most: 28 },
    { title: 'problems', value: (row) => row.problems },
    { title: 'rows refused', value: (row) => row.refused },
    { title: 'column', value: (row) => row.field, most: 24 },
    { title: 'what', value: (row) => problemCodes[row.code].title, most: 60 },
    { title: 'what to do', value: (row) => problemCodes[row.code].advice },
  ];
  return [...textTable(counts, columns, shell.page), '', 'Row by row: clew problems CONTRIBUTION'];
}

const detailColumns: readonly Column<Problem>[] = [
  { title: 'row', value: (row) => row.row },
  { title: 'column', value: (row) => row.field, most: 24 },
  { title: 'value', value: (row) => row.value, most: 32 },
  { title: 'row refused', value: (row) => (row.refused ? 'yes' : '') },
  { title: 'what', value: (row) => problemCodes[row.code].title, most: 60 },
  { title: 'what to do', value: (row) => problemCodes[row.code].advice },
];

function details(shell: Shell, rows: readonly Problem[], total: number): string[] {
  if (rows.length === 0) return ['No problems.'];
  const lines = textTable(rows, detailColumns, shell.page);
  if (rows.length < total)
    lines.push('', `${count(total - rows.length)} more; see them with --limit ${total}`);
  return lines;
}
