import type { Judgement } from '@clew/model/judgement.ts';
import { type Command, Option } from 'commander';
import { judgePair } from '../../hub/pairs/judge-pair.ts';
import { commonOptions } from '../common-options.ts';
import { idFromArgument } from '../id-from-argument.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';

interface JudgeOptions extends CallerOptions {
  readonly verdict: Judgement['verdict'];
  readonly reason: string;
}

export function defineJudge(command: Command, shell: Shell): void {
  command
    .argument('<a>', 'an id, as clew find, show and why print it')
    .argument('<b>', 'another id')
    .addOption(
      new Option('--verdict <verdict>', 'what you decide')
        .choices(['same', 'different', 'unsure'])
        .makeOptionMandatory(),
    )
    .requiredOption('--reason <words>', 'why; kept with your name for good');
  const example =
    'clew judge person-00f3a1b2c3d4e5f6 person-11a2b3c4d5e6f708 --verdict different --reason "Twins"';
  commonOptions(command, { hub: true, caller: true, example });
  command.action(
    perform(shell, (a: string, b: string, options: JudgeOptions) => judge(shell, [a, b], options)),
  );
}

async function judge(
  shell: Shell,
  [a, b]: readonly [string, string],
  options: JudgeOptions,
): Promise<Outcome> {
  const given = { a: idFromArgument(a), b: idFromArgument(b) };
  const { verdict, reason } = options;
  const judgement = await withCaller(shell, options, (hub, caller) =>
    judgePair(hub, caller, { ...given, verdict, reason }),
  );
  const lines = [
    `${shell.paint.green('Kept')}: ${judgement.a} and ${judgement.b}: ${judgement.verdict}`,
    'Next: clew run',
  ];
  return { data: judgement, lines };
}
