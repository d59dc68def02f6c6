import type { Command } from 'commander';
import { scoreHub } from '../../hub/status/score-hub.ts';
import { commonOptions } from '../common-options.ts';
import { perform } from '../perform.ts';
import { scoreLines } from '../score-lines.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';

interface ScoreOptions extends CallerOptions {
  readonly world: string;
}

export function defineScore(command: Command, shell: Shell): void {
  command.requiredOption('--world <folder>', 'the world whose files were handed in');
  commonOptions(command, { hub: true, caller: true, example: 'clew score --world ./world' });
  command.action(
    perform(shell, async (options: ScoreOptions) => {
      const { score, snapshot } = await withCaller(shell, options, (hub, caller) =>
        scoreHub(hub, caller, { world: options.world }),
      );
      const lines = scoreLines(score, shell.page);
      return { data: { snapshot, ...score }, lines } satisfies Outcome;
    }),
  );
}
