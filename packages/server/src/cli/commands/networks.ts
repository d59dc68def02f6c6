import { basename } from 'node:path';
import {
  findPhases,
  findRoles,
  type NetworkRoles,
  type Phase,
} from '@clew/engine/findings/network-roles/find-roles.ts';
import { type ReadTies, readTies } from '@clew/engine/findings/network-roles/read-ties.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Command } from 'commander';
import { openFile, readableFile } from '../../hub/contributions/open-file.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { csvLine, writeLines } from '../csv-writer.ts';
import { checkPlaces } from '../output-places.ts';
import { perform } from '../perform.ts';
import { type CommonOptions, type Outcome, type Shell, withProgress } from '../shell.ts';
import { count } from '../text-table.ts';

interface NetworksOptions extends CommonOptions {
  readonly out: string;
  readonly phases?: string;
  readonly phaseCount: number;
  readonly source?: string;
  readonly target?: string;
  readonly weight?: string;
  readonly layer?: string;
  readonly time?: string;
}

const mostPhases = 12;
/** A node in a different community in more than a tenth of the others' eyes is told as unsure. */
const stableFrom = 0.9;

export function defineNetworks(command: Command, shell: Shell): void {
  command
    .argument('<ties>', 'ties, one in a row: CSV, XLSX, JSON or JSON Lines')
    .requiredOption('--out <roles.csv>', 'where the nodes go: node,community,broker and more')
    .option('--phases <phases.csv>', 'where the communities and brokers of each phase go; needs times')
    .option(
      '--phase-count <n>',
      'stretches of equal length that the time is cut into',
      wholeNumber,
      mostPhases,
    )
    .option('--source <column>', 'one end of a tie; else recognised')
    .option('--target <column>', 'the other end; else recognised')
    .option('--weight <column>', 'how strong it is; else recognised, or 1')
    .option('--layer <column>', 'of what kind it is; else recognised, or one for all')
    .option('--time <column>', 'date, time or number of the phase; else recognised, or none');
  const example = [
    'clew networks ties.csv --out roles.csv',
    'clew networks calls.csv --source caller --target called --weight calls --time date --out roles.csv --phases phases.csv',
  ].join('\n');
  commonOptions(command, { hub: false, example });
  command.action(perform(shell, (path: string, options: NetworksOptions) => networks(shell, path, options)));
}

async function networks(shell: Shell, path: string, options: NetworksOptions): Promise<Outcome> {
  const { bytes } = await readableFile(path);
  await checkPlaces({ reads: [path], writes: [options.out, options.phases] });
  const file = { fileName: basename(path), bytes, open: () => openFile(path) };
  const { source, target, weight, layer, time } = options;
  const { read, roles, phases } = await withProgress(shell, options, async (watch) => {
    const read = await readTies(file, { source, target, weight, layer, time }, watch);
    if (options.phases !== undefined && read.ties.times().length === 0) throw withoutTimes();
    const roles = findRoles(read.ties.network(), watch);
    const phases =
      options.phases === undefined ? undefined : findPhases(read.ties, options.phaseCount, watch);
    return { read, roles, phases };
  });
  await writeLines(options.out, roleLines(roles));
  if (options.phases !== undefined && phases !== undefined)
    await writeLines(options.phases, phaseLines(phases, read.unit));
  return outcome(shell, { read, roles, phases, options });
}

function withoutTimes(): Refusal {
  return new Refusal(
    'mapping-invalid',
    'Phases need times, and no tie has one.',
    'Name the column with --time COLUMN, or leave out --phases.',
  );
}

async function* roleLines({ nodes }: NetworkRoles): AsyncGenerator<string> {
  yield csvLine([
    'node',
    'community',
    'broker',
    'degree',
    'strength',
    'constraint',
    'participation',
    'role',
    'stability',
  ]);
  for (const one of nodes) {
    yield csvLine([
      one.node,
      one.community,
      rounded(one.broker),
      one.degree,
      rounded(one.strength),
      one.constraint === null ? '' : rounded(one.constraint),
      rounded(one.participation),
      one.role,
      rounded(one.stability),
    ]);
  }
}

async function* phaseLines(phases: readonly Phase[], unit: ReadTies['unit']): AsyncGenerator<string> {
  yield csvLine(['phase', 'from', 'to', 'node', 'community', 'broker', 'stability']);
  for (const [index, { from, to, roles }] of phases.entries()) {
    const span = [from, to].map((time) => timeText(time, unit));
    for (const { node, community, broker, stability } of roles.nodes)
      yield csvLine([index + 1, ...span, node, community, rounded(broker), rounded(stability)]);
  }
}

function timeText(time: number, unit: ReadTies['unit']): string {
  return unit === 'step' ? String(rounded(time)) : new Date(time * 86_400_000).toISOString().slice(0, 10);
}

/** Nine digits: what is beyond hangs on the order of sums. */
function rounded(value: number): number {
  return Number(value.toPrecision(9));
}

interface Done {
  readonly read: ReadTies;
  readonly roles: NetworkRoles;
  readonly phases: readonly Phase[] | undefined;
  readonly options: NetworksOptions;
}

function outcome(shell: Shell, { read, roles, phases, options }: Done): Outcome {
  const { ties, ...reading } = read;
  const written = shell.paint.green('Written');
  const unsure = roles.nodes.filter(({ stability }) => stability < stableFrom).length;
  const used = Object.entries(read.columns).map(([name, column]) => `${name} "${column}"`);
  const layers =
    ties.layers.length > 1 ? [`Layers, each of the same mean weight: ${ties.layers.length}`] : [];
  return {
    data: { ...reading, layers: ties.layers, ...roles, ...(phases === undefined ? {} : { phases }) },
    lines: [
      `Columns: ${used.join(', ')}`,
      ...layers,
      ...leftOutLines(read),
      `${count(roles.nodes.length)} nodes, ${count(roles.edges)} ties; density ${roles.density.toFixed(3)}, degree centralisation ${(roles.centralisation * 100).toFixed(2)} %`,
      `${count(roles.communities)} communities, modularity ${roles.modularity.toFixed(3)}; ${count(unsure)} nodes with a stability under ${stableFrom} over ${roles.runs} runs`,
      brokerLine(roles),
      `${written} ${options.out}: ${count(roles.nodes.length)} nodes, who stands most between others first`,
      ...(phases === undefined ? [] : [`${written} ${options.phases}: ${count(phases.length)} phases`]),
      'To stand between others is a place in these data, no proof of a role: whoever is watched most seems central.',
    ],
  };
}

function brokerLine(roles: NetworkRoles): string {
  if (roles.brokerErrorAtMost === 0) return 'Broker: betweenness, exact';
  return `Broker: betweenness from ${count(roles.starts)} starts; largest standard error ${roles.brokerStandardError.toPrecision(2)}, with 95 % certainty no value off by more than ${roles.brokerErrorAtMost.toPrecision(2)}`;
}

function leftOutLines({ leftOut, withoutTime, toThemselves }: ReadTies): string[] {
  const lines = [
    [leftOut.unreadable, 'rows left out: they could not be read'],
    [leftOut.withoutNode, 'rows left out: they lack an end'],
    [leftOut.withoutWeight, 'rows left out: they have no weight above 0'],
    [withoutTime, 'rows without a readable time: in no phase'],
    [toThemselves, 'ties of a node to itself: not looked at'],
  ] as const;
  return lines.filter(([rows]) => rows > 0).map(([rows, why]) => `  ${count(rows)} ${why}`);
}
