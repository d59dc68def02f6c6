import type { KeptContribution } from '@clew/ledger/contributions.ts';
import type { Command } from 'commander';
import { pageContributions } from '../../hub/contributions/page-contributions.ts';
import { type ReadContribution, readContribution } from '../../hub/contributions/read-contribution.ts';
import { readRecords } from '../../hub/contributions/read-records.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { printable } from '../display-width.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Shell, withCaller } from '../shell.ts';
import { type Column, count, counted, textTable } from '../text-table.ts';

interface ListOptions extends CallerOptions {
  readonly limit: number;
}

interface RecordsOptions extends ListOptions {
  readonly after?: number;
}

/** Reading a file to see what it holds and how it is read is finding out what it is (Article 18(6)). */
const toCategorise = { purpose: 'categorisation' } as const;

export function defineContributions(command: Command, shell: Shell): void {
  command.addHelpText(
    'after',
    '\nExample:\n  clew contributions\n  clew contributions show 3f0c9a1b2d4e5f60\n  clew contributions records 3f0c9a1b2d4e5f60',
  );
  defineList(command, shell);
  defineShow(command, shell);
  defineRecords(command, shell);
}

function defineList(command: Command, shell: Shell): void {
  const list = command
    .command('list', { isDefault: true })
    .description('The contributions that you may know of, the oldest first.')
    .option('--limit <n>', 'how many to show', wholeNumber, 100);
  commonOptions(list, { hub: true, caller: true, example: 'clew contributions' });
  list.action(
    perform(shell, async (options: ListOptions) => {
      const { limit } = options;
      const { items, next } = await withCaller(shell, { ...toCategorise, ...options }, (hub, caller) =>
        pageContributions(hub, caller, { limit }),
      );
      const data = items.map(({ id, partner, fileName, bytes, receivedAt, setAside }) => ({
        ...{ id, partner, fileName, bytes, receivedAt, setAside },
      }));
      const lines =
        items.length === 0 ? ['None that you may know of.'] : textTable(items, columns, shell.page);
      const more = next === null ? [] : ['', 'There are more: --limit'];
      return { data, lines: [...lines, ...more] };
    }),
  );
}

function defineShow(command: Command, shell: Shell): void {
  const show = command
    .command('show')
    .description('What came, how it is read, on which terms, and what came of it.')
    .argument('<contribution>', 'its id');
  commonOptions(show, { hub: true, caller: true, example: 'clew contributions show 3f0c9a1b2d4e5f60' });
  show.action(
    perform(shell, async (contribution: string, options: CallerOptions) => {
      const found = await withCaller(shell, { ...toCategorise, ...options }, (hub, caller) =>
        readContribution(hub, caller, { contribution }),
      );
      return { data: found, lines: contributionLines(shell, found) };
    }),
  );
}

function defineRecords(command: Command, shell: Shell): void {
  const records = command
    .command('records')
    .description('The rows of a contribution as they came.')
    .argument('<contribution>', 'its id')
    .option('--after <row>', 'rows after this one', wholeNumber)
    .option('--limit <n>', 'how many to show', wholeNumber, 20);
  const example = 'clew contributions records 3f0c9a1b2d4e5f60 --after 100';
  commonOptions(records, { hub: true, caller: true, example });
  records.action(
    perform(shell, async (contribution: string, options: RecordsOptions) => {
      const { after, limit } = options;
      const found = await withCaller(shell, { ...toCategorise, ...options }, (hub, caller) =>
        readRecords(hub, caller, { contribution, after, limit }),
      );
      const lines = found.records.flatMap(({ row, cells }) => [
        shell.paint.bold(`row ${count(row)}`),
        ...cells.map(({ column, value }) => `  ${printable(column)}: ${printable(value)}`),
      ]);
      const more = found.next === null ? [] : ['', `There are more: --after ${found.next}`];
      return { data: found, lines: [...(lines.length === 0 ? ['No rows.'] : lines), ...more] };
    }),
  );
}

function contributionLines(shell: Shell, found: ReadContribution): string[] {
  const { id, partner, fileName, bytes, receivedAt, terms, counts, setAside, mapping } = found;
  const { rows, stated, refused, problems, quarantined } = counts ?? {};
  return [
    `${shell.paint.bold(printable(fileName))} of ${partner}`,
    `  ${id}, ${counted(bytes, 'byte')}, received ${receivedAt.slice(0, 16).replace('T', ' ')}`,
    ...(setAside === null ? [] : [`  set aside: ${printable(setAside.reason)}`]),
    counts === null
      ? '  not read yet'
      : `  ${counted(rows ?? 0, 'row')}: ${count(stated ?? 0)} stated, ${count(refused ?? 0)} refused; ${counted(problems ?? 0, 'problem')}`,
    ...(quarantined === undefined || quarantined === 0
      ? []
      : [`  ${counted(quarantined, 'person', 'people')} in quarantine`]),
    '',
    'Terms',
    ...terms.map((part) => `  ${printable(part)}`),
    '',
    'Mapping',
    ...JSON.stringify(mapping, null, 2)
      .split('\n')
      .map((line) => `  ${printable(line)}`),
  ];
}

const columns: readonly Column<KeptContribution>[] = [
  { title: 'contribution', value: (row) => row.id },
  { title: 'partner', value: (row) => row.partner, most: 30 },
  { title: 'received', value: (row) => row.receivedAt.slice(0, 16).replace('T', ' ') },
  { title: 'MB', value: (row) => (row.bytes / 1e6).toFixed(1), align: 'right' },
  { title: 'file', value: (row) => row.fileName },
];
