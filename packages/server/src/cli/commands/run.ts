import type { StageReport } from '@clew/engine/pipeline.ts';
import type { Command } from 'commander';
import { type Run, runHub } from '../../hub/run-hub.ts';
import { commonOptions } from '../common-options.ts';
import type { Paint } from '../paint.ts';
import { perform } from '../perform.ts';
import { timeText } from '../progress-line.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller, withProgress } from '../shell.ts';
import { count, counted } from '../text-table.ts';

interface RunCommandOptions extends CallerOptions {
  readonly again?: boolean;
}

export function defineRun(command: Command, shell: Shell): void {
  command.option('--again', 'compute even when nothing has changed');
  commonOptions(command, { hub: true, caller: true, example: 'clew run\nclew run --again --memory 4GB' });
  command.action(perform(shell, (options: RunCommandOptions) => run(shell, options)));
}

async function run(shell: Shell, options: RunCommandOptions): Promise<Outcome> {
  const result = await withCaller(shell, options, (hub, caller) =>
    withProgress(shell, options, (watch) => {
      const onStage = (report: StageReport) => {
        watch.close();
        if (!options.json) shell.stdout.write(`${stageLine(report, shell.paint)}\n`);
      };
      return runHub(hub, caller, { again: options.again, watch, onStage });
    }),
  );
  return { data: result, lines: runLines(result, shell.paint) };
}

/** One line for a stage: its name, its time, what it made. */
export function stageLine({ stage, counts, seconds }: StageReport, paint: Paint): string {
  const made = Object.entries(counts).map(([what, number]) => `${count(number)} ${what}`);
  return `${paint.bold(stage.padEnd(10))} ${timeText(seconds).padStart(8)}  ${made.join(', ')}`;
}

function runLines(result: Run, paint: Paint): string[] {
  const over = counted(result.parts.contributions.length, 'contribution');
  const lines = result.computed
    ? [`${paint.green('Published')} snapshot ${result.snapshot} over ${over}`]
    : [`Snapshot ${result.snapshot} over ${over} is up to date; nothing to do (--again computes it anyway)`];
  if (result.setAside.length > 0) {
    lines.push(
      paint.yellow(
        `${counted(result.setAside.length, 'contribution')} could not be read and took no part; see clew status`,
      ),
    );
  }
  if (result.computed) lines.push('Next: clew findings, clew hits --partner NAME, clew find TEXT');
  return lines;
}
