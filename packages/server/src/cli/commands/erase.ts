import type { ErasureCertificate } from '@clew/ledger/erasures.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { erasureGrounds } from '@clew/model/terms/erasure.ts';
import { type Command, Option } from 'commander';
import { eraseContribution, type ToErase } from '../../hub/retention/erase-contribution.ts';
import { listErasures } from '../../hub/retention/list-erasures.ts';
import { commonOptions } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';
import { type Column, counted, textTable } from '../text-table.ts';

interface EraseOptions extends CallerOptions {
  readonly ground?: ToErase['ground'];
  readonly reason?: string;
  readonly list?: boolean;
}

const grounds = Object.keys(erasureGrounds).filter((ground) => ground !== 'clock');

export function defineErase(command: Command, shell: Shell): void {
  command
    .argument('[contribution]', 'its id')
    .addOption(new Option('--ground <ground>', 'on which ground').choices(grounds))
    .option('--reason <words>', 'why; stays in the certificate, so quote nothing of the content')
    .option('--list', 'the certificates of what was erased');
  const example =
    'clew erase 0123456789abcdef --ground owner --reason "Case closed, letter of 3 March"\nclew erase --list --json';
  commonOptions(command, { hub: true, caller: true, example });
  command.action(
    perform(shell, (contribution: string | undefined, options: EraseOptions) =>
      options.list === true ? certificates(shell, options) : erase(shell, contribution, options),
    ),
  );
}

async function erase(
  shell: Shell,
  contribution: string | undefined,
  options: EraseOptions,
): Promise<Outcome> {
  const { ground, reason } = options;
  if (contribution === undefined || ground === undefined || reason === undefined) {
    throw new Refusal(
      'usage',
      'Say what is erased, on which ground and why.',
      `clew erase CONTRIBUTION --ground GROUND --reason WORDS; grounds: ${grounds.join(', ')}.`,
    );
  }
  const certificate = await withCaller(shell, options, (hub, caller) =>
    eraseContribution(hub, caller, { contribution, ground, reason }),
  );
  return { data: certificate, lines: certificateLines(certificate) };
}

function certificateLines(certificate: ErasureCertificate): string[] {
  const { removed, noticesTo, tellOutside, releases } = certificate;
  const lines = [
    `Erased ${certificate.contribution} (${erasureGrounds[certificate.ground]}; ${certificate.law})`,
    `Its key is destroyed; ${counted(removed.folders.length, 'folder')} of the lake removed.`,
    `Told: ${noticesTo.join(', ')}, and the data protection officer.`,
  ];
  if (releases.length > 0) {
    lines.push(
      `${counted(releases.length, 'product')} over it had left the hub; their numbers can no longer be asked again.`,
    );
  }
  if (tellOutside.length > 0)
    lines.push(`To be told by the data protection officer: ${tellOutside.join(', ')}.`);
  return [...lines, 'The certificate: clew erase --list --json', 'Next: clew run'];
}

async function certificates(shell: Shell, options: EraseOptions): Promise<Outcome> {
  const found = await withCaller(shell, options, (hub, caller) => listErasures(hub, caller));
  const lines = found.length === 0 ? ['Nothing was erased.'] : textTable(found, columns, shell.page);
  return { data: found, lines };
}

const columns: readonly Column<ErasureCertificate>[] = [
  { title: 'contribution', value: (row) => row.contribution },
  { title: 'owner', value: (row) => row.owner, most: 24 },
  { title: 'erased', value: (row) => row.completedAt.slice(0, 10) },
  { title: 'ground', value: (row) => row.ground },
  { title: 'law', value: (row) => row.law, most: 48 },
  { title: 'told', value: (row) => row.noticesTo.join(', ') },
];
