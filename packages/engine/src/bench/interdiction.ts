// What Clew tells of a provider that stops, against plans of interdiction: instances of D. Lopes da Silva and others
// (traffickers, bottoms and victims; networks/trafficking-interdiction), the exact best plans for the same budget, and the plans
// that the authors publish for two of the instances.
// Run: npm run bench:interdiction -- [data folder]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { weighDisruption } from '../findings/facilitators/disruption.ts';
import { useTable } from '../findings/facilitators/uses.ts';
import { involvementTable, usableLabelTable } from '../findings/involvement.ts';
import { networkTable } from '../findings/tables.ts';
import { entityTable, linkTable } from '../graph/tables.ts';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { loadTable } from '../lake/table-writer.ts';
import { clusterTable } from '../resolution/tables.ts';
import { statementTable } from '../statements/tables.ts';
import { bestPlans, type Operation, readInstance } from './interdiction-plans.ts';

const costOfTrafficker = 8;
const budgets = [32, 40, 48, 56, 64];

/**
 * Victims that are still reached under the authors' own best plans, by budget: BBNIP1, full capacities, different capacities
 * (github.com/dblsBR/BBNIP_SexTraffickingDisruption, Results). For the other instances the folder holds no plans.
 */
const published: Readonly<Record<string, readonly number[]>> = {
  'Net10_1_DifCap.csv': [28, 20, 14, 9, 5],
  'Net10_2_DifCap.csv': [26, 20, 14, 10, 6],
};

/** How many people each trafficker's stop leaves without another, as the detector counts it. */
async function lossesOf(lake: Lake, operations: readonly Operation[]): Promise<readonly number[]> {
  const provider = (at: number) => BigInt(at + 1);
  const person = (at: number, victim: number) => BigInt(1_000 * (at + 1) + victim);
  for (const { schema } of [entityTable, clusterTable, statementTable, networkTable, useTable])
    await lake.makeSchema(schema);
  for (const table of [involvementTable, clusterTable, statementTable, linkTable, usableLabelTable])
    await loadTable(lake, table, []);
  await loadTable(
    lake,
    entityTable,
    operations.map((_, at) => ({
      ...{ entity: provider(at), type: 'vehicle', caption: '', statements: 1, subjects: 1, owners: [] },
      ...{ first_seen: null, last_seen: null, label: 1n, protected: false },
    })),
  );
  const reached = operations.flatMap(({ victims }, at) =>
    victims.map((_, victim) => ({ provider: provider(at), person: person(at, victim) })),
  );
  await loadTable(
    lake,
    networkTable,
    reached.map((row) => ({ network: row.provider, entity: row.person, members: 1, crime_areas: [] })),
  );
  await loadTable(
    lake,
    useTable,
    reached.map((row) => ({ ...row, layer: 'vehicle', network: row.provider, area: null })),
  );
  const told = await weighDisruption(lake, sql`select provider, person from ${useTable}`);
  return operations.map((_, at) =>
    [...(told.get(provider(at))?.networks.values() ?? [])].reduce((sum, { unserved }) => sum + unserved, 0),
  );
}

/** What is left where the first traffickers of the ranking are stopped, as many as the budget pays for. */
function leftBy(ranking: readonly Operation[], budget: number, of: (operation: Operation) => number): number {
  return ranking
    .slice(Math.floor(budget / costOfTrafficker))
    .reduce((sum, operation) => sum + of(operation), 0);
}

function share(total: number, left: number, best: number): string {
  return ((total - left) / (total - best)).toFixed(3);
}

async function tell(lake: Lake, path: string): Promise<{ victims: number[]; flow: number[] }> {
  const operations = readInstance(readFileSync(path, 'utf8'));
  const losses = await lossesOf(lake, operations);
  const order = operations
    .map((_, at) => at)
    .sort((a, b) => (losses[b] as number) - (losses[a] as number) || a - b);
  const ranking = order.map((at) => operations[at] as Operation);
  const victims = bestPlans(operations, 'victims', Math.max(...budgets));
  const flow = bestPlans(operations, 'flow', Math.max(...budgets));
  const [all, allFlow] = [victims[0] as number, flow[0] as number];
  const cells = budgets.map((budget, at) => {
    const left = leftBy(ranking, budget, (operation) => operation.victims.length);
    const theirs = published[basename(path)]?.[at];
    return `${left} / ${victims[budget]}${theirs === undefined ? '' : ` / ${theirs}`}`;
  });
  const ofFlow = budgets.map((budget) =>
    Number(
      share(
        allFlow,
        leftBy(ranking, budget, ({ flow: each }) => each),
        flow[budget] as number,
      ),
    ),
  );
  const ofVictims = budgets.map((budget) =>
    Number(
      share(
        all,
        leftBy(ranking, budget, ({ victims: each }) => each.length),
        victims[budget] as number,
      ),
    ),
  );
  console.log(
    `| ${[basename(path), all, ...cells, ofFlow.map((each) => each.toFixed(2)).join(' ')].join(' | ')} |`,
  );
  return { victims: ofVictims, flow: ofFlow };
}

const [data = '../shared/data'] = process.argv.slice(2);
const root = join(data, 'networks', 'trafficking-interdiction');
if (!existsSync(root)) {
  console.log(`Skipped: networks/trafficking-interdiction is not in ${data}.`);
} else {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => join(root, name));
  const folder = await mkdtemp(join(tmpdir(), 'clew-interdiction-'));
  const lake = await Lake.open({ folder });
  try {
    console.log(
      'Victims still reached: by the first of our ranking / under the best plan / under the published plan.',
    );
    const heads = [
      'instance',
      'victims',
      ...budgets.map((budget) => `budget ${budget}`),
      'of the best cut of flow',
    ];
    console.log(`| ${heads.join(' | ')} |\n|${heads.map(() => '---|').join('')}`);
    const all = [];
    for (const path of paths) all.push(await tell(lake, path));
    for (const what of ['victims', 'flow'] as const) {
      const shares = all.flatMap((one) => one[what]);
      const mean = shares.reduce((sum, each) => sum + each, 0) / shares.length;
      console.log(
        `Of what the best plans cut, in ${what}: mean ${mean.toFixed(3)}, least ${Math.min(...shares).toFixed(3)}, over ${shares.length} plans.`,
      );
    }
  } finally {
    lake.close();
    await rm(folder, { recursive: true, force: true });
  }
}
