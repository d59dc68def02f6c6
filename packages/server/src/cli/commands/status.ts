import type { Command } from 'commander';
import { type HubStatus, readStatus } from '../../hub/status/read-status.ts';
import { commonOptions } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';
import { type Column, counted, textTable } from '../text-table.ts';

export function defineStatus(command: Command, shell: Shell): void {
  commonOptions(command, { hub: true, caller: true, example: 'clew status\nclew status --json' });
  command.action(
    perform(shell, async (options: CallerOptions) => {
      const state = await withCaller(shell, options, async (hub, caller) => ({
        folder: hub.layout.folder,
        ...(await readStatus(hub, caller)),
      }));
      return { data: state, lines: statusLines(shell, state) } satisfies Outcome;
    }),
  );
}

interface HubState extends HubStatus {
  readonly folder: string;
}

type ContributionState = HubState['contributions'][number];

const columns: readonly Column<ContributionState>[] = [
  { title: 'contribution', value: (row) => row.id },
  { title: 'partner', value: (row) => row.partner, most: 30 },
  { title: 'received', value: (row) => row.receivedAt.slice(0, 16).replace('T', ' ') },
  { title: 'MB', value: (row) => (row.bytes / 1e6).toFixed(1), align: 'right' },
  { title: 'state', value: stateWord },
  { title: 'file', value: (row) => row.fileName },
];

function statusLines(shell: Shell, state: HubState): string[] {
  const { paint } = shell;
  const lines = [`${paint.bold(state.title)}  ${paint.dim(`${state.profile}, ${state.folder}`)}`, ''];
  if (state.contributions.length > 0) {
    lines.push(...textTable(state.contributions, columns, shell.page), '');
  }
  for (const each of state.contributions.filter((one) => one.setAside !== null)) {
    lines.push(paint.yellow(`${each.id} takes no part: ${each.setAside?.reason}`));
  }
  if (state.lost > 0) {
    const what = `${counted(state.lost, 'stored file')} missing though nobody erased them`;
    lines.push(paint.red(`${what}: put the folder vault back from the backup.`));
  }
  lines.push(
    [
      counted(state.partners.length, 'partner'),
      counted(state.held, 'contribution'),
      counted(state.judgements, 'judgement'),
      counted(state.releases, 'release'),
    ].join(', '),
    publishedLine(state),
  );
  return lines;
}

function publishedLine({ snapshot, held, waiting, judgementsSince }: HubState): string {
  if (held === 0) return 'Nothing has been handed in yet. Next: clew contribute FILE --partner NAME';
  if (snapshot === null) return 'Nothing has been published yet. Next: clew run';
  const behind = waiting > 0 || judgementsSince > 0 || !snapshot.whole;
  return `Published: snapshot ${snapshot.id}, ${snapshot.publishedAt.slice(0, 16).replace('T', ' ')} UTC${
    behind
      ? `; behind by ${counted(waiting, 'contribution')} and ${counted(judgementsSince, 'judgement')}. Next: clew run`
      : ''
  }`;
}

function stateWord(row: ContributionState): string {
  if (row.setAside !== null) return 'unreadable';
  if (row.published) return 'published';
  return row.takenIn ? 'waiting for a run' : 'to be read';
}
