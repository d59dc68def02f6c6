// The real command as a process of its own, watched: exit code, words, seconds, peak of memory.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './source-files.ts';

const binary = join(root, 'packages/server/bin/clew.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** Most memory held at once, in MB; 0 where the system does not tell. */
  readonly peak: number;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface Surroundings {
  readonly cwd: string;
  /** The user to run as; only root can choose. */
  readonly user?: number | undefined;
}

export function startClew({ cwd, user }: Surroundings, args: readonly string[]): Running {
  const started = performance.now();
  const child = spawn(process.execPath, [binary, ...args], {
    cwd,
    env: { TMPDIR: tmpdir(), HOME: cwd, CLEW_USER: 'tester' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  let [stdout, stderr, peak] = ['', '', 0];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const poll = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 100);
  const ended = new Promise<Ended>((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => {
      clearInterval(poll);
      done({ code, signal, stdout, stderr, seconds: (performance.now() - started) / 1000, peak });
    });
  });
  return { child, ended };
}

export function clew(where: Surroundings, ...args: readonly string[]): Promise<Ended> {
  return startClew(where, args).ended;
}

/** Sends a signal as soon as `when` holds; gives false when the process ended before. */
export async function interrupt(
  running: Running,
  signal: NodeJS.Signals,
  when: () => boolean,
): Promise<boolean> {
  while (running.child.exitCode === null && running.child.signalCode === null) {
    if (when()) return running.child.kill(signal);
    await wait(5);
  }
  return false;
}

/** VmHWM: what the process held at most so far, in MB. */
function peakOf(pid: number | undefined): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1000;
  } catch {
    return 0;
  }
}
