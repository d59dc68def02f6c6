import { type Role, roles } from '@clew/model/access/roles.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { type Command, Option } from 'commander';
import { changeRoleOf } from '../../hub/people/change-role.ts';
import { linkIdentityOf, unlinkIdentityOf } from '../../hub/people/link-identity.ts';
import { type ListedPerson, listPeople } from '../../hub/people/list-people.ts';
import { type OneTimePassword, openAccount } from '../../hub/people/open-account.ts';
import { registerPerson } from '../../hub/people/register-person.ts';
import { disableAccountOf, resetAccountOf } from '../../hub/people/reset-account.ts';
import { ensureFirstAdministrator } from '../../sign-in/first-administrator.ts';
import { commonOptions } from '../common-options.ts';
import { perform } from '../perform.ts';
import {
  type CallerOptions,
  type CommonOptions,
  type Outcome,
  type Shell,
  withCaller,
  withHub,
} from '../shell.ts';
import { type Column, textTable } from '../text-table.ts';

interface AddOptions extends CallerOptions {
  readonly title: string;
  readonly partner?: string;
}

interface RoleOptions extends CallerOptions {
  readonly take?: boolean;
  readonly reason: string;
}

interface AccountOptions extends CallerOptions {
  readonly reset?: boolean;
  readonly forgetSecondFactor?: boolean;
  readonly disable?: boolean;
}

interface IdentityOptions extends CallerOptions {
  readonly issuer: string;
  readonly subject: string;
  readonly unlink?: boolean;
}

export function definePeople(command: Command, shell: Shell): void {
  command.addHelpText(
    'after',
    '\nExample:\n  clew people\n  clew people add bg-0417 --title "Officer 0417" --partner border-guard --as administrator',
  );
  defineList(command, shell);
  defineAdd(command, shell);
  defineRole(command, shell);
  defineAccount(command, shell);
  defineIdentity(command, shell);
  const first = command
    .command('administrator')
    .description('The first administrator and its one-time password, while nobody has an account.');
  commonOptions(first, { hub: true, example: 'clew people administrator' });
  first.action(
    perform(shell, (options: CommonOptions) => withHub(shell, options, (hub) => administrator(shell, hub))),
  );
}

function defineList(command: Command, shell: Shell): void {
  const list = command.command('list', { isDefault: true }).description('Who works with the hub.');
  commonOptions(list, {
    hub: true,
    caller: true,
    example: 'clew people\nclew people list --as administrator',
  });
  list.action(
    perform(shell, async (options: CallerOptions) => {
      const found = await withCaller(shell, options, listPeople);
      const lines =
        found.length === 0 ? ['Nobody that you may know of.'] : textTable(found, columns, shell.page);
      return { data: found, lines };
    }),
  );
}

function defineAdd(command: Command, shell: Shell): void {
  const add = command
    .command('add')
    .description("Register somebody, or a partner's system; roles and an account come after.")
    .argument('<person>', 'an id, for example a service number')
    .requiredOption('--title <name>', 'how people call them')
    .option('--partner <id>', 'the partner they work for; else the hub itself');
  commonOptions(add, {
    hub: true,
    caller: true,
    example: 'clew people add bg-0417 --title "Officer 0417" --partner border-guard --as administrator',
  });
  add.action(
    perform(shell, async (id: string, options: AddOptions) => {
      const input = { id, title: options.title, partner: options.partner ?? null };
      const person = await withCaller(shell, options, (hub, caller) => registerPerson(hub, caller, input));
      const next = `Next: clew people role ${id} analyst --reason WORDS, then clew people account ${id}`;
      return { data: person, lines: [`${shell.paint.green('Registered')}: ${id}`, next] };
    }),
  );
}

function defineRole(command: Command, shell: Shell): void {
  const role = command
    .command('role')
    .description('Give a role to somebody, or take it.')
    .argument('<person>', 'their id')
    .argument('<role>', Object.keys(roles).join(', '))
    .option('--take', 'take it instead of giving it')
    .requiredOption('--reason <words>', 'why; kept for good');
  commonOptions(role, {
    hub: true,
    caller: true,
    example: 'clew people role bg-0417 analyst --reason "Joins the unit" --as administrator',
  });
  role.action(
    perform(shell, async (person: string, given: string, options: RoleOptions) => {
      if (!Object.hasOwn(roles, given)) {
        throw new Refusal('usage', 'There is no such role.', `There are: ${Object.keys(roles).join(', ')}.`);
      }
      const change = {
        ...{ person, role: given as Role, reason: options.reason },
        granted: options.take !== true,
      };
      const now = await withCaller(shell, options, (hub, caller) => changeRoleOf(hub, caller, change));
      return { data: now, lines: [`${person}: ${now.roles.join(', ') || 'no role'}`] };
    }),
  );
}

function defineAccount(command: Command, shell: Shell): void {
  const account = command
    .command('account')
    .description('An account with a one-time password, shown once.')
    .argument('<person>', 'their id')
    .option('--reset', 'a new one-time password for an account that is there')
    .option('--forget-second-factor', 'with --reset: for who has lost the device of the second factor')
    .addOption(new Option('--disable', 'let nobody in by it any more').conflicts(['reset']));
  commonOptions(account, {
    hub: true,
    caller: true,
    example:
      'clew people account bg-0417 --as administrator\nclew people account bg-0417 --reset --as administrator',
  });
  account.action(
    perform(shell, (person: string, options: AccountOptions) => changeAccount(shell, person, options)),
  );
}

async function changeAccount(shell: Shell, person: string, options: AccountOptions): Promise<Outcome> {
  if (options.disable === true) {
    await withCaller(shell, options, (hub, caller) => disableAccountOf(hub, caller, { person }));
    return { data: { person, disabled: true }, lines: [`${person} can no longer sign in.`] };
  }
  if (options.forgetSecondFactor === true && options.reset !== true) {
    throw new Refusal('usage', 'A second factor is forgotten with a reset.', 'Say --reset too.');
  }
  const forgetSecondFactor = options.forgetSecondFactor === true;
  const made = await withCaller(shell, options, (hub, caller) =>
    options.reset === true
      ? resetAccountOf(hub, caller, { person, forgetSecondFactor })
      : openAccount(hub, caller, { person }),
  );
  return { data: made, lines: oneTimeLines(shell, made) };
}

function defineIdentity(command: Command, shell: Shell): void {
  const identity = command
    .command('identity')
    .description("Say who it is that an organisation's identity provider knows.")
    .argument('<person>', 'their id')
    .requiredOption('--issuer <url>', "the provider's issuer, to the letter")
    .requiredOption('--subject <sub>', 'the claim sub of the person there')
    .option('--unlink', 'undo it');
  commonOptions(identity, {
    hub: true,
    caller: true,
    example:
      'clew people identity bg-0417 --issuer https://id.example --subject 248289761001 --as administrator',
  });
  identity.action(
    perform(shell, async (person: string, options: IdentityOptions) => {
      const input = { person, issuer: options.issuer, subject: options.subject };
      const isUnlinked = options.unlink === true;
      await withCaller(shell, options, (hub, caller) =>
        isUnlinked ? unlinkIdentityOf(hub, caller, input) : linkIdentityOf(hub, caller, input),
      );
      const line = `${person} can ${isUnlinked ? 'no longer' : 'now'} sign in with this identity.`;
      return { data: { ...input, linked: !isUnlinked }, lines: [line] };
    }),
  );
}

async function administrator(
  shell: Shell,
  hub: Parameters<typeof ensureFirstAdministrator>[0],
): Promise<Outcome> {
  const made = await ensureFirstAdministrator(hub);
  if (made !== undefined) return { data: made, lines: oneTimeLines(shell, made) };
  throw new Refusal(
    'already-done',
    'This hub has accounts already.',
    'An administrator gives others: clew people account PERSON --as ADMINISTRATOR.',
  );
}

function oneTimeLines(shell: Shell, made: OneTimePassword): string[] {
  return [
    `One-time password of ${made.person}: ${shell.paint.bold(made.oneTimePassword)}`,
    `It works until ${made.until.slice(0, 16).replace('T', ' ')} UTC, is shown this once and is kept nowhere.`,
    'The first sign-in asks for a password of their own and a second factor.',
  ];
}

const columns: readonly Column<ListedPerson>[] = [
  { title: 'person', value: (row) => row.id, most: 40 },
  { title: 'name', value: (row) => row.title, most: 32 },
  { title: 'partner', value: (row) => row.partner ?? 'the hub', most: 24 },
  { title: 'account', value: (row) => row.account?.replaceAll('-', ' ') ?? '' },
  { title: 'roles', value: (row) => row.roles.join(', '), wrap: true },
];
