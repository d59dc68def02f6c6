// Patterns of payments against what was planted: in AMLSim's published data, its amounts taken out first, for they give the
// planted ones away; and in payments made here, for speed, memory and false alarms.
// Run: npm run bench:flows -- [--seed N] [--payments N,N]
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findFlows, type Pattern } from '../findings/flows/find-flows.ts';
import { readPayments } from '../findings/flows/read-payments.ts';
import { type MadePayments, type PaymentOptions, randomPayments } from './random-payments.ts';
import { runMeasured } from './run-measured.ts';
import { textInArchive } from './tar-file.ts';

const amlSim = ['20K_cycle200', '20K_fanin200cycle200'] as const;
/** AMLSim's own payments begin at 100; planted cycles pay 10 to 20, planted fan-ins less. */
const plantedCycles = { from: 10, to: 20 };
const plantedFans = { from: 0, to: 10 };

interface Planted {
  readonly fans: readonly (readonly string[])[];
  readonly cycles: readonly (readonly string[])[];
  readonly rows: ReadonlySet<number>;
  readonly accounts: ReadonlySet<string>;
}

async function scoreAmlSim(archive: string): Promise<void> {
  const text = textInArchive(archive, '/transactions.csv') as string;
  const nodes = (textInArchive(archive, '/nodes.csv') as string).trim().split('\n').slice(1);
  const flagged = new Set(
    nodes.map((line) => line.split(',')).flatMap(([id, mark]) => (mark === '1' ? [id as string] : [])),
  );
  const lines = text.trim().split('\n');
  const truth = plantedIn(lines.slice(1));
  const bare = Buffer.from(`${lines.map((line) => line.split(',').toSpliced(2, 1).join(',')).join('\n')}\n`);
  const source = { fileName: 'transactions.csv', bytes: bare.length, open: () => once(bare) };
  const { patterns, tested } = findFlows((await readPayments(source)).payments);
  console.log(`\n${archive.split('/').at(-1)}: ${lines.length - 1} payments, ${tested} tests`);
  const isTrue = ({ rows }: Pattern) => rows.filter((row) => truth.rows.has(row)).length * 2 > rows.length;
  for (const [kind, planted] of [
    ['cycle', truth.cycles],
    ['fan-in', truth.fans],
  ] as const) {
    const found = patterns.filter((pattern) => pattern.kind === kind);
    const hit = planted.filter((accounts) =>
      found.some((pattern) => accounts.every((account) => pattern.accounts.includes(account))),
    );
    console.log(
      `  ${kind}: reported ${found.length}, of them planted ${found.filter(isTrue).length}; planted and complete in the file ${planted.length}, all their accounts in one pattern ${hit.length}`,
    );
  }
  const other = patterns.filter(({ kind }) => kind !== 'cycle' && kind !== 'fan-in');
  console.log(`  other kinds: reported ${other.length}, of them planted ${other.filter(isTrue).length}`);
  const listed = new Set(patterns.flatMap(({ accounts }) => accounts));
  const right = [...listed].filter((account) => flagged.has(account)).length;
  const share = (part: number, whole: number) => (whole === 0 ? '-' : (part / whole).toFixed(3));
  const complete = new Set([...truth.cycles, ...truth.fans].flat());
  const caught = [...complete].filter((account) => listed.has(account)).length;
  console.log(
    `  accounts: listed ${listed.size}, precision ${share(right, listed.size)}; recall of ${flagged.size} flagged ${share(right, flagged.size)}, of ${truth.accounts.size} that make a planted payment in the file ${share(right, truth.accounts.size)}, of ${complete.size} in complete patterns ${share(caught, complete.size)}`,
  );
}

/** A fan-in is complete with three payers, a cycle when it closes: the simulation ends before many do. */
function plantedIn(lines: readonly string[]): Planted {
  const payers = new Map<string, Set<string>>();
  const next = new Map<string, Set<string>>();
  const rows = new Set<number>();
  const accounts = new Set<string>();
  lines.forEach((line, index) => {
    const [from, to, value] = line.split(',') as [string, string, string];
    const amount = Number(value);
    if (amount >= plantedCycles.to) return;
    rows.add(index + 1);
    accounts.add(from).add(to);
    const [map, key, other] = amount >= plantedFans.to ? [next, from, to] : [payers, to, from];
    map.set(key, (map.get(key) ?? new Set()).add(other));
  });
  const cycles: string[][] = [];
  const walk = (path: readonly string[]) => {
    const root = path[0] as string;
    for (const account of next.get(path.at(-1) as string) ?? []) {
      if (account === root && path.length >= 3) cycles.push([...path]);
      else if (account > root && !path.includes(account) && path.length < 12) walk([...path, account]);
    }
  };
  for (const account of next.keys()) walk([account]);
  const fans = [...payers].filter(([, list]) => list.size >= 3).map(([centre, list]) => [centre, ...list]);
  return { fans, cycles, rows, accounts };
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function writePayments(path: string, { payments }: MadePayments): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.write('payer,payee,date\n');
    for (let from = 0; from < payments.length; from += 100_000) {
      const lines = payments.slice(from, from + 100_000).map(({ payer, payee, day }) => {
        return `${payer},${payee},${new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)}\n`;
      });
      await file.write(lines.join(''));
    }
  } finally {
    await file.close();
  }
}

async function scoreMade(folder: string, options: PaymentOptions): Promise<void> {
  const made = randomPayments(options);
  const path = join(folder, 'payments.csv');
  const out = join(folder, 'patterns.csv');
  await writePayments(path, made);
  const main = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url));
  const tsx = fileURLToPath(import.meta.resolve('tsx/cli'));
  const { used } = await runMeasured(process.execPath, [tsx, main, 'flows', path, '--out', out, '--quiet']);
  const found = new Map<string, Set<string>>();
  for (const line of (await readFile(out, 'utf8')).trim().split('\n').slice(1)) {
    const [pattern, kind, account] = line.split(',') as [string, string, string];
    found.set(`${kind} ${pattern}`, (found.get(`${kind} ${pattern}`) ?? new Set()).add(account));
  }
  const hit = made.planted.filter(({ kind, accounts }) =>
    [...found].some(([key, list]) => key.startsWith(`${kind} `) && accounts.every((one) => list.has(one))),
  );
  const planted = made.planted.map(({ accounts }) => new Set(accounts));
  const wrong = [...found.values()].filter(
    (list) => !planted.some((one) => [...list].filter((account) => one.has(account)).length * 2 >= list.size),
  );
  const rate = used.cpuSeconds === null ? '-' : Math.round(made.payments.length / used.cpuSeconds);
  console.log(
    `| ${made.payments.length} | ${options.accounts} | ${hit.length} of ${made.planted.length} | ${wrong.length} of ${found.size} | ${used.cpuSeconds?.toFixed(1) ?? '-'} | ${rate} | ${used.peakMB?.toFixed(0) ?? '-'} |`,
  );
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    payments: { type: 'string', default: '1000000,5000000' },
  },
});
const [data = '../shared/data'] = positionals;
for (const name of amlSim) {
  const archive = join(data, 'money', `${name}.tgz`);
  if (existsSync(archive)) await scoreAmlSim(archive);
  else console.log(`Skipped: money/${name}.tgz is not in ${data}.`);
}
const folder = mkdtempSync(join(tmpdir(), 'clew-flows-'));
try {
  console.log('\nMade payments, half of them wages, rents and purchases; ten patterns of each kind planted');
  console.log(
    '| payments | accounts | planted found | reported, not planted | CPU s | payments per CPU s | peak MB |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const payments of values.payments.split(',').map(Number)) {
    const accounts = Math.ceil(payments / 5);
    await scoreMade(folder, {
      seed: Number(values.seed),
      payments,
      accounts,
      days: 365,
      planted: 10,
      regular: 0.5,
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
