// npm run prove:noninterference -- --hubs N [--seed S] [--from BATCH] [--recompute] [--learnt] [--workers W] [--state FILE]
// In: how many random hubs. Out: one line; exit code 1 on any difference, which is shown with what it takes to see it
// again: the seed is `S/BATCH`. With `--learnt` linkage learns from all that may be matched, as it does in a hub unless
// told; then hits at the threshold may differ. As many processes as the machine has cores take one batch after another.
// Invariant: with `--state` the file says at any moment what was proved; the same command goes on from there, until the
// hubs in it are as many as asked for.

import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  type BatchProof,
  type ProofOptions,
  proveBatch,
} from '../packages/server/src/prove/noninterference/prove-batch.ts';
import {
  hubsAtOnce,
  nothingProved,
  type ProofSum,
  unaskedIn,
  withBatch,
} from '../packages/server/src/prove/noninterference/prove-noninterference.ts';

type How = Pick<ProofOptions, 'seed' | 'recompute' | 'weights'>;

/** What the file holds. A batch that was under way when the command ended is made again. */
interface State {
  readonly how: How & { readonly hubsAtOnce: number };
  readonly sum: ProofSum;
  /** The first batch that is not in the sum, and those after it that are. */
  readonly next: number;
  readonly beyond: readonly number[];
  /** CPU seconds of all processes. */
  readonly cpu: number;
}

interface Told {
  readonly proof: Omit<BatchProof, 'routes'> & { readonly routes: readonly string[] };
  readonly cpu: number;
}

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
  const told: Told = { proof: { ...proof, routes: [...proof.routes] }, cpu: (user + system) / 1_000_000 };
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
  const how: How = {
    seed: Number(values.seed),
    recompute: values.recompute,
    weights: values.learnt ? 'learnt' : 'usual',
  };
  const file = values.state;
  let state = await stateFrom(file, how, Number(values.from));
  const began = performance.now();
  const before = state.sum.hubs;
  const given = new Set(state.beyond);
  let promised = before;
  const nextBatch = (): ProofOptions | undefined => {
    if (promised >= hubs) return undefined;
    let index = state.next;
    while (given.has(index)) index += 1;
    given.add(index);
    const share = Math.min(hubsAtOnce, hubs - promised);
    promised += share;
    return { ...how, index, hubs: share };
  };
  const take = async (index: number, { proof, cpu }: Told) => {
    showAll(proof.differences);
    state = after(state, index, { proof, cpu });
    if (file !== undefined) await keep(file, state);
    const rate = (state.sum.hubs - before) / ((performance.now() - began) / 1000);
    const left = Math.round((hubs - state.sum.hubs) / rate);
    console.error(`${figures(state)}; of ${hubs} hubs, ${rate.toFixed(2)} a second, ${left} s left`);
  };
  const workers = Math.min(Number(values.workers), Math.ceil((hubs - before) / hubsAtOnce));
  await Promise.all(Array.from({ length: workers }, () => work(nextBatch, take)));
  const unasked = unaskedIn(state.sum);
  if (unasked.length > 0) console.error(`Routes that nobody asked: ${unasked.join(', ')}`);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `prove:noninterference: ${figures(state)} (seed ${how.seed}, ${seconds} s, ${workers} processes)`,
  );
  return state.sum.differences.length + unasked.length > 0 ? 1 : 0;
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
async function stateFrom(file: string | undefined, how: How, from: number): Promise<State> {
  const fresh: State = { how: { ...how, hubsAtOnce }, sum: nothingProved, next: from, beyond: [], cpu: 0 };
  if (file === undefined || !existsSync(file)) return fresh;
  const state = JSON.parse(await readFile(file, 'utf8')) as State;
  if (JSON.stringify(state.how) === JSON.stringify(fresh.how)) return state;
  throw new Error(`${file} is of a proof with other settings: ${JSON.stringify(state.how)}`);
}

function after(state: State, index: number, { proof, cpu }: Told): State {
  const done = new Set([...state.beyond, index]);
  let { next } = state;
  while (done.delete(next)) next += 1;
  const sum = withBatch(state.sum, { ...proof, routes: new Set(proof.routes) });
  return { ...state, sum, next, beyond: [...done].sort((a, b) => a - b), cpu: state.cpu + cpu };
}

async function keep(file: string, state: State): Promise<void> {
  await writeFile(`${file}.partial`, JSON.stringify(state));
  await rename(`${file}.partial`, file);
}

function figures({ sum, cpu }: State): string {
  const counted = (['hubs', 'observers', 'answers', 'hits'] as const).map(
    (name) => `${sum[name].toLocaleString('en')} ${name}`,
  );
  const each = (cpu / Math.max(1, sum.hubs)).toFixed(2);
  return `${counted.join(', ')}, ${sum.differences.length} differ, ${each} CPU-s a hub`;
}

function showAll(differences: BatchProof['differences']): void {
  for (const each of differences) {
    console.error(`Differs: seed ${each.seed}, observer ${each.observer}, ${each.request}`);
    console.error(`--- base\n${each.base}\n--- variant\n${each.variant}\n---`);
  }
}
