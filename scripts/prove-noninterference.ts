// npm run prove:noninterference -- --hubs N [--seed S] [--from BATCH] [--recompute] [--learnt] [--workers W] [--state FILE]
// In: how many random hubs. Out: one line; exit code 1 on any difference, which is shown with what it takes to see it
// again: the seed is `S/BATCH`. With `--learnt` linkage learns from all that may be matched, as it does in a hub unless
// told; then hits at the threshold may differ. As many processes as the machine has cores take one batch after another.
// Invariant: with `--state` the file says at any moment which batches were proved, and on which commit; the same command
// goes on from there, by whomever, until the hubs in it are as many as asked for.

import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  isProved,
  type ProofRecord,
  type ProofSettings,
  type ProvedBatch,
  sumOf,
  withBatch,
} from '../packages/server/src/prove/noninterference/proof-record.ts';
import {
  type BatchProof,
  type ProofOptions,
  proveBatch,
} from '../packages/server/src/prove/noninterference/prove-batch.ts';
import {
  batchOf,
  batchSize,
  emptyRecord,
  hubsAtOnce,
  unaskedIn,
} from '../packages/server/src/prove/noninterference/prove-noninterference.ts';

type Told = Pick<ProvedBatch, 'proof' | 'cpuSeconds'>;

if (process.send === undefined) process.exit(await prove());
else {
  process.on('message', (asked: ProofOptions) => void proveOne(asked));
  // What a batch keeps in memory as files goes when the process ends by itself.
  for (const end of ['disconnect', 'SIGINT', 'SIGTERM']) process.once(end, () => process.exit(1));
}

async function proveOne(asked: ProofOptions): Promise<void> {
  const before = process.cpuUsage();
  const proof = await proveBatch(asked);
  const { user, system } = process.cpuUsage(before);
  const told: Told = { proof, cpuSeconds: (user + system) / 1_000_000 };
  process.send?.(told);
}

async function prove(): Promise<number> {
  const { values } = parseArgs({
    options: {
      hubs: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      workers: { type: 'string', default: String(availableParallelism()) },
      recompute: { type: 'boolean', default: false },
      learnt: { type: 'boolean', default: false },
      state: { type: 'string' },
    },
  });
  const hubs = Number(values.hubs);
  const file = values.state;
  const commit = commitOf(file);
  let record = await recordFrom(file, {
    seed: Number(values.seed),
    recompute: values.recompute,
    weights: values.learnt ? 'learnt' : 'usual',
    ...batchSize,
  });
  const began = performance.now();
  const before = sumOf(record).hubs;
  let promised = before;
  let free = Number(values.from);
  const nextBatch = (): ProofOptions | undefined => {
    if (promised >= hubs) return undefined;
    while (isProved(record, free)) free += 1;
    // What is kept is made of whole batches: a number is enough to name one.
    const share = file === undefined ? hubs - promised : hubsAtOnce;
    const asked = batchOf(record.settings, free++, share);
    promised += asked.hubs * asked.variants;
    return asked;
  };
  const take = async (index: number, { proof, cpuSeconds }: Told) => {
    showAll(proof.differences);
    record = withBatch(record, { index, commit, cpuSeconds, proof });
    if (file !== undefined) await keep(file, record);
    const done = sumOf(record).hubs;
    const rate = (done - before) / ((performance.now() - began) / 1000);
    const left = Math.max(0, Math.round((hubs - done) / rate));
    console.error(`${told(record)}; of ${hubs} hubs, ${rate.toFixed(2)} a second, ${left} s left`);
  };
  const workers = Math.max(0, Math.min(Number(values.workers), Math.ceil((hubs - before) / hubsAtOnce)));
  await Promise.all(Array.from({ length: workers }, () => work(nextBatch, take)));
  const unasked = unaskedIn(record);
  if (unasked.length > 0) console.error(`Routes that nobody asked: ${unasked.join(', ')}`);
  const seconds = Math.round((performance.now() - began) / 1000);
  const { seed } = record.settings;
  console.log(`prove:noninterference: ${told(record)} (seed ${seed}, ${seconds} s, ${workers} processes)`);
  return differencesIn(record).length + unasked.length > 0 ? 1 : 0;
}

/** A process that takes batches until there are no more. */
async function work(
  nextBatch: () => ProofOptions | undefined,
  take: (index: number, told: Told) => Promise<void>,
): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url));
  try {
    for (let asked = nextBatch(); asked !== undefined; asked = nextBatch()) {
      await take(asked.index, await answerOf(child, asked));
    }
  } finally {
    child.kill();
  }
}

function answerOf(child: ChildProcess, asked: ProofOptions): Promise<Told> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) =>
      reject(new Error(`A process of the proof ended with code ${code}`));
    child.once('exit', ended);
    child.once('message', (told: Told) => {
      child.off('exit', ended);
      resolve(told);
    });
    child.send(asked);
  });
}

/** What was proved before, or nothing. Throws when the file is of another proof: the two could not be added up. */
async function recordFrom(file: string | undefined, settings: ProofSettings): Promise<ProofRecord> {
  if (file === undefined || !existsSync(file)) return emptyRecord(settings);
  const record = JSON.parse(await readFile(file, 'utf8')) as ProofRecord;
  if (JSON.stringify(record.settings) === JSON.stringify(settings)) return record;
  throw new Error(`${file} is of a proof with other settings: ${JSON.stringify(record.settings)}`);
}

/**
 * The commit that is proved. Throws where a record is kept of what no commit has: nobody could try it again. The record
 * itself may have changed.
 */
function commitOf(file: string | undefined): string {
  if (file === undefined) return '';
  const git = (...words: readonly string[]) => execFileSync('git', words, { encoding: 'utf8' }).trim();
  const own = relative(git('rev-parse', '--show-toplevel'), file);
  const changed = git('status', '--porcelain', '--', ':/', `:(top,exclude)${own}`);
  if (changed !== '') throw new Error(`A record is kept of commits alone. Commit first:\n${changed}`);
  return git('rev-parse', 'HEAD');
}

async function keep(file: string, record: ProofRecord): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.partial`, `${JSON.stringify(record, null, 2)}\n`);
  await rename(`${file}.partial`, file);
}

function told(record: ProofRecord): string {
  const sum = sumOf(record);
  const counted = (['hubs', 'observers', 'views', 'answers', 'hits'] as const).map(
    (name) => `${sum[name].toLocaleString('en')} ${name}`,
  );
  const each = (sum.cpuSeconds / Math.max(1, sum.hubs)).toFixed(2);
  return `${counted.join(', ')}, ${differencesIn(record).length} differ, ${each} CPU-s a hub`;
}

function differencesIn({ ranges }: ProofRecord): BatchProof['differences'] {
  return ranges.flatMap(({ differences }) => differences);
}

function showAll(differences: BatchProof['differences']): void {
  for (const each of differences) {
    const { seed, number, observer, request } = each;
    console.error(`Differs: seed ${seed}, variant ${number}, observer ${observer}, ${request}`);
    console.error(`--- base\n${each.base}\n--- variant\n${each.variant}\n---`);
  }
}
