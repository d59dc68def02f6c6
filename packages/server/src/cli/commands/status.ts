import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contributions } from '@clew/ledger/contributions.ts';
import { judgements } from '@clew/ledger/judgements.ts';
import { partners } from '@clew/ledger/partners.ts';
import { reports } from '@clew/ledger/reports.ts';
import { publishedSnapshot } from '@clew/ledger/snapshots.ts';
import type { Command } from 'commander';
import { contributionFolderName, isTakenIn } from '../../hub/contribution-folder.ts';
import type { Hub } from '../../hub/open-hub.ts';
import { commonOptions } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CommonOptions, type Outcome, type Shell, withHub } from '../shell.ts';
import { type Column, counted, textTable } from '../text-table.ts';

export function defineStatus(command: Command, shell: Shell): void {
  commonOptions(command, { hub: true, example: 'clew status\nclew status --json' });
  command.action(
    perform(shell, async (options: CommonOptions) => {
      const state = await withHub(shell, options, hubState);
      return { data: state, lines: statusLines(shell, state) } satisfies Outcome;
    }),
  );
}

type HubState = Awaited<ReturnType<typeof hubState>>;

async function hubState(hub: Hub) {
  const published = await publishedSnapshot(hub.ledger);
  const inSnapshot = new Set(published?.parts.contributions.map((part) => part.folder));
  const verdicts = await judgements(hub.ledger);
  const kept = await contributions(hub.ledger);
  return {
    folder: hub.layout.folder,
    title: hub.content.title,
    profile: hub.content.profile,
    partners: await partners(hub.ledger),
    contributions: kept.map((each) => ({
      id: each.id,
      partner: each.partner,
      fileName: each.fileName,
      bytes: each.bytes,
      receivedAt: each.receivedAt,
      setAside: each.setAside,
      takenIn: isTakenIn(hub.layout, each),
      published: inSnapshot.has(contributionFolderName(each)),
    })),
    judgements: verdicts.length,
    reports: await reports(hub.ledger),
    snapshot:
      published === undefined
        ? null
        : {
            id: published.id,
            publishedAt: published.publishedAt,
            whole: existsSync(join(hub.layout.snapshots, published.id)),
          },
    judgementsSince: published === undefined ? 0 : verdicts.length - published.parts.judgements.count,
  };
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
  lines.push(
    [
      counted(state.partners.length, 'partner'),
      counted(state.contributions.length, 'contribution'),
      counted(state.judgements, 'judgement'),
      counted(state.reports.length, 'report'),
    ].join(', '),
    publishedLine(state),
  );
  return lines;
}

function publishedLine({ snapshot, contributions: all, judgementsSince }: HubState): string {
  if (all.length === 0) return 'Nothing has been handed in yet. Next: clew contribute FILE --partner NAME';
  if (snapshot === null) return 'Nothing has been published yet. Next: clew run';
  const since = all.filter((each) => !each.published && each.setAside === null).length;
  const behind = since > 0 || judgementsSince > 0 || !snapshot.whole;
  return `Published: snapshot ${snapshot.id}, ${snapshot.publishedAt.slice(0, 16).replace('T', ' ')} UTC${
    behind
      ? `; behind by ${counted(since, 'contribution')} and ${counted(judgementsSince, 'judgement')}. Next: clew run`
      : ''
  }`;
}

function stateWord(row: ContributionState): string {
  if (row.setAside !== null) return 'unreadable';
  if (row.published) return 'published';
  return row.takenIn ? 'waiting for a run' : 'to be read';
}
