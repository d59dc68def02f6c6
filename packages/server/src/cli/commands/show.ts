import { findEntity } from '@clew/engine/graph/find-entities.ts';
import { readDossier } from '@clew/engine/products/dossier/read-dossier.ts';
import { idText } from '@clew/model/ids.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Command } from 'commander';
import { mountPublished } from '../../hub/mount-published.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { dossierLines } from '../dossier-lines.ts';
import { idFromArgument } from '../id-from-argument.ts';
import { perform } from '../perform.ts';
import { type CommonOptions, type Outcome, type Shell, withHub } from '../shell.ts';

interface ShowOptions extends CommonOptions {
  readonly limit: number;
  readonly sources: number;
}

export function defineShow(command: Command, shell: Shell): void {
  command
    .argument('<id>', 'an id, as clew find, findings and hits print it')
    .option('--limit <n>', 'how many values, links, places and records to show of each kind', wholeNumber, 10)
    .option('--sources <n>', 'how many records to show behind each value', wholeNumber, 3);
  commonOptions(command, { hub: true, example: 'clew show person-00f3a1b2c3d4e5f6' });
  command.action(perform(shell, (id: string, options: ShowOptions) => show(shell, id, options)));
}

async function show(shell: Shell, text: string, options: ShowOptions): Promise<Outcome> {
  const id = idFromArgument(text);
  const dossier = await withHub(shell, options, async (hub) => {
    await mountPublished(hub);
    const entity = await findEntity(hub.lake, id);
    if (entity === undefined) {
      throw new Refusal(
        'not-found',
        `There is no ${text} in the published snapshot.`,
        'Look with clew find TEXT.',
      );
    }
    return readDossier(hub.lake, { entity, limit: options.limit, sources: options.sources });
  });
  return {
    data: { id: idText(dossier.type, dossier.entity), ...dossier },
    lines: dossierLines(dossier, shell.page),
  };
}
