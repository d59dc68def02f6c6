import { type AnswerTimes, type HitAnswer, hitAnswers } from '@clew/ledger/hit-events.ts';
import { type Command, Option } from 'commander';
import type { Caller } from '../../access/caller.ts';
import { answerHit } from '../../hub/hits/answer-hit.ts';
import { endConsent } from '../../hub/hits/end-consent.ts';
import { listAnswerTimes } from '../../hub/hits/list-answer-times.ts';
import { type CountedHits, countHits, type HitsToList, listHits } from '../../hub/hits/list-hits.ts';
import { readHit } from '../../hub/hits/read-hit.ts';
import { readShared } from '../../hub/hits/read-shared.ts';
import { requestContent } from '../../hub/hits/request-content.ts';
import { commonOptions, typeId, wholeNumber } from '../common-options.ts';
import { pageLines, readHitLines, sharedLines } from '../hit-lines.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';
import { type Column, textTable } from '../text-table.ts';

interface ListOptions extends CallerOptions {
  readonly partner?: string;
  readonly asked?: boolean;
  readonly withdrawn?: boolean;
  readonly type?: string;
  readonly limit: number;
}

interface AnswerOptions extends CallerOptions {
  readonly answer: HitAnswer;
  readonly properties?: readonly string[];
  readonly reason?: string;
}

export function defineHits(command: Command, shell: Shell): void {
  command.addHelpText('after', '\nExample:\n  clew hits\n  clew hits --partner border-guard --type phone');
  defineList(command, shell);
  defineShow(command, shell);
  defineAsk(command, shell);
  defineAnswer(command, shell);
  defineEnd(command, shell);
  defineShared(command, shell);
  defineTimes(command, shell);
}

function defineList(command: Command, shell: Shell): void {
  const list = command
    .command('list', { isDefault: true })
    .description('Who holds the same: in counts, or the hits of one partner.')
    .option('--partner <id>', 'the hits of one partner, row by row')
    .option('--asked', 'those that the partner was asked about, instead of those it was told of')
    .option('--withdrawn', 'those whose link is no longer there')
    .option('--type <type>', 'only hits on this type of thing, for example phone', typeId)
    .option('--limit <n>', 'how many to show', wholeNumber, 50);
  const example = 'clew hits\nclew hits --partner border-guard --type phone';
  commonOptions(list, { hub: true, caller: true, example });
  list.action(perform(shell, (options: ListOptions) => showHits(shell, options)));
}

function defineShow(command: Command, shell: Shell): void {
  const show = command
    .command('show')
    .description('One hit, with what was asked and answered.')
    .argument('<hit>', 'its id, as clew hits prints it');
  commonOptions(show, { hub: true, caller: true, example: 'clew hits show hit-00f3a1b2c3d4e5f6' });
  show.action(
    perform(shell, async (hit: string, options: CallerOptions) => {
      const read = await withCaller(shell, options, (hub, caller) => readHit(hub, caller, { hit }));
      return { data: read, lines: readHitLines(read, shell.page) };
    }),
  );
}

function defineAsk(command: Command, shell: Shell): void {
  const ask = command
    .command('ask')
    .description('Ask the owner for what is behind a hit.')
    .argument('<hit>', 'its id, as clew hits prints it')
    .requiredOption('--reason <words>', 'what for; the owner reads it');
  const example = 'clew hits ask hit-00f3a1b2c3d4e5f6 --reason "Boat of 3 March, suspect in custody"';
  commonOptions(ask, { hub: true, caller: true, example });
  ask.action(
    perform(shell, async (hit: string, options: CallerOptions & { readonly reason: string }) => {
      const { reason } = options;
      await withCaller(shell, options, (hub, caller) => requestContent(hub, caller, { hit, reason }));
      return { data: { hit, state: 'requested' }, lines: ['Asked. The owner is told.'] };
    }),
  );
}

function defineAnswer(command: Command, shell: Shell): void {
  const answer = command
    .command('answer')
    .description('Answer as the owner; the last answer counts.')
    .argument('<hit>', 'its id, as clew hits --asked prints it')
    .addOption(
      new Option('--answer <answer>', 'what you answer')
        .choices(Object.keys(hitAnswers))
        .makeOptionMandatory(),
    )
    .option('--properties <names>', 'with share-part: what may be read, separated by commas', namesFrom)
    .option('--reason <words>', 'needed to refuse and to ask back; the other owner reads it');
  const example =
    'clew hits answer hit-00f3a1b2c3d4e5f6 --answer share-part --properties name,birthDate --reason "Call us first"';
  commonOptions(answer, { hub: true, caller: true, example });
  answer.action(
    perform(shell, async (hit: string, options: AnswerOptions) => {
      const { answer: given, properties, reason } = options;
      await withCaller(shell, options, (hub, caller) =>
        answerHit(hub, caller, { hit, answer: given, properties, reason }),
      );
      const lines = [`Kept: ${hitAnswers[given]}. The other owner is told.`];
      return { data: { hit, state: 'answered', answer: given }, lines };
    }),
  );
}

function defineEnd(command: Command, shell: Shell): void {
  const end = command
    .command('end')
    .description('Share no longer, as the owner.')
    .argument('<hit>', 'its id, as clew hits --asked prints it');
  commonOptions(end, { hub: true, caller: true, example: 'clew hits end hit-00f3a1b2c3d4e5f6' });
  end.action(
    perform(shell, async (hit: string, options: CallerOptions) => {
      await withCaller(shell, options, (hub, caller) => endConsent(hub, caller, { hit }));
      return {
        data: { hit, shared: false },
        lines: ['Nothing is shared on it now. The other owner is told.'],
      };
    }),
  );
}

function defineShared(command: Command, shell: Shell): void {
  const shared = command
    .command('shared')
    .description('Read what the owner shared, under its terms.')
    .argument('<hit>', 'its id, as clew hits prints it')
    .option('--limit <n>', 'how many statements to show', wholeNumber, 1000);
  commonOptions(shared, { hub: true, caller: true, example: 'clew hits shared hit-00f3a1b2c3d4e5f6' });
  shared.action(
    perform(shell, async (hit: string, options: CallerOptions & { readonly limit: number }) => {
      const { limit } = options;
      const read = await withCaller(shell, options, (hub, caller) => readShared(hub, caller, { hit, limit }));
      return { data: read, lines: sharedLines(read, shell.page) };
    }),
  );
}

function defineTimes(command: Command, shell: Shell): void {
  const times = command.command('times').description('How long owners take to answer.');
  commonOptions(times, { hub: true, caller: true, example: 'clew hits times' });
  times.action(
    perform(shell, async (options: CallerOptions) => {
      const found = await withCaller(shell, options, (hub, caller) => listAnswerTimes(hub, caller));
      const lines = found.length === 0 ? ['Nobody was asked.'] : textTable(found, timeColumns, shell.page);
      return { data: found, lines };
    }),
  );
}

function namesFrom(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim());
}

async function showHits(shell: Shell, options: ListOptions): Promise<Outcome> {
  const { partner, type, limit } = options;
  const side = options.asked === true ? 'asked' : 'told';
  const states: HitsToList['states'] = options.withdrawn === true ? ['withdrawn'] : undefined;
  return withCaller(shell, options, async (hub, caller) => {
    if (partner === undefined && side === 'told' && states === undefined) {
      const counts = await countHits(hub, caller, { type });
      return { data: counts, lines: countLines(shell, counts, caller) };
    }
    const page = await listHits(hub, caller, { partner, side, type, states, limit });
    return { data: page, lines: pageLines(page, side, shell.page) };
  });
}

function countLines(shell: Shell, counts: readonly CountedHits[], { actor, ground }: Caller): string[] {
  if (counts.length === 0 && actor.partner === null && ground.purpose !== 'oversight') {
    return ['No hits that you may read for this purpose. The data protection officer: --purpose oversight.'];
  }
  if (counts.length === 0) return ['No hits.'];
  return [...textTable(counts, countColumns, shell.page), '', 'Row by row: clew hits --partner NAME'];
}

const countColumns: readonly Column<CountedHits>[] = [
  { title: 'partner', value: (row) => row.recipient, most: 32 },
  { title: 'hits', value: (row) => row.hits },
  { title: 'with', value: (row) => row.otherTitle },
];

const hours = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

const timeColumns: readonly Column<AnswerTimes>[] = [
  { title: 'owner', value: (row) => row.owner, most: 32 },
  { title: 'asked', value: (row) => row.requests },
  { title: 'answered', value: (row) => row.answered },
  { title: 'median hours', value: (row) => hours(row.medianHours), align: 'right' },
  { title: 'nine of ten within', value: (row) => hours(row.ninetiethHours), align: 'right' },
  { title: 'median since told', value: (row) => hours(row.medianHoursFromTold), align: 'right' },
  { title: 'open', value: (row) => row.open },
  { title: 'oldest open', value: (row) => hours(row.oldestOpenHours), align: 'right' },
];
