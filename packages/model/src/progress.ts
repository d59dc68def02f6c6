/** What a long-running step tells while it runs. `total` is 0 while unknown; `unit` is a plural noun. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly unit: string;
}

export type OnProgress = (progress: Progress) => void;

/** What a finished step took. */
export interface Took {
  readonly step: string;
  readonly seconds: number;
}

/** How a caller watches and stops a long step. */
export interface Watch {
  readonly onProgress?: OnProgress | undefined;
  readonly onTook?: ((took: Took) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Runs a step and tells the watcher what it took. */
export async function timed<T>(watch: Watch, step: string, run: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const outcome = await run();
  watch.onTook?.({ step, seconds: (performance.now() - started) / 1000 });
  return outcome;
}
