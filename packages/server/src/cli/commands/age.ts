import { idText } from '@clew/model/ids.ts';
import type { Command } from 'commander';
import { readAgeOf } from '../../hub/entities/read-age.ts';
import { ageLines } from '../age-lines.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { idFromArgument } from '../id-from-argument.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';

interface AgeOptions extends CallerOptions {
  readonly limit: number;
}

export function defineAge(command: Command, shell: Shell): void {
  command
    .argument('<person>', 'the id of a person')
    .option('--limit <n>', 'how many pieces of evidence to show', wholeNumber, 20);
  commonOptions(command, { hub: true, caller: true, example: 'clew age person-00f3a1b2c3d4e5f6' });
  command.action(perform(shell, (id: string, options: AgeOptions) => age(shell, id, options)));
}

async function age(shell: Shell, text: string, { limit, ...options }: AgeOptions): Promise<Outcome> {
  const id = idFromArgument(text);
  const read = await withCaller(shell, options, (hub, caller) => readAgeOf(hub, caller, { id, limit }));
  const { person, ...rest } = read;
  return { data: { id: idText('person', person), ...rest }, lines: ageLines(read, shell.page) };
}
