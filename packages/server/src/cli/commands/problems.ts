import { countProblems, listProblems, type ProblemCount } from '@clew/engine/statements/list-problems.ts';
import { contributions } from '@clew/ledger/contributions.ts';
import { type Problem, problemCodes } from '@clew/model/problem.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Command } from 'commander';
import { mountContributions } from '../../hub/mount-contributions.ts';
import type { Hub } from '../../hub/open-hub.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CommonOptions, type Outcome, type Shell, withHub } from '../shell.ts';
import { type Column, count, textTable } from '../text-table.ts';

interface ProblemsOptions extends CommonOptions {
  readonly limit: number;
}

export function defineProblems(command: Command, shell: Shell): void {
  command
    .argument('[contribution]', 'its id, as clew contribute and clew status show it')
    .option('--limit <n>', 'how many to show', wholeNumber, 100);
  commonOptions(command, {
    hub: true,
    example: 'clew problems\nclew problems 3f0c9a1b2d4e5f60 --limit 1000',
  });
  command.action(
    perform(shell, (contribution: string | undefined, options: ProblemsOptions) =>
      withHub(shell, options, (hub) => problems(shell, hub, { contribution, limit: options.limit })),
    ),
  );
}

async function problems(
  shell: Shell,
  hub: Hub,
  asked: { contribution: string | undefined; limit: number },
): Promise<Outcome> {
  const all = await contributions(hub.ledger);
  const chosen = all.filter((kept) => asked.contribution === undefined || kept.id === asked.contribution);
  if (asked.contribution !== undefined && chosen.length === 0) {
    throw new Refusal(
      'not-found',
      `There is no contribution ${asked.contribution}.`,
      'clew status lists them.',
    );
  }
  await mountContributions(hub, chosen);
  const counts = await countProblems(hub.lake);
  const total = counts.reduce((sum, each) => sum + each.problems, 0);
  if (asked.contribution === undefined) {
    const files = new Map(all.map((kept) => [kept.id, kept.fileName]));
    return { data: { problems: total, counts }, lines: overview(shell, counts.slice(0, asked.limit), files) };
  }
  const rows = await listProblems(hub.lake, { limit: asked.limit });
  return { data: { problems: total, counts, rows }, lines: details(shell, rows, total) };
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
