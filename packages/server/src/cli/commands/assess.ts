import { idText } from '@clew/model/ids.ts';
import type { Command } from 'commander';
import { assessOneCase } from '../../hub/entities/assess-case.ts';
import { assessmentLines } from '../assessment-lines.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { idFromArgument } from '../id-from-argument.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';

interface AssessOptions extends CallerOptions {
  readonly limit: number;
  readonly offset: number;
}

export function defineAssess(command: Command, shell: Shell): void {
  command
    .argument('<case>', 'the id of a case')
    .option('--limit <n>', 'how many people to show', wholeNumber, 20)
    .option('--offset <n>', 'how many people to leave out at the beginning', wholeNumber, 0);
  commonOptions(command, { hub: true, caller: true, example: 'clew assess case-00f3a1b2c3d4e5f6' });
  command.action(perform(shell, (id: string, options: AssessOptions) => assess(shell, id, options)));
}

async function assess(shell: Shell, text: string, options: AssessOptions): Promise<Outcome> {
  const id = idFromArgument(text);
  const { limit, offset } = options;
  const { view: _, ...assessed } = await withCaller(shell, options, (hub, caller) =>
    assessOneCase(hub, caller, { id, limit, offset }),
  );
  return {
    data: { id: idText('case', assessed.case), ...assessed },
    lines: assessmentLines(assessed, shell.page),
  };
}
