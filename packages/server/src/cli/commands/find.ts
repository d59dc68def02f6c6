import type { FoundEntity } from '@clew/engine/graph/find-entities.ts';
import { idText } from '@clew/model/ids.ts';
import type { Command } from 'commander';
import { findEntities } from '../../hub/entities/find-entities.ts';
import { commonOptions, typeId, wholeNumber } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';
import { type Column, textTable } from '../text-table.ts';

interface FindOptions extends CallerOptions {
  readonly type?: string;
  readonly limit: number;
}

export function defineFind(command: Command, shell: Shell): void {
  command
    .argument('<text...>', 'a name in any script, a phone, plate, document, account or case number')
    .option('--type <type>', 'only things of this type, for example person', typeId)
    .option('--limit <n>', 'how many to show', wholeNumber, 20);
  commonOptions(command, {
    hub: true,
    caller: true,
    example: 'clew find Mohammed al-Rashid\nclew find "+49 151 2345678"',
  });
  command.action(
    perform(shell, (words: readonly string[], options: FindOptions) => find(shell, words.join(' '), options)),
  );
}

const columns: readonly Column<FoundEntity>[] = [
  { title: 'id', value: (row) => idText(row.type, row.entity) },
  { title: 'what', value: (row) => row.caption, most: 40 },
  { title: 'statements', value: (row) => row.statements },
  { title: 'last seen', value: (row) => row.last_seen },
  { title: 'partners', value: (row) => row.owners.join(', '), most: 40 },
  { title: 'matched', value: (row) => row.matched },
];

async function find(shell: Shell, text: string, options: FindOptions): Promise<Outcome> {
  const found = await withCaller(shell, options, (hub, caller) =>
    findEntities(hub, caller, { text, limit: options.limit, type: options.type }),
  );
  const data = found.map((row) => ({ id: idText(row.type, row.entity), ...row }));
  if (found.length === 0)
    return { data, lines: ['Nothing found. People in protected categories are not searched.'] };
  return { data, lines: [...textTable(found, columns, shell.page), '', 'Next: clew show ID'] };
}
