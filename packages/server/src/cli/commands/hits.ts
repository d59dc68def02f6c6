import { countHits } from '@clew/engine/products/count-hits.ts';
import { type Hit, listHits } from '@clew/engine/products/hits.ts';
import { partners } from '@clew/ledger/partners.ts';
import { idText } from '@clew/model/ids.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Command } from 'commander';
import { mountPublished } from '../../hub/mount-published.ts';
import type { Hub } from '../../hub/open-hub.ts';
import { commonOptions, typeId, wholeNumber } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CommonOptions, type Outcome, type Shell, withHub } from '../shell.ts';
import { type Column, counted, textTable } from '../text-table.ts';

interface HitsOptions extends CommonOptions {
  readonly partner?: string;
  readonly type?: string;
  readonly limit: number;
}

export function defineHits(command: Command, shell: Shell): void {
  command
    .option('--partner <id>', 'the hits of one partner, row by row')
    .option('--type <type>', 'only hits on this type of thing, for example phone', typeId)
    .option('--limit <n>', 'how many to show', wholeNumber, 50);
  commonOptions(command, { hub: true, example: 'clew hits\nclew hits --partner border-guard --type phone' });
  command.action(
    perform(shell, (options: HitsOptions) => withHub(shell, options, (hub) => hits(shell, hub, options))),
  );
}

async function hits(shell: Shell, hub: Hub, options: HitsOptions): Promise<Outcome> {
  await mountPublished(hub);
  if (options.partner === undefined) return overview(shell, hub, options);
  const known = (await partners(hub.ledger)).map(({ id }) => id);
  if (!known.includes(options.partner)) {
    throw new Refusal(
      'not-found',
      `There is no partner ${options.partner}.`,
      `There are: ${known.join(', ')}.`,
    );
  }
  const found = await listHits(hub.lake, {
    partner: options.partner,
    type: options.type,
    limit: options.limit,
  });
  const total = (await countHits(hub.lake, options))
    .filter(({ recipient }) => recipient === options.partner)
    .reduce((sum, { hits: number }) => sum + number, 0);
  const lines =
    found.length === 0
      ? ['No hits for this partner.']
      : [...textTable(found, columns, shell.page), '', hint(total, found.length)];
  return { data: { total, hits: found }, lines };
}

const columns: readonly Column<Hit>[] = [
  { title: 'hit', value: (row) => row.kind, most: 40 },
  { title: 'your file', value: (row) => row.file, most: 32 },
  { title: 'row', value: (row) => row.row },
  {
    title: 'your record',
    value: (row) =>
      row.own
        .slice(0, 1)
        .map((id) => idText('record', id))
        .join(''),
  },
  { title: 'held by', value: (row) => row.otherTitle, most: 36 },
  { title: 'whom to ask', value: (row) => row.contact },
];

function hint(total: number, shown: number): string {
  const more = shown < total ? ` (${shown} shown; more with --limit)` : '';
  return `${counted(total, 'hit')}${more}. What the other holds is told only when its owner agrees: ask the desk named.`;
}

/** How many hits each partner has with each other. */
async function overview(shell: Shell, hub: Hub, options: HitsOptions): Promise<Outcome> {
  const counts = await countHits(hub.lake, options);
  if (counts.length === 0) return { data: counts, lines: ['No hits in the published snapshot.'] };
  const table = textTable(
    counts,
    [
      { title: 'partner', value: (row) => row.recipient, most: 32 },
      { title: 'hits', value: (row) => row.hits },
      { title: 'with', value: (row) => row.otherTitle },
    ],
    shell.page,
  );
  return { data: counts, lines: [...table, '', 'Row by row: clew hits --partner NAME'] };
}
