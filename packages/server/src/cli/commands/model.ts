import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { drawCalibration } from '../../hub/models/draw-calibration.ts';
import { commonOptions, typeId } from '../common-options.ts';
import { modelLines } from '../model-lines.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';

interface ModelOptions extends CallerOptions {
  readonly type: string;
  readonly plot?: string;
}

export function defineModel(command: Command, shell: Shell): void {
  command
    .option('--type <type>', 'person, organization, vehicle, document or address', typeId, 'person')
    .option('--plot <file>', 'write the calibration as a picture (SVG)')
    .addHelpText('after', `\n${legend}`);
  commonOptions(command, {
    hub: true,
    caller: true,
    example: 'clew model --type person --plot calibration.svg',
  });
  command.action(perform(shell, (options: ModelOptions) => model(shell, options)));
}

const legend = `m: how many pairs of one thing show a level; u: how many pairs taken at random do. The weight is log2(m / u), in bits.
All of it is learnt from what you may read, without labels. docs/linkage.md explains it.`;

async function model(shell: Shell, options: ModelOptions): Promise<Outcome> {
  const { type, plot } = options;
  const drawn = await withCaller(shell, options, (hub, caller) => drawCalibration(hub, caller, { type }));
  const lines = modelLines(drawn.model, shell.page);
  if (plot === undefined) return { data: drawn.model, lines };
  await writeFile(plot, `${drawn.svg}\n`);
  return { data: { ...drawn.model, plot }, lines: [...lines, '', `Written: ${plot}`] };
}
