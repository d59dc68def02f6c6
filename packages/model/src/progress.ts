/** What a long-running step tells while it runs. `total` is 0 while unknown; `unit` is a plural noun. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly unit: string;
}

export type OnProgress = (progress: Progress) => void;

/** How a caller watches and stops a long step. */
export interface Watch {
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
}
