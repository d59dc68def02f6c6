import type { Command } from 'commander';
import { type ListedRelease, listReleases } from '../../hub/releases/list-releases.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Shell, withCaller } from '../shell.ts';
import { type Column, textTable } from '../text-table.ts';

interface ListOptions extends CallerOptions {
  readonly limit: number;
}

export function defineReleases(command: Command, shell: Shell): void {
  command.option('--limit <n>', 'how many to show', wholeNumber, 50);
  commonOptions(command, { hub: true, caller: true, example: 'clew releases' });
  command.action(
    perform(shell, async (options: ListOptions) => {
      const { limit } = options;
      const { items, next } = await withCaller(shell, options, (hub, caller) =>
        listReleases(hub, caller, { limit }),
      );
      const lines =
        items.length === 0 ? ['Nothing has left the hub.'] : textTable(items, columns, shell.page);
      const more = next === null ? [] : ['', 'There are more: --limit'];
      return { data: items, lines: [...lines, ...more] };
    }),
  );
}

const columns: readonly Column<ListedRelease>[] = [
  { title: 'when', value: (row) => row.at.slice(0, 16).replace('T', ' ') },
  { title: 'release', value: (row) => row.id },
  { title: 'snapshot', value: (row) => row.snapshot },
  { title: 'rests on', value: (row) => row.contributions.length },
  { title: 'what', value: (row) => row.title, most: 48 },
  { title: 'to', value: (row) => row.recipients.join(', ') || 'nobody named', wrap: true },
];
