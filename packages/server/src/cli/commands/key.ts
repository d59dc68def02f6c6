import type { Command } from 'commander';
import { findHub } from '../../hub/find-hub.ts';
import { beginKeyChange } from '../../hub/keys/begin-key-change.ts';
import { commonOptions } from '../common-options.ts';
import { perform } from '../perform.ts';
import {
  type CallerOptions,
  engineConfig,
  type Outcome,
  type Shell,
  withCaller,
  withProgress,
} from '../shell.ts';

export function defineKey(command: Command, shell: Shell): void {
  const rotate = command
    .command('rotate')
    .description(
      'Wrap the data key of everything that was handed in under a new hub key. Afterwards the old one opens nothing. ' +
        'Stopped at any moment, it goes on when the hub is opened next.',
    );
  const example = 'clew key rotate --as administrator';
  commonOptions(rotate, { hub: true, caller: true, example });
  command.addHelpText('after', `\nExample:\n  ${example}`);
  rotate.action(perform(shell, (options: CallerOptions) => rotateKey(shell, options)));
}

async function rotateKey(shell: Shell, options: CallerOptions): Promise<Outcome> {
  const config = engineConfig(shell, options);
  const changed = await withCaller(shell, options, (hub, caller) => beginKeyChange(hub, caller, config));
  const { openHub } = await import('../../hub/open-hub.ts');
  const folder = findHub(options.hub, config.hub);
  await withProgress(shell, options, async ({ signal, onProgress }) => {
    const hub = await openHub(folder, { config, signal, onProgress });
    await hub.close();
  });
  const { from, to } = changed;
  const keep =
    config.hubKey === undefined
      ? 'It is in hub.key. Keep a copy of it elsewhere: without it nobody can read what was handed in.'
      : 'Give it in CLEW_HUB_KEY from now on, and CLEW_HUB_KEY_NEXT no more.';
  return {
    data: changed,
    lines: [
      `${shell.paint.green('Changed')}: the hub is under the key ${to}. The key ${from} opens nothing in it any more.`,
      keep,
      'A backup made before needs the old key, for as long as it is kept. Everybody signs in again.',
    ],
  };
}
