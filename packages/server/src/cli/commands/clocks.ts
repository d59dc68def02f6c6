import { Refusal } from '@clew/model/refusal.ts';
import { type ClockDecision, clockDecisions } from '@clew/model/terms/profiles/legal-profile.ts';
import { type Command, Option } from 'commander';
import { decideClock } from '../../hub/retention/decide-clock.ts';
import { type Enforced, enforceClocksFor } from '../../hub/retention/enforce-clocks.ts';
import { type ListedClock, listClocks } from '../../hub/retention/list-clocks.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';
import { type Column, counted, textTable } from '../text-table.ts';

interface ListOptions extends CallerOptions {
  readonly within?: number;
  readonly at?: string;
}

interface DecideOptions extends CallerOptions {
  readonly decision: ClockDecision;
  readonly reason: string;
}

export function defineClocks(command: Command, shell: Shell): void {
  command.addHelpText('after', '\nExample:\n  clew clocks\n  clew clocks list --within 90');
  const list = command
    .command('list', { isDefault: true })
    .description('What is due or will be, by which law, and what happens otherwise.')
    .option('--within <days>', 'only what is due within so many days', wholeNumber)
    .option('--at <day>', 'what will be due on a day (YYYY-MM-DD) instead of now');
  commonOptions(list, { hub: true, caller: true, example: 'clew clocks\nclew clocks list --within 90' });
  list.action(perform(shell, (options: ListOptions) => showClocks(shell, options)));

  const decide = command
    .command('decide')
    .description('Decide on what is due; your name and reason are kept.')
    .argument('<contribution>', 'its id, as clew clocks prints it')
    .argument('<clock>', 'the clock, as clew clocks prints it')
    .addOption(
      new Option('--decision <decision>', 'what you decide')
        .choices(Object.keys(clockDecisions))
        .makeOptionMandatory(),
    )
    .requiredOption('--reason <words>', 'why');
  const example =
    'clew clocks decide 0123456789abcdef review --decision keep --reason "Trial pending until 2028"';
  commonOptions(decide, { hub: true, caller: true, example });
  decide.action(
    perform(shell, (contribution: string, clock: string, options: DecideOptions) =>
      decideOn(shell, { contribution, clock }, options),
    ),
  );

  const enforce = command
    .command('enforce')
    .description('Give the notices that are owed and erase what nobody decided on in time.');
  commonOptions(enforce, { hub: true, caller: true, example: 'clew clocks enforce' });
  enforce.action(
    perform(shell, async (options: CallerOptions) => {
      const done = await withCaller(shell, options, (hub, caller) => enforceClocksFor(hub, caller));
      return { data: done, lines: enforcedLines(done) };
    }),
  );
}

async function showClocks(shell: Shell, options: ListOptions): Promise<Outcome> {
  const at = options.at === undefined ? undefined : dayFrom(options.at);
  const clocks = await withCaller(shell, options, (hub, caller) =>
    listClocks(hub, caller, { within: options.within, at }),
  );
  if (clocks.length === 0) return { data: clocks, lines: ['Nothing is due.'] };
  const due = clocks.filter(({ isDue }) => isDue).length;
  const unreadable = new Set(clocks.filter(({ readable }) => !readable).map((each) => each.contribution));
  const lines = [...textTable(clocks, columns, shell.page), '', `${counted(due, 'clock')} due now.`];
  if (unreadable.size > 0) {
    lines.push(
      `${counted(unreadable.size, 'contribution')} ${unreadable.size === 1 ? 'is' : 'are'} not read yet or cannot be: every clock is taken to run. Run: clew run`,
    );
  }
  return {
    data: clocks,
    lines: [...lines, 'Decide: clew clocks decide CONTRIBUTION CLOCK --decision … --reason …'],
  };
}

function dayFrom(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
  if (day === undefined || Number.isNaN(day.getTime())) {
    throw new Refusal('usage', 'This is no day.', 'Write it as 2026-11-22.');
  }
  return day.toISOString();
}

const columns: readonly Column<ListedClock>[] = [
  { title: 'contribution', value: (row) => row.contribution },
  { title: 'owner', value: (row) => row.owner, most: 24 },
  { title: 'clock', value: (row) => row.clock },
  { title: 'due', value: (row) => row.due.slice(0, 10) },
  { title: 'days left', value: (row) => row.daysLeft },
  { title: 'else', value: (row) => (row.otherwise === 'erase' ? 'erased' : 'notice') },
  { title: 'decisions', value: (row) => row.decisions.join(', ') || 'none' },
  { title: 'what and by which law', value: (row) => `${row.title} (${row.source})`, wrap: true },
];

async function decideOn(
  shell: Shell,
  on: { readonly contribution: string; readonly clock: string },
  options: DecideOptions,
): Promise<Outcome> {
  const { decision, reason } = options;
  const { until } = await withCaller(shell, options, (hub, caller) =>
    decideClock(hub, caller, { ...on, decision, reason }),
  );
  const next = until === null ? 'It is not due again.' : `It is due again on ${until.slice(0, 10)}.`;
  return { data: { ...on, decision, until }, lines: [`Kept: ${clockDecisions[decision]}. ${next}`] };
}

function enforcedLines({ erased, notices }: Enforced): string[] {
  const lines = erased.map(({ contribution, law }) => `Erased ${contribution} (${law})`);
  return [
    ...lines,
    `${counted(erased.length, 'contribution')} erased, ${counted(notices, 'notice')} owed and given.`,
  ];
}
