import { detectors } from '@clew/engine/findings/detectors.ts';
import type { ListedFinding } from '@clew/engine/findings/list-findings.ts';
import { idText } from '@clew/model/ids.ts';
import type { Command } from 'commander';
import { listFindings } from '../../hub/findings/list-findings.ts';
import { commonOptions, knownId, wholeNumber } from '../common-options.ts';
import { printable } from '../display-width.ts';
import { likelihood } from '../likelihood.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';
import { counted } from '../text-table.ts';
import { wrapText } from '../wrap-text.ts';

interface FindingsOptions extends CallerOptions {
  readonly limit: number;
  readonly detector?: string;
}

export function defineFindings(command: Command, shell: Shell): void {
  command
    .option('--limit <n>', 'how many to show', wholeNumber, 10)
    .option('--detector <id>', 'only what this detector found', detectorId);
  commonOptions(command, {
    hub: true,
    caller: true,
    example: 'clew findings\nclew findings --limit 100 --json',
  });
  command.action(perform(shell, (options: FindingsOptions) => findings(shell, options)));
}

async function findings(shell: Shell, options: FindingsOptions): Promise<Outcome> {
  const { findings: found } = await withCaller(shell, options, (hub, caller) =>
    listFindings(hub, caller, { limit: options.limit, detector: options.detector }),
  );
  const data = found.map((each) => ({
    ...each,
    subjects: each.subjects.map((subject) => ({ id: idText(subject.type, subject.entity), ...subject })),
  }));
  if (found.length === 0) return { data, lines: ['No findings in what you may see for this purpose.'] };
  return {
    data,
    lines: [
      ...found.flatMap((each) => [...findingLines(shell, each), '']),
      shell.paint.dim('A finding is a lead for a person to review, never a verdict.'),
    ],
  };
}

function detectorId(text: string): string {
  return knownId(
    text,
    detectors.map(({ id }) => id),
  );
}

const subjectsShown = 6;
const plainWidth = 100;

function findingLines({ paint, page }: Shell, finding: ListedFinding): string[] {
  const [main, ...others] = finding.subjects;
  const width = Math.min(page.width, plainWidth);
  const indented = (text: string) => wrapText(printable(text), width - 2).map((line) => `  ${line}`);
  const id = main === undefined ? undefined : idText(main.type, main.entity);
  return [
    `${paint.bold(printable(main?.caption ?? '?'))}  ${paint.cyan(id ?? '')}`,
    `  ${paint.bold(finding.title)} (${finding.detector}), chance ${likelihood(finding.chanceCorrected)}, ${counted(finding.statements, 'statement')} behind it`,
    ...finding.reason.sentences.flatMap(indented),
    ...indented(`What else could explain it: ${finding.reason.otherwise.join(' ')}`).map(paint.dim),
    ...cautionLines(finding).flatMap(indented),
    ...(others.length > 0 ? indented(`With it: ${namesOf(others)}`).map(paint.dim) : []),
    ...(id === undefined ? [] : [`  Next: clew show ${id}`]),
  ];
}

function cautionLines({ reason: { cautions = [] } }: ListedFinding): string[] {
  return cautions.length === 0 ? [] : [`Before anything is done: ${cautions.join(' ')}`];
}

function namesOf(subjects: ListedFinding['subjects']): string {
  const names = subjects.slice(0, subjectsShown).map(({ caption }) => caption);
  const more = subjects.length - names.length;
  return more > 0 ? `${names.join('; ')}; and ${more} more` : names.join('; ');
}
