import type { Command } from 'commander';
import { explainPair } from '../../hub/pairs/explain-pair.ts';
import { commonOptions } from '../common-options.ts';
import { idFromArgument } from '../id-from-argument.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';
import { whyLines } from '../why-lines.ts';

export function defineWhy(command: Command, shell: Shell): void {
  command
    .argument('<a>', 'an id, as clew find and show print it')
    .argument('<b>', 'another id')
    .addHelpText('after', `\n${legend}`);
  commonOptions(command, {
    hub: true,
    caller: true,
    example: 'clew why person-00f3a1b2c3d4e5f6 person-11a2b3c4d5e6f708',
  });
  command.action(
    perform(shell, (a: string, b: string, options: CallerOptions) => why(shell, [a, b], options)),
  );
}

const legend = `Weights are in bits: each bit doubles the odds that the two are the same. They begin at the prior, which is
far below zero because almost no two records are of the same person, and add up to the weight of the pair.
How common a value is, is counted in what you may read, and told only from twelve on.
docs/linkage.md explains all of it; clew model shows what the model learnt.`;

async function why(shell: Shell, texts: readonly [string, string], options: CallerOptions): Promise<Outcome> {
  const [a, b] = [idFromArgument(texts[0]), idFromArgument(texts[1])];
  const explanation = await withCaller(shell, options, (hub, caller) => explainPair(hub, caller, { a, b }));
  return { data: explanation, lines: whyLines(explanation, shell.page) };
}
