import { type ListedFinding, listFindings } from '@clew/engine/findings/list-findings.ts';
import { idText } from '@clew/model/ids.ts';
import type { Command } from 'commander';
import { mountPublished } from '../../hub/mount-published.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { printable } from '../display-width.ts';
import { perform } from '../perform.ts';
import { type CommonOptions, type Outcome, type Shell, withHub } from '../shell.ts';
import { counted } from '../text-table.ts';

interface FindingsOptions extends CommonOptions {
  readonly limit: number;
  readonly detector?: string;
}

export function defineFindings(command: Command, shell: Shell): void {
  command
    .option('--limit <n>', 'how many to show', wholeNumber, 10)
    .option('--detector <id>', 'only what this detector found');
  commonOptions(command, { hub: true, example: 'clew findings\nclew findings --limit 100 --json' });
  command.action(perform(shell, (options: FindingsOptions) => findings(shell, options)));
}

async function findings(shell: Shell, options: FindingsOptions): Promise<Outcome> {
  const found = await withHub(shell, options, async (hub) => {
    await mountPublished(hub);
    const only = options.detector === undefined ? {} : { detector: options.detector };
    return listFindings(hub.lake, { limit: options.limit, ...only });
  });
  const data = found.map((each) => ({
    ...each,
    subjects: each.subjects.map((subject) => ({ id: idText(subject.type, subject.entity), ...subject })),
  }));
  if (found.length === 0) return { data, lines: ['No findings in the published snapshot.'] };
  return {
    data,
    lines: [
      ...found.flatMap((each) => [...findingLines(shell, each), '']),
      shell.paint.dim('A finding is a lead for a person to review, never a verdict.'),
      'Next: clew show ID',
    ],
  };
}

const subjectsShown = 6;

function findingLines(shell: Shell, finding: ListedFinding): string[] {
  const { paint } = shell;
  const [main, ...others] = finding.subjects;
  const lines = [
    `${paint.bold(printable(main?.caption ?? '?'))}  ${paint.cyan(finding.title)}  ${
      main === undefined ? '' : paint.dim(idText(main.type, main.entity))
    }`,
    ...finding.reason.sentences.map((sentence) => `  ${printable(sentence)}`),
    `  ${counted(finding.statements, 'statement')} behind it. What else could explain it:`,
    ...finding.reason.otherwise.map((each) => paint.dim(`    ${printable(each)}`)),
    ...(others.length > 0 ? ['  With it:'] : []),
  ];
  for (const other of others.slice(0, subjectsShown)) {
    lines.push(`    ${printable(other.caption)}  ${paint.dim(idText(other.type, other.entity))}`);
  }
  if (others.length > subjectsShown) lines.push(paint.dim(`    and ${others.length - subjectsShown} more`));
  return lines;
}
