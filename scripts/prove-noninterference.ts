// npm run prove:noninterference -- --hubs N [--seed S] [--from BATCH] [--recompute] [--learnt] [--workers W]
// In: how many random hubs. Out: one line; exit code 1 on any difference, which is shown with what it takes to see it
// again: the seed is `S/BATCH`. With `--learnt` linkage learns from all that may be matched, as it does in a hub unless
// told; then hits at the threshold may differ. The batches are divided among as many processes as the machine has cores.

import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  hubsAtOnce,
  type NonInterference,
  proveNonInterference,
} from '../packages/server/src/prove/noninterference/prove-noninterference.ts';

interface Share {
  readonly hubs: number;
  readonly seed: number;
  readonly from: number;
  readonly every: number;
  readonly recompute: boolean;
  readonly weights: 'learnt' | 'usual';
}

type Told = { readonly done: Omit<NonInterference, 'unasked'> } | { readonly proof: NonInterference };

if (process.send === undefined) process.exit(await prove());
else process.once('message', (share: Share) => void proveShare(share));

async function proveShare(share: Share): Promise<void> {
  const tell = (told: Told, sent: () => void = () => undefined) => process.send?.(told, undefined, {}, sent);
  const proof = await proveNonInterference({ ...share, onBatch: (done) => tell({ done }) });
  // The database of the process would keep it alive.
  tell({ proof }, () => process.exit(0));
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
    },
  });
  const [hubs, seed, from] = [Number(values.hubs), Number(values.seed), Number(values.from)];
  const batches = Math.ceil(hubs / hubsAtOnce);
  const workers = Math.min(Number(values.workers), batches);
  const began = performance.now();
  const done: Omit<NonInterference, 'unasked'>[] = [];
  const tellSoFar = () => {
    const seconds = (performance.now() - began) / 1000;
    const ready = total(done, ({ hubs }) => hubs);
    const left = Math.round((seconds / ready) * (hubs - ready));
    const differ = total(done, ({ differences }) => differences.length);
    const rate = (ready / seconds).toFixed(2);
    console.error(`${ready} of ${hubs} hubs, ${rate} a second, ${left} s left, ${differ} differ`);
  };
  const proofs = await Promise.all(
    Array.from({ length: workers }, (_, worker) => {
      const own = Math.ceil((batches - worker) / workers);
      const lastIsShort = (batches - 1) % workers === worker;
      const short = lastIsShort ? batches * hubsAtOnce - hubs : 0;
      const share = { hubs: own * hubsAtOnce - short, seed, from: from + worker, every: workers };
      const weights = values.learnt ? 'learnt' : 'usual';
      return proofOf({ ...share, recompute: values.recompute, weights }, (sofar) => {
        showNew(sofar.differences, done[worker]?.differences.length ?? 0);
        done[worker] = sofar;
        tellSoFar();
      });
    }),
  );
  const seconds = Math.round((performance.now() - began) / 1000);
  const figure = (name: string, of: (proof: NonInterference) => number) =>
    `${total(proofs, of).toLocaleString('en')} ${name}`;
  const differ = total(proofs, ({ differences }) => differences.length);
  const unasked = (proofs[0]?.unasked ?? []).filter((id) =>
    proofs.every((each) => each.unasked.includes(id)),
  );
  if (unasked.length > 0) console.error(`Routes that nobody asked: ${unasked.join(', ')}`);
  const figures = [
    figure('hubs', (proof) => proof.hubs),
    figure('observers', ({ observers }) => observers),
    figure('answers compared', ({ answers }) => answers),
    figure('hits', ({ hits }) => hits),
  ];
  console.log(
    `prove:noninterference: ${figures.join(', ')}, ${differ} differ (seed ${seed}, ${seconds} s, ${workers} processes)`,
  );
  return differ + unasked.length > 0 ? 1 : 0;
}

function total<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((sum, one) => sum + of(one), 0);
}

function showNew(differences: NonInterference['differences'], shown: number): void {
  for (const each of differences.slice(shown)) {
    console.error(`Differs: seed ${each.seed}, observer ${each.observer}, ${each.request}`);
    console.error(`--- base\n${each.base}\n--- variant\n${each.variant}\n---`);
  }
}

/** The proof of a share, made in a process of its own. */
function proofOf(
  share: Share,
  onBatch: (done: Omit<NonInterference, 'unasked'>) => void,
): Promise<NonInterference> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url));
    child.on('message', (told: Told) => {
      if ('proof' in told) resolve(told.proof);
      else onBatch(told.done);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`A process of the proof ended with code ${code}`)));
    child.send(share);
  });
}
