import { idText } from '@clew/model/ids.ts';
import type { Command } from 'commander';
import { describeNetwork } from '../../hub/networks/describe-network.ts';
import { commonOptions } from '../common-options.ts';
import { idFromArgument } from '../id-from-argument.ts';
import { networkLines } from '../network-lines.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';

export function defineNetwork(command: Command, shell: Shell): void {
  command.argument('<person>', 'the id of a person');
  commonOptions(command, { hub: true, caller: true, example: 'clew network person-00f3a1b2c3d4e5f6' });
  command.action(perform(shell, (id: string, options: CallerOptions) => network(shell, id, options)));
}

async function network(shell: Shell, text: string, options: CallerOptions): Promise<Outcome> {
  const id = idFromArgument(text);
  const described = await withCaller(shell, options, (hub, caller) => describeNetwork(hub, caller, id));
  return {
    data: { id: idText('person', described.network), ...described },
    lines: networkLines(described, shell.page),
  };
}
