import type { KeptResult } from '@clew/ledger/results.ts';
import { type ResultKindId, resultKinds } from '@clew/model/results.ts';
import { type Command, Option } from 'commander';
import { listResults } from '../../hub/results/list-results.ts';
import { recordResult } from '../../hub/results/record-result.ts';
import { commonOptions, dayOf, wholeNumber, wholeNumberOrZero } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Shell, withCaller } from '../shell.ts';
import { type Column, counted, textTable } from '../text-table.ts';

interface ListOptions extends CallerOptions {
  readonly partner?: string;
  readonly kind?: ResultKindId;
  readonly since?: string;
  readonly until?: string;
  readonly limit: number;
}

interface RecordOptions extends CallerOptions {
  readonly partner: string;
  readonly kind: ResultKindId;
  readonly count: number;
  readonly day: string;
}

const recorded = 'clew results record --partner border-guard --kind arrests --count 3 --day 2026-11-20';

export function defineResults(command: Command, shell: Shell): void {
  command.addHelpText('after', `\nExample:\n  clew results\n  ${recorded}`);
  defineList(command, shell);
  defineRecord(command, shell);
}

function defineList(command: Command, shell: Shell): void {
  const list = command
    .command('list', { isDefault: true })
    .description('What partners reported, the latest day first.')
    .option('--partner <id>', 'of one partner')
    .addOption(kindOption('only this kind'))
    .option('--since <day>', 'from this day on (YYYY-MM-DD)', dayOf)
    .option('--until <day>', 'up to this day', dayOf)
    .option('--limit <n>', 'how many to show', wholeNumber, 50);
  commonOptions(list, { hub: true, caller: true, example: 'clew results --kind arrests --since 2026-01-01' });
  list.action(
    perform(shell, async (options: ListOptions) => {
      const { partner, kind, since, until, limit } = options;
      const { items, next } = await withCaller(shell, options, (hub, caller) =>
        listResults(hub, caller, { partner, kind, since, until, limit }),
      );
      const lines =
        items.length === 0 ? ['Nothing was reported.', recorded] : textTable(items, columns, shell.page);
      const more = next === null ? [] : ['', 'There are more: --limit'];
      return { data: items, lines: [...lines, ...more] };
    }),
  );
}

function defineRecord(command: Command, shell: Shell): void {
  const kinds = Object.entries(resultKinds).map(([id, { definition }]) => `  ${id}: ${definition}`);
  const record = command
    .command('record')
    .description('Report what came of an operation, in numbers; it stays as it was reported.')
    .requiredOption('--partner <id>', 'whose operation it was')
    .addOption(kindOption('what was counted').makeOptionMandatory())
    .requiredOption('--count <n>', 'how many, or how many euros', wholeNumberOrZero)
    .requiredOption('--day <day>', 'when it came about (YYYY-MM-DD)', dayOf)
    .addHelpText('after', `\nKinds:\n${kinds.join('\n')}`);
  commonOptions(record, { hub: true, caller: true, example: recorded });
  record.action(
    perform(shell, async (options: RecordOptions) => {
      const { partner, kind, count, day } = options;
      const kept = await withCaller(shell, options, (hub, caller) =>
        recordResult(hub, caller, { partner, kind, count, day }),
      );
      return { data: kept, lines: [`${shell.paint.green('Kept')}: ${resultText(kept)} on ${kept.day}`] };
    }),
  );
}

function kindOption(words: string): Option {
  return new Option('--kind <kind>', words).choices(Object.keys(resultKinds));
}

function resultText({ kind, count }: KeptResult): string {
  const { title, unit } = resultKinds[kind];
  return unit === 'euros' ? `${title}, ${counted(count, 'euro')}` : `${title}, ${count}`;
}

const columns: readonly Column<KeptResult>[] = [
  { title: 'day', value: (row) => row.day },
  { title: 'partner', value: (row) => row.partner, most: 32 },
  { title: 'count', value: (row) => row.count },
  { title: 'of', value: (row) => resultKinds[row.kind].unit },
  { title: 'what', value: (row) => resultKinds[row.kind].title },
  { title: 'reported by', value: (row) => row.by, most: 32 },
];
