import { idText } from '@clew/model/ids.ts';
import type { Command } from 'commander';
import { readEntity } from '../../hub/entities/read-entity.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { dossierLines } from '../dossier-lines.ts';
import { idFromArgument } from '../id-from-argument.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';

interface ShowOptions extends CallerOptions {
  readonly limit: number;
  readonly sources: number;
}

export function defineShow(command: Command, shell: Shell): void {
  command
    .argument('<id>', 'an id, as clew find, findings and hits print it')
    .option('--limit <n>', 'how many values, links, places and records to show of each kind', wholeNumber, 10)
    .option('--sources <n>', 'how many records to show behind each value', wholeNumber, 3);
  commonOptions(command, { hub: true, caller: true, example: 'clew show person-00f3a1b2c3d4e5f6' });
  command.action(perform(shell, (id: string, options: ShowOptions) => show(shell, id, options)));
}

async function show(shell: Shell, text: string, options: ShowOptions): Promise<Outcome> {
  const id = idFromArgument(text);
  const dossier = await withCaller(shell, options, (hub, caller) =>
    readEntity(hub, caller, { id, limit: options.limit, sources: options.sources }),
  );
  return {
    data: { id: idText(dossier.type, dossier.entity), ...dossier },
    lines: dossierLines(dossier, shell.page),
  };
}
