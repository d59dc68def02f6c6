// Roles in published networks against what is published of them, and speed and memory on a network made here.
// Run: npm run bench:networks -- [--seed N] [--nodes N] [--edges N]
// Nodes are named by their number in the file of nodes: some files name people.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { diceFor } from '../dice.ts';
import { findRoles, type NetworkRoles } from '../findings/network-roles/find-roles.ts';
import { TieCollector } from '../findings/network-roles/network.ts';
import { runMeasured } from './run-measured.ts';

const shown = 6;
const covert = [
  ['Caviar, all phases', 'DF_Caviar.1'],
  ['Siren', 'DF_Siren'],
  ['Natarajan, cocaine', 'DF_Natarajan_cocaine'],
  ['Natarajan, heroin', 'DF_Natarajan_heroin'],
] as const;
/** At the centre of the two halves of Caviar, after C. Morselli, Inside Criminal Networks, 2009. */
const centralInCaviar = ['1', '3', '12'];

type Pair = readonly [from: string, to: string, weight?: string];

function rolesOf(pairs: readonly Pair[]): NetworkRoles {
  const ties = new TieCollector();
  for (const [source, target, weight] of pairs)
    ties.add({ source, target, weight: Number(weight ?? 1), layer: '', time: Number.NaN });
  return findRoles(ties.network());
}

function tell(title: string, roles: NetworkRoles): void {
  const stable = roles.nodes.reduce((sum, { stability }) => sum + stability, 0) / roles.nodes.length;
  console.log(
    `\n${title}: ${roles.nodes.length} nodes, ${roles.edges} ties, density ${roles.density.toFixed(3)}, degree centralisation ${(roles.centralisation * 100).toFixed(2)} %, ${roles.communities} communities (modularity ${roles.modularity.toFixed(3)}, mean stability ${stable.toFixed(2)})`,
  );
  const brokers = roles.nodes.slice(0, shown);
  console.log(`  brokers: ${brokers.map(({ node, broker }) => `${node} ${broker.toFixed(3)}`).join(', ')}`);
}

function tellMexico(data: string): void {
  const path = join(data, 'networks', 'trafficking-southern-mexico', 'Data.txt');
  if (!existsSync(path)) {
    console.log(`Skipped: networks/trafficking-southern-mexico is not in ${data}.`);
    return;
  }
  const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  tell(
    'Trafficking in southern Mexico (published: density .401, centralisation 44.32 %)',
    rolesOf(lines.map((line) => line.trim().split(/\s+/) as [string, string])),
  );
}

function tellCovert(data: string, title: string, name: string): void {
  const folder = join(data, 'networks', 'covert');
  if (!existsSync(join(folder, `${name}.edges.csv`))) {
    console.log(`Skipped: networks/covert/${name}.edges.csv is not in ${data}.`);
    return;
  }
  const rows = (file: string) => parse(readFileSync(join(folder, file)), { from: 2 }) as string[][];
  const names = rows(`${name}.nodes.csv`).map(([node]) => node as string);
  const isNumbered = names.every((node) => /^\d+$/.test(node));
  const numberOf = (node: string) => (isNumbered ? node : String(names.indexOf(node) + 1));
  const pairs = rows(`${name}.edges.csv`).map(([from, to, weight]): Pair => {
    const ends = [numberOf(from as string), numberOf(to as string)] as const;
    return weight === undefined ? ends : [...ends, weight];
  });
  const roles = rolesOf(pairs);
  tell(title, roles);
  if (name !== 'DF_Caviar.1') return;
  const places = centralInCaviar.map((node) => {
    const place = roles.nodes.findIndex((one) => one.node === node) + 1;
    return `N${node} is ${place}.`;
  });
  console.log(`  named as central in the literature: ${places.join(', ')} of ${roles.nodes.length}`);
}

async function measure(folder: string, given: { seed: number; nodes: number; edges: number }): Promise<void> {
  const dice = diceFor(given.seed, 'ties', 0);
  const lines = ['source,target'];
  for (let edge = 0; edge < given.edges; edge++) {
    const group = dice.below(Math.ceil(given.nodes / 100));
    const member = () => (dice.chance(0.9) ? group * 100 + dice.below(100) : dice.below(given.nodes));
    lines.push(`n${member()},n${member()}`);
  }
  const [path, out] = [join(folder, 'ties.csv'), join(folder, 'roles.csv')];
  writeFileSync(path, `${lines.join('\n')}\n`);
  const main = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url));
  const tsx = fileURLToPath(import.meta.resolve('tsx/cli'));
  const { used, lines: said } = await runMeasured(process.execPath, [
    tsx,
    main,
    'networks',
    path,
    '--out',
    out,
    '--quiet',
  ]);
  const cpu = used.cpuSeconds;
  console.log(
    `\nMade network, ${given.nodes} nodes, ${given.edges} ties: ${cpu?.toFixed(1) ?? '-'} CPU s, ${cpu === null ? '-' : Math.round(given.edges / cpu)} ties per CPU s, ${used.peakMB?.toFixed(0) ?? '-'} MB`,
  );
  for (const line of said.filter((one) => /communities|Broker/.test(one))) console.log(`  ${line}`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    nodes: { type: 'string', default: '50000' },
    edges: { type: 'string', default: '200000' },
  },
});
const [data = '../shared/data'] = positionals;
tellMexico(data);
for (const [title, name] of covert) tellCovert(data, title, name);
const folder = mkdtempSync(join(tmpdir(), 'clew-networks-'));
try {
  const [seed, nodes, edges] = [values.seed, values.nodes, values.edges].map(Number) as [
    number,
    number,
    number,
  ];
  await measure(folder, { seed, nodes, edges });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
