import type { Partner } from '@clew/model/contribution.ts';
import type { Command } from 'commander';
import { listPartners } from '../../hub/partners/list-partners.ts';
import { registerPartner } from '../../hub/partners/register-partner.ts';
import { commonOptions, partnerCountry } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Shell, withCaller } from '../shell.ts';
import { type Column, textTable } from '../text-table.ts';

interface AddOptions extends CallerOptions {
  readonly title: string;
  readonly country?: string;
  readonly contact: string;
}

export function definePartners(command: Command, shell: Shell): void {
  const added =
    'clew partners add border-guard --title "Border Guard" --country AT --contact "intelligence desk, ext. 7100"';
  command.addHelpText('after', `\nExample:\n  clew partners\n  ${added}`);
  const list = command.command('list', { isDefault: true }).description('Who takes part in the hub.');
  commonOptions(list, { hub: true, caller: true, example: 'clew partners' });
  list.action(
    perform(shell, async (options: CallerOptions) => {
      const found = await withCaller(shell, options, listPartners);
      const lines =
        found.length === 0 ? ['Nobody takes part yet.', added] : textTable(found, columns, shell.page);
      return { data: found, lines };
    }),
  );
  const add = command
    .command('add')
    .description('Register a partner.')
    .argument('<id>', 'lower-case letters, digits and hyphens')
    .requiredOption('--title <name>', 'its full name')
    .option('--country <code>', 'two letters (ISO 3166-1); none for an international body', partnerCountry)
    .requiredOption('--contact <desk>', 'whom to ask about its data: a desk, not a person');
  commonOptions(add, { hub: true, caller: true, example: added });
  add.action(
    perform(shell, async (id: string, options: AddOptions) => {
      const { title, country = null, contact } = options;
      const given = { id, title, country, contact };
      const made = await withCaller(shell, options, (hub, caller) => registerPartner(hub, caller, given));
      return { data: made, lines: [`${shell.paint.green('Registered')}: ${made.id}`] };
    }),
  );
}

const columns: readonly Column<Partner>[] = [
  { title: 'partner', value: (row) => row.id },
  { title: 'country', value: (row) => row.country },
  { title: 'name', value: (row) => row.title, most: 48 },
  { title: 'whom to ask', value: (row) => row.contact, wrap: true },
];
