import type { BreakGlass } from '@clew/ledger/break-glass.ts';
import type { Command } from 'commander';
import { answerBreakGlassOf } from '../../hub/people/answer-break-glass.ts';
import { askForBreakGlass } from '../../hub/people/ask-break-glass.ts';
import { listBreakGlass } from '../../hub/people/list-break-glass.ts';
import { type ApprovalOptions, approvalFrom, approvalOptions } from '../approval-options.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Shell, withCaller } from '../shell.ts';
import { type Column, textTable } from '../text-table.ts';

export function defineBreakGlass(command: Command, shell: Shell): void {
  command.addHelpText('after', '\nExample:\n  clew break-glass ask --reason "Life at risk"');
  defineList(command, shell);
  defineAsk(command, shell);
  defineAnswer(command, shell);
}

function defineList(command: Command, shell: Shell): void {
  const list = command
    .command('list', { isDefault: true })
    .description('What you asked for.')
    .option('--all', "everybody's, for who answers them");
  commonOptions(list, { hub: true, caller: true, example: 'clew break-glass list --all' });
  list.action(
    perform(shell, async (options: CallerOptions & { readonly all?: boolean }) => {
      const all = options.all === true;
      const found = await withCaller(shell, options, (hub, caller) => listBreakGlass(hub, caller, { all }));
      const lines = found.length === 0 ? ['Nobody asked.'] : textTable(found, columns, shell.page);
      return { data: found, lines };
    }),
  );
}

function defineAsk(command: Command, shell: Shell): void {
  const ask = command
    .command('ask')
    .description('Ask for access beyond the rules, for a purpose; another person answers.')
    .requiredOption('--reason <words>', 'why it cannot wait; kept for good, quote nothing of the content');
  const example =
    'clew break-glass ask --purpose operational-analysis --project harbour-nights --reason "Life at risk"';
  commonOptions(ask, { hub: true, caller: true, example });
  ask.action(
    perform(shell, async (options: CallerOptions & { readonly reason: string }) => {
      const { reason } = options;
      const made = await withCaller(shell, options, (hub, caller) =>
        askForBreakGlass(hub, caller, { reason }),
      );
      const next = `Another person: clew break-glass answer ${made.id} --approve --reason WORDS`;
      return { data: made, lines: [`${shell.paint.green('Asked')}: ${made.id}`, next] };
    }),
  );
}

function defineAnswer(command: Command, shell: Shell): void {
  const answer = command
    .command('answer')
    .description('Approve or refuse what somebody else asked for.')
    .argument('<request>', 'its id')
    .option('--minutes <n>', 'how long it is open, 240 at most', wholeNumber, 60);
  approvalOptions(answer);
  const example =
    'clew break-glass answer 0123456789abcdef --approve --minutes 30 --reason "Called back, life at risk"';
  commonOptions(answer, { hub: true, caller: true, example });
  answer.action(
    perform(
      shell,
      async (id: string, options: CallerOptions & ApprovalOptions & { readonly minutes: number }) => {
        const input = { id, ...approvalFrom(options), minutes: options.minutes };
        const now = await withCaller(shell, options, (hub, caller) => answerBreakGlassOf(hub, caller, input));
        const until = now.until === null ? '' : ` until ${now.until.slice(0, 16).replace('T', ' ')} UTC`;
        return { data: now, lines: [`${id}: ${now.state}${until}`] };
      },
    ),
  );
}

const columns: readonly Column<BreakGlass>[] = [
  { title: 'request', value: (row) => row.id },
  { title: 'by', value: (row) => row.person, most: 24 },
  { title: 'purpose', value: (row) => row.purpose },
  { title: 'project', value: (row) => row.project ?? '', most: 24 },
  { title: 'state', value: (row) => row.state },
  { title: 'until', value: (row) => row.until?.slice(0, 16).replace('T', ' ') ?? '' },
  { title: 'reason', value: (row) => row.reason, wrap: true },
];
