import { scoreRun } from '@clew/engine/world/score.ts';
import type { Command } from 'commander';
import { mountPublished } from '../../hub/mount-published.ts';
import { commonOptions } from '../common-options.ts';
import { perform } from '../perform.ts';
import { scoreLines } from '../score-lines.ts';
import { type CommonOptions, type Outcome, type Shell, withHub } from '../shell.ts';

interface ScoreOptions extends CommonOptions {
  readonly world: string;
}

export function defineScore(command: Command, shell: Shell): void {
  command.requiredOption('--world <folder>', 'the world whose files were handed in');
  commonOptions(command, { hub: true, example: 'clew score --world ./world' });
  command.action(
    perform(shell, async (options: ScoreOptions) => {
      const { score, snapshot } = await withHub(shell, options, async (hub) => {
        const published = await mountPublished(hub);
        return { score: await scoreRun(hub.lake, { world: options.world }), snapshot: published.id };
      });
      const lines = scoreLines(score, shell.page);
      return { data: { snapshot, ...score }, lines } satisfies Outcome;
    }),
  );
}
