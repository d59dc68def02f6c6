import type { Necessity } from '@clew/ledger/necessities.ts';
import type { Project } from '@clew/ledger/projects.ts';
import { purposes, type SubjectCategory, subjectCategories } from '@clew/model/terms/codes.ts';
import { type Command, Option } from 'commander';
import { answerNecessityOf, endNecessityNow } from '../../hub/people/answer-necessity.ts';
import { changeMemberOf } from '../../hub/people/change-member.ts';
import { listNecessities } from '../../hub/people/list-necessities.ts';
import { type ListedProject, listProjects } from '../../hub/people/list-projects.ts';
import { openProject } from '../../hub/people/open-project.ts';
import { recordNecessity } from '../../hub/people/record-necessity.ts';
import { type ApprovalOptions, approvalFrom, approvalOptions } from '../approval-options.ts';
import { commonOptions, knownId } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Shell, withCaller } from '../shell.ts';
import { type Column, textTable } from '../text-table.ts';

interface OpenOptions extends CallerOptions {
  readonly title: string;
  readonly for: Project['purpose'];
  readonly until?: string;
}

interface NecessityOptions extends CallerOptions {
  readonly category: readonly SubjectCategory[];
  readonly minors?: boolean;
  readonly reason: string;
  readonly until: string;
}

export function defineProject(command: Command, shell: Shell): void {
  command.addHelpText(
    'after',
    '\nExample:\n  clew project open harbour-nights --title "Harbour nights" --until 2027-06-30',
  );
  defineList(command, shell);
  defineOpen(command, shell);
  defineMember(command, shell);
  defineNecessity(command, shell);
  defineNecessities(command, shell);
  defineAnswer(command, shell);
  defineEnd(command, shell);
}

function defineList(command: Command, shell: Shell): void {
  const list = command.command('list', { isDefault: true }).description('The projects that you are in.');
  commonOptions(list, { hub: true, caller: true, example: 'clew project' });
  list.action(
    perform(shell, async (options: CallerOptions) => {
      const found = await withCaller(shell, options, listProjects);
      const lines = found.length === 0 ? ['You are in no project.'] : textTable(found, columns, shell.page);
      return { data: found, lines };
    }),
  );
}

function defineOpen(command: Command, shell: Shell): void {
  const open = command
    .command('open')
    .description('Open a project.')
    .argument('<project>', 'its id')
    .requiredOption('--title <words>', 'its name')
    .addOption(
      new Option('--for <purpose>', 'its purpose')
        .choices(Object.keys(purposes))
        .default('operational-analysis'),
    )
    .option('--until <day>', 'its last day, for example 2027-06-30');
  const example = 'clew project open harbour-nights --title "Harbour nights" --until 2027-06-30';
  commonOptions(open, { hub: true, caller: true, example });
  open.action(
    perform(shell, async (id: string, options: OpenOptions) => {
      const input = { id, title: options.title, purpose: options.for, until: options.until ?? null };
      const project = await withCaller(shell, options, (hub, caller) => openProject(hub, caller, input));
      const lines = [`${shell.paint.green('Opened')}: ${id}`, `Next: clew project member ${id} PERSON`];
      return { data: project, lines };
    }),
  );
}

function defineMember(command: Command, shell: Shell): void {
  const member = command
    .command('member')
    .description('Take somebody into a project, or out of it.')
    .argument('<project>', 'its id')
    .argument('<person>', 'their id')
    .option('--remove', 'out of it');
  commonOptions(member, { hub: true, caller: true, example: 'clew project member harbour-nights bg-0417' });
  member.action(
    perform(
      shell,
      async (project: string, person: string, options: CallerOptions & { readonly remove?: boolean }) => {
        const change = { project, person, joined: options.remove !== true };
        const now = await withCaller(shell, options, (hub, caller) => changeMemberOf(hub, caller, change));
        return { data: now, lines: [`${project}: ${now.members.join(', ') || 'nobody'}`] };
      },
    ),
  );
}

function defineNecessity(command: Command, shell: Shell): void {
  const categories = Object.keys(subjectCategories);
  const necessity = command
    .command('necessity')
    .description('Record that a project cannot do without protected persons; another person approves it.')
    .argument('<project>', 'its id')
    .option(
      '--category <category>',
      `whom it concerns, repeatable: ${categories.join(', ')}`,
      (text: string, before: readonly string[]) => [...before, knownId(text, categories)],
      [] as readonly string[],
    )
    .option('--minors', 'minors of these categories, and of those that need no necessity')
    .requiredOption('--reason <words>', 'why it is strictly necessary and proportionate; kept for good')
    .requiredOption('--until <day>', 'when it ends: three years from now at most');
  const example =
    'clew project necessity harbour-nights --category victim --until 2027-06-30 --reason "Statements name the house"';
  commonOptions(necessity, { hub: true, caller: true, example });
  necessity.action(
    perform(shell, async (project: string, options: NecessityOptions) => {
      const { category: of, minors = false, reason, until } = options;
      const input = { project, categories: of, minors, reason, until };
      const made = await withCaller(shell, options, (hub, caller) => recordNecessity(hub, caller, input));
      const next = `It has no effect yet. Another person: clew project answer ${made.id} --approve --reason WORDS`;
      return { data: made, lines: [`${shell.paint.green('Recorded')}: ${made.id}`, next] };
    }),
  );
}

function defineNecessities(command: Command, shell: Shell): void {
  const list = command
    .command('necessities')
    .description('The strict necessities of a project, or of all that you may know of.')
    .argument('[project]', 'its id');
  commonOptions(list, { hub: true, caller: true, example: 'clew project necessities harbour-nights' });
  list.action(
    perform(shell, async (project: string | undefined, options: CallerOptions) => {
      const found = await withCaller(shell, options, (hub, caller) =>
        listNecessities(hub, caller, { project }),
      );
      const lines =
        found.length === 0 ? ['None is recorded.'] : textTable(found, necessityColumns, shell.page);
      return { data: found, lines };
    }),
  );
}

function defineAnswer(command: Command, shell: Shell): void {
  const answer = command
    .command('answer')
    .description('Approve or refuse a necessity that somebody else recorded.')
    .argument('<necessity>', 'its id');
  approvalOptions(answer);
  const example = 'clew project answer 0123456789abcdef --approve --reason "Seen with the prosecutor"';
  commonOptions(answer, { hub: true, caller: true, example });
  answer.action(
    perform(shell, async (id: string, options: CallerOptions & ApprovalOptions) => {
      const input = { id, ...approvalFrom(options) };
      const now = await withCaller(shell, options, (hub, caller) => answerNecessityOf(hub, caller, input));
      return { data: now, lines: [`${id}: ${now.state}`, 'Next: clew run'] };
    }),
  );
}

function defineEnd(command: Command, shell: Shell): void {
  const end = command
    .command('end')
    .description('End a necessity before its time.')
    .argument('<necessity>', 'its id');
  commonOptions(end, { hub: true, caller: true, example: 'clew project end 0123456789abcdef' });
  end.action(
    perform(shell, async (id: string, options: CallerOptions) => {
      await withCaller(shell, options, (hub, caller) => endNecessityNow(hub, caller, { id }));
      return { data: { id, state: 'ended' }, lines: [`${id}: ended`, 'Next: clew run'] };
    }),
  );
}

const columns: readonly Column<ListedProject>[] = [
  { title: 'project', value: (row) => row.id, most: 32 },
  { title: 'name', value: (row) => row.title, most: 32 },
  { title: 'purpose', value: (row) => row.purpose },
  { title: 'until', value: (row) => row.until ?? '' },
  { title: 'members', value: (row) => row.members.join(', '), wrap: true },
];

const necessityColumns: readonly Column<Necessity>[] = [
  { title: 'necessity', value: (row) => row.id },
  { title: 'project', value: (row) => row.project, most: 24 },
  { title: 'state', value: (row) => row.state },
  { title: 'until', value: (row) => row.until.slice(0, 10) },
  { title: 'whom', value: (row) => [...row.categories, ...(row.minors ? ['minors'] : [])].join(', ') },
  { title: 'by', value: (row) => row.by, most: 20 },
  { title: 'reason', value: (row) => row.reason, wrap: true },
];
