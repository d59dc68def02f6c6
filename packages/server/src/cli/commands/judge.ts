import { membersOf } from '@clew/engine/resolution/explain-pair.ts';
import { addAudit } from '@clew/ledger/audit.ts';
import { addJudgement } from '@clew/ledger/judgements.ts';
import { idFromText, idText } from '@clew/model/ids.ts';
import type { Judgement } from '@clew/model/judgement.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { type Command, Option } from 'commander';
import { mountPublished } from '../../hub/mount-published.ts';
import type { Hub } from '../../hub/open-hub.ts';
import { commonOptions } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CommonOptions, type Outcome, type Shell, withHub } from '../shell.ts';

interface JudgeOptions extends CommonOptions {
  readonly verdict: Judgement['verdict'];
  readonly reason: string;
  readonly by?: string;
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
    .requiredOption('--reason <words>', 'why; kept with your name for good')
    .option('--by <name>', 'who decides; else $CLEW_USER or the name of the account');
  const example =
    'clew judge person-00f3a1b2c3d4e5f6 person-11a2b3c4d5e6f708 --verdict different --reason "Twins"';
  commonOptions(command, { hub: true, example });
  command.action(
    perform(shell, (a: string, b: string, options: JudgeOptions) =>
      withHub(shell, options, (hub) => judge(shell, hub, { ids: [a, b], options })),
    ),
  );
}

async function judge(
  shell: Shell,
  hub: Hub,
  { ids, options }: { ids: readonly [string, string]; options: JudgeOptions },
): Promise<Outcome> {
  await mountPublished(hub);
  const [first, second] = [await subjectOf(hub, ids[0]), await subjectOf(hub, ids[1])];
  if (first.type !== second.type) {
    throw new Refusal(
      'usage',
      `One is a ${first.type}, the other a ${second.type}.`,
      'Name two of one type.',
    );
  }
  const judgement: Judgement = {
    a: idText(first.type, first.subject),
    b: idText(second.type, second.subject),
    verdict: options.verdict,
    by: options.by ?? shell.config.user,
    reason: options.reason,
    at: new Date().toISOString(),
  };
  await hub.ledger.transaction(async (database) => {
    await addJudgement(database, judgement);
    await addAudit(database, { at: judgement.at, action: 'judge', what: `${judgement.a} ${judgement.b}` });
  });
  const lines = [
    `${shell.paint.green('Kept')}: ${judgement.a} and ${judgement.b}: ${judgement.verdict}`,
    'Next: clew run',
  ];
  return { data: judgement, lines };
}

async function subjectOf(hub: Hub, text: string): Promise<{ type: string; subject: bigint }> {
  const subject = idFromText(text);
  if (subject === undefined) {
    throw new Refusal('usage', `${text} is not an id.`, 'An id looks like person-00f3a1b2c3d4e5f6.');
  }
  const found = await membersOf(hub.lake, subject);
  if (found === undefined) {
    throw new Refusal(
      'not-found',
      `There is no ${text} in the published snapshot.`,
      'Look with clew find TEXT.',
    );
  }
  return { type: found.type, subject };
}
