import type { Notice } from '@clew/ledger/notices.ts';
import { noticeKinds } from '@clew/model/notices.ts';
import type { Command } from 'commander';
import { listNotices, readNotice } from '../../hub/retention/list-notices.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';
import { type Column, textTable } from '../text-table.ts';

interface NoticesOptions extends CallerOptions {
  readonly all?: boolean;
  readonly read?: string;
  readonly limit: number;
}

export function defineNotices(command: Command, shell: Shell): void {
  command
    .option('--all', 'those that you have read too')
    .option('--read <id>', 'keep that you have read one')
    .option('--limit <n>', 'how many to show', wholeNumber, 50);
  commonOptions(command, {
    hub: true,
    caller: true,
    example: 'clew notices\nclew notices --read 0123456789abcdef',
  });
  command.action(perform(shell, (options: NoticesOptions) => notices(shell, options)));
}

function notices(shell: Shell, options: NoticesOptions): Promise<Outcome> {
  const { read, limit } = options;
  return withCaller(shell, options, async (hub, caller) => {
    if (read !== undefined) {
      await readNotice(hub, caller, read);
      return { data: { read }, lines: ['Kept that you have read it.'] };
    }
    const found = await listNotices(hub, caller, { unread: options.all !== true, limit });
    const lines = found.length === 0 ? ['No notices.'] : textTable(found, columns, shell.page);
    return { data: found, lines };
  });
}

const columns: readonly Column<Notice>[] = [
  { title: 'notice', value: (row) => row.id },
  { title: 'day', value: (row) => row.at.slice(0, 10) },
  { title: 'to', value: (row) => ('partner' in row.to ? row.to.partner : row.to.role), most: 24 },
  { title: 'about', value: (row) => row.about, most: 32 },
  { title: 'what', value: (row) => titles[row.kind] ?? row.kind, wrap: true },
];

const titles: Readonly<Record<string, string>> = noticeKinds;
