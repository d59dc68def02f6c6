// Several threads for the jobs of `text-work.ts`. In: jobs one by one. Out: what came of each, in the order of jobs.
// Invariant: neither the number of threads nor their speed changes what comes out. Where one fails, all fail.

import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type KnownOfTexts, type TextJobs, TextWork } from './text-work.ts';
import type { FromTextWorker, ToTextWorker } from './text-worker.ts';

/** With fewer texts a thread is not worth its start. */
const worthwhile = 50_000;
const mostHelpers = 3;
/** Jobs that a thread has at a time, so that it need not wait for this one. */
const jobsAtATime = 2;
/** Jobs that are taken for each thread before the first of them is done. */
const jobsAhead = 4;

/** How many threads beside this one pay for so many texts. */
export function helpersFor(texts: number): number {
  return texts < worthwhile ? 0 : Math.min(mostHelpers, availableParallelism() - 1);
}

type Kind = keyof TextJobs;
type Given<K extends Kind> = TextJobs[K]['given'];
type Found<K extends Kind> = TextJobs[K]['found'];

interface Asked {
  readonly done: (found: Found<Kind>) => void;
  readonly failed: (reason: unknown) => void;
}

interface Helper {
  readonly worker: Worker;
  /** Who waits for its answers, by job. */
  readonly asked: Map<number, Asked>;
}

/** A job that was taken; another thread has it where there is a promise. */
interface Taken<K extends Kind, Task> {
  readonly task: Task;
  found: Found<K> | undefined;
  answered: Promise<void> | undefined;
}

export class TextThreads {
  readonly #work = new TextWork();
  readonly #helpers: readonly Helper[];
  #jobs = 0;
  #failure: unknown;

  /** Starts so many threads beside this one. Who starts them must close them. */
  constructor(helpers: number) {
    this.#helpers = Array.from({ length: helpers }, () => this.#started());
  }

  /** Tells all threads what the jobs to come rest on. */
  know(known: Partial<KnownOfTexts>): void {
    this.#work.know(known);
    for (const { worker } of this.#helpers) worker.postMessage({ know: known } satisfies ToTextWorker);
  }

  /** Does jobs of one kind, here too where the other threads are behind, and gives what came of them in their order. */
  async *inOrder<K extends Kind, Task extends { readonly given: Given<K> }>(
    kind: K,
    tasks: AsyncIterable<Task> | Iterable<Task>,
  ): AsyncGenerator<{ readonly task: Task; readonly found: Found<K> }> {
    const ahead: Taken<K, Task>[] = [];
    const most = 1 + jobsAhead * this.#helpers.length;
    for await (const task of tasks) {
      ahead.push({ task, found: undefined, answered: undefined });
      this.#share(kind, ahead);
      if (ahead.length === most) yield await this.#first(kind, ahead);
    }
    while (ahead.length > 0) yield await this.#first(kind, ahead);
  }

  /** Ends the other threads, whatever they are at. */
  async close(): Promise<void> {
    await Promise.all(this.#helpers.map(({ worker }) => worker.terminate()));
  }

  /** Waits for the first of the jobs that were taken, and does meanwhile what no other thread has. */
  async #first<K extends Kind, Task extends { readonly given: Given<K> }>(kind: K, ahead: Taken<K, Task>[]) {
    const [{ task }] = ahead as [Taken<K, Task>];
    for (;;) {
      // Lets answers in.
      await setImmediate();
      if (this.#failure !== undefined) throw this.#failure;
      this.#share(kind, ahead);
      const [{ found, answered }] = ahead as [Taken<K, Task>];
      if (found !== undefined) {
        ahead.shift();
        return { task, found };
      }
      const mine = ahead.find((taken) => taken.found === undefined && taken.answered === undefined);
      if (mine === undefined) await answered;
      else mine.found = this.#work.do(kind, mine.task.given);
    }
  }

  /** Gives jobs that no thread has to those that have few. */
  #share<K extends Kind, Task extends { readonly given: Given<K> }>(kind: K, ahead: Taken<K, Task>[]): void {
    for (const taken of ahead) {
      if (taken.found !== undefined || taken.answered !== undefined) continue;
      const helper = this.#helpers.find(({ asked }) => asked.size < jobsAtATime);
      if (helper === undefined) return;
      taken.answered = this.#ask(helper, kind, taken);
      // Whoever waits hears of a failure; nobody may be waiting for this job yet.
      taken.answered.catch(() => undefined);
    }
  }

  async #ask<K extends Kind, Task extends { readonly given: Given<K> }>(
    { worker, asked }: Helper,
    kind: K,
    taken: Taken<K, Task>,
  ): Promise<void> {
    const job = this.#jobs++;
    taken.found = await new Promise<Found<Kind>>((done, failed) => {
      asked.set(job, { done, failed });
      worker.postMessage({ job, kind, given: taken.task.given } satisfies ToTextWorker);
    });
  }

  #started(): Helper {
    const asked = new Map<number, Asked>();
    const worker = startWorker();
    const fail = (reason: unknown) => {
      this.#failure ??= reason;
      for (const { failed } of asked.values()) failed(reason);
    };
    worker.on('message', ({ job, found }: FromTextWorker) => {
      asked.get(job)?.done(found);
      asked.delete(job);
    });
    worker.on('error', fail);
    worker.on('messageerror', fail);
    worker.on('exit', () => fail(new Error('A thread that works on texts has ended.')));
    return { worker, asked };
  }
}

/** The worker lies beside this file: bundled, or among the sources, which a thread must learn to read by itself. */
function startWorker(): Worker {
  const extension = extname(import.meta.url);
  const worker = new URL(`./text-worker${extension}`, import.meta.url);
  if (extension !== '.ts') return new Worker(worker);
  const [tsx, script] = [import.meta.resolve('tsx/esm/api'), worker.href].map((url) => JSON.stringify(url));
  const both = `import { register } from ${tsx}; register(); await import(${script});`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(both)}`));
}
