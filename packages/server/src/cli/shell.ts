import type { Refusal } from '@clew/model/refusal.ts';
import type { Config } from '../config.ts';
import { findHub } from '../hub/find-hub.ts';
import type { Hub } from '../hub/open-hub.ts';
import type { Paint } from './paint.ts';
import { type ShownProgress, showProgress } from './progress-line.ts';
import type { Page } from './text-table.ts';

/** What the process gives to commands. */
export interface Shell {
  readonly config: Config;
  readonly signal: AbortSignal;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Colours for standard output. */
  readonly paint: Paint;
  readonly page: Page;
}

/** What a command found: for machines, and for people. */
export interface Outcome {
  readonly data: unknown;
  readonly lines: readonly string[];
  /** What was not carried out, when the rest was. The command then ends with the exit code of the first. */
  readonly refusals?: readonly Refusal[];
}

/** Options that every command has. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly debug?: boolean;
  readonly hub?: string;
  readonly memory?: string;
  readonly threads?: number;
}

/** Opens the hub that the options or the environment name, and closes it whatever happens. */
export async function withHub<T>(
  shell: Shell,
  options: CommonOptions,
  use: (hub: Hub) => Promise<T>,
): Promise<T> {
  const folder = findHub(options.hub, shell.config.hub);
  return withHubIn(shell, { ...options, folder }, use);
}

export async function withHubIn<T>(
  shell: Shell,
  options: CommonOptions & { readonly folder: string },
  use: (hub: Hub) => Promise<T>,
): Promise<T> {
  // Help and hub-less commands start without the engines.
  const { openHub } = await import('../hub/open-hub.ts');
  const hub = await openHub(options.folder, { config: engineConfig(shell, options), signal: shell.signal });
  try {
    return await use(hub);
  } finally {
    await hub.close();
  }
}

/** The configuration with what the options say of it. */
export function engineConfig(shell: Shell, options: CommonOptions): Config {
  return {
    ...shell.config,
    memory: options.memory ?? shell.config.memory,
    threads: options.threads ?? shell.config.threads,
  };
}

/** Shows progress while something runs. */
export async function withProgress<T>(
  shell: Shell,
  options: CommonOptions,
  run: (watch: ShownProgress) => Promise<T>,
): Promise<T> {
  const watch = showProgress({
    stream: shell.stderr,
    quiet: options.quiet === true,
    signal: shell.signal,
  });
  try {
    return await run(watch);
  } finally {
    watch.close();
  }
}
