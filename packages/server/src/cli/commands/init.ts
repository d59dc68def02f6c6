import { relative } from 'node:path';
import type { Command } from 'commander';
import { createHub } from '../../hub/create-hub.ts';
import { commonOptions } from '../common-options.ts';
import { perform } from '../perform.ts';
import type { CommonOptions, Outcome, Shell } from '../shell.ts';

interface InitOptions extends CommonOptions {
  readonly title: string;
  readonly profile: 'eu-europol' | 'us-28cfr23';
}

export function defineInit(command: Command, shell: Shell): void {
  command
    .argument('[folder]', 'where the hub goes', 'clew-hub')
    .option('--title <title>', 'the name of the hub, as reports show it', 'Clew hub')
    .option('--profile <profile>', 'the legal profile: eu-europol or us-28cfr23', 'eu-europol');
  commonOptions(command, { hub: false, example: 'clew init --title "Joint hub North"' });
  command.action(perform(shell, (folder: string, options: InitOptions) => init(shell, folder, options)));
}

async function init(shell: Shell, folder: string, options: InitOptions): Promise<Outcome> {
  const content = { clew: 1, title: options.title, profile: options.profile } as const;
  const layout = await createHub({
    folder,
    content,
    hubKey: shell.config.hubKey,
    ledger: shell.config.ledger,
    founder: shell.config.user,
  });
  const shown = relative('.', layout.folder) || '.';
  const key =
    shell.config.hubKey === undefined
      ? `Keep a copy of ${shown}/hub.key elsewhere: without it nobody can read what is handed in.`
      : 'Its key is the one in CLEW_HUB_KEY: without it nobody can read what is handed in.';
  return {
    data: { folder: layout.folder, ...content },
    lines: [
      `${shell.paint.green('New hub')} ${options.title} in ${shown}`,
      key,
      `${shell.config.user} works with it alone, in every role but the administrator's, until clew people add.`,
      `Next: clew contribute FILE --partner NAME${shown === 'clew-hub' ? '' : ` --hub ${shown}`}`,
    ],
  };
}
