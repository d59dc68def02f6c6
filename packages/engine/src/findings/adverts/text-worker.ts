// A thread beside the one that looks for templates. It is told what to know and what to do, and answers each job.

import { parentPort } from 'node:worker_threads';
import { type KnownOfTexts, type TextJobs, TextWork } from './text-work.ts';

/** What a thread is told. */
export type ToTextWorker =
  | { readonly know: Partial<KnownOfTexts> }
  | {
      readonly job: number;
      readonly kind: keyof TextJobs;
      readonly given: TextJobs[keyof TextJobs]['given'];
    };

/** What it answers. Where a job fails the thread ends. */
export interface FromTextWorker {
  readonly job: number;
  readonly found: TextJobs[keyof TextJobs]['found'];
}

const work = new TextWork();
parentPort?.on('message', (told: ToTextWorker) => {
  if ('know' in told) work.know(told.know);
  else
    parentPort?.postMessage({
      job: told.job,
      found: work.do(told.kind, told.given),
    } satisfies FromTextWorker);
});
