import { writeWorld } from '@clew/engine/world/write-world.ts';
import type { Command } from 'commander';
import { commonOptions, wholeNumber, wholeNumberOrZero } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CommonOptions, type Outcome, type Shell, withProgress } from '../shell.ts';
import { count, counted } from '../text-table.ts';

interface WorldOptions extends CommonOptions {
  readonly seed: number;
  readonly people: number;
  readonly out: string;
}

export function defineWorld(command: Command, shell: Shell): void {
  command
    .requiredOption('--out <folder>', 'where the world goes')
    .option('--seed <n>', 'the same seed gives the same world', wholeNumberOrZero, 1)
    .option('--people <n>', '2,000 to 10 million', wholeNumber, 10_000);
  commonOptions(command, { hub: false, example: 'clew world --seed 7 --people 100000 --out ./world' });
  command.action(perform(shell, (options: WorldOptions) => world(shell, options)));
}

async function world(shell: Shell, options: WorldOptions): Promise<Outcome> {
  const { seed, people, out } = options;
  const manifest = await withProgress(shell, options, (watch) =>
    writeWorld({ seed, people, folder: out }, watch),
  );
  const planted = Object.entries(manifest.planted).map(([what, number]) => `${count(number)} ${what}`);
  const partners = new Set(manifest.files.map((file) => file.partner)).size;
  return {
    data: manifest,
    lines: [
      `${shell.paint.green('New world')} in ${out}: ${counted(manifest.rows, 'row')} in ${counted(manifest.files.length, 'file')} of ${counted(partners, 'partner')}`,
      `Planted: ${planted.join(', ')}`,
      `Nobody in it is real. Next: clew contribute, clew run, then clew score --world ${out}`,
    ],
  };
}
