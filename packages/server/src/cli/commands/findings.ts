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
    `  By chance: ${chanceText(finding.chance)}, after correction for all that were tested ${chanceText(finding.chanceCorrected)}; ${counted(finding.statements, 'statement')} behind it`,
  ];
  if (finding.reason.otherwise.length > 0) {
    lines.push(paint.dim(`  What else could explain it: ${finding.reason.otherwise.join('; ')}`));
  }
  for (const other of others.slice(0, subjectsShown)) {
    lines.push(`  · ${printable(other.caption)}  ${paint.dim(idText(other.type, other.entity))}`);
  }
  if (others.length > subjectsShown) lines.push(paint.dim(`  · and ${others.length - subjectsShown} more`));
  return lines;
}

function chanceText(chance: number): string {
  if (chance >= 0.001) return chance.toFixed(3);
  return chance === 0 ? 'under 1e-300' : chance.toExponential(1);
}
