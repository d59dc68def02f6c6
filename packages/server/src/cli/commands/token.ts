import { type Action, actions } from '@clew/model/access/actions.ts';
import type { Command } from 'commander';
import { endTokenNow, type ListedToken, listTokens } from '../../hub/people/end-token.ts';
import { issueToken } from '../../hub/people/issue-token.ts';
import { commonOptions, knownId, wholeNumber } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Shell, withCaller } from '../shell.ts';
import { type Column, textTable } from '../text-table.ts';

interface IssueOptions extends CallerOptions {
  readonly title: string;
  readonly scope: readonly Action[];
  readonly days: number;
}

export function defineToken(command: Command, shell: Shell): void {
  command.addHelpText(
    'after',
    '\nExample:\n  clew token issue bg-system --title "Case system" --scope hit.read --as administrator',
  );
  const list = command.command('list', { isDefault: true }).description('The tokens that were issued.');
  commonOptions(list, { hub: true, caller: true, example: 'clew token --as administrator' });
  list.action(
    perform(shell, async (options: CallerOptions) => {
      const found = await withCaller(shell, options, listTokens);
      const lines = found.length === 0 ? ['No token was issued.'] : textTable(found, columns, shell.page);
      return { data: found, lines };
    }),
  );
  defineIssue(command, shell);
  const end = command
    .command('end')
    .description('End a token before its time.')
    .argument('<token>', 'its id, as clew token shows it');
  commonOptions(end, {
    hub: true,
    caller: true,
    example: 'clew token end 0123456789abcdef --as administrator',
  });
  end.action(
    perform(shell, async (id: string, options: CallerOptions) => {
      await withCaller(shell, options, (hub, caller) => endTokenNow(hub, caller, { id }));
      return { data: { id, ended: true }, lines: [`${id} opens nothing any more.`] };
    }),
  );
}

function defineIssue(command: Command, shell: Shell): void {
  const issue = command
    .command('issue')
    .description("Give a partner's system a token, shown once.")
    .argument('<person>', 'in whose name the system acts')
    .requiredOption('--title <words>', 'which system holds it')
    .requiredOption(
      '--scope <action>',
      'what it opens, repeatable: for example contribution.hand-in, hit.read',
      (text: string, before: readonly string[] | undefined) => [
        ...(before ?? []),
        knownId(text, Object.keys(actions)),
      ],
    )
    .option('--days <n>', 'how long it works, 366 at most', wholeNumber, 90);
  const example =
    'clew token issue bg-system --title "Case system" --scope contribution.hand-in --scope hit.read --as administrator';
  commonOptions(issue, { hub: true, caller: true, example });
  issue.action(
    perform(shell, async (person: string, options: IssueOptions) => {
      const until = new Date(Date.now() + Math.min(options.days, 400) * 86_400_000).toISOString();
      const input = { person, title: options.title, scopes: options.scope, until };
      const made = await withCaller(shell, options, (hub, caller) => issueToken(hub, caller, input));
      const lines = [
        shell.paint.bold(made.token),
        `It works until ${until.slice(0, 10)}, is shown this once and is kept nowhere.`,
        `To end it before: clew token end ${made.id}`,
      ];
      return { data: made, lines };
    }),
  );
}

const columns: readonly Column<ListedToken>[] = [
  { title: 'token', value: (row) => row.id },
  { title: 'system', value: (row) => row.title, most: 32 },
  { title: 'person', value: (row) => row.person, most: 24 },
  { title: 'until', value: (row) => (row.endedAt === null ? row.until.slice(0, 10) : 'ended') },
  { title: 'opens', value: (row) => row.scopes.join(', '), wrap: true },
];
