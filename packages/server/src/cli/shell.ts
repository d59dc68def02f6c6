import { randomUUID } from 'node:crypto';
import type { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../access/caller.ts';
import type { Config } from '../config.ts';
import { findHub } from '../hub/find-hub.ts';
import type { Hub } from '../hub/hub.ts';
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

/** Options of commands that work with what is in a hub. */
export interface CallerOptions extends CommonOptions {
  readonly as?: string;
  readonly purpose?: string;
  readonly project?: string;
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

/**
 * Opens the hub as somebody with a purpose. Who has the files and the key of a hub has everything in it: at the
 * terminal the gate guards against mistakes and leaves a trace, and the operating system says who it is.
 */
export async function withCaller<T>(
  shell: Shell,
  options: CallerOptions,
  use: (hub: Hub, caller: Caller) => Promise<T>,
): Promise<T> {
  return withHub(shell, options, async (hub) => use(hub, await callerAt(shell, options, hub)));
}

/** The person at the terminal, as the hub knows it. */
export async function callerAt(shell: Shell, options: CallerOptions, hub: Hub): Promise<Caller> {
  const [{ actorOf }, { groundFrom }] = [
    await import('../access/actor.ts'),
    await import('../access/ground.ts'),
  ];
  const actor = await actorOf(hub.ledger, options.as ?? shell.config.user, 'terminal');
  return { actor, ground: groundFrom(options.purpose, options.project), request: randomUUID() };
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
