import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const binary = fileURLToPath(new URL('../../bin/clew.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ClewOptions {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** A signal to send, and when. */
  readonly interrupt?: { readonly afterMilliseconds: number; readonly signal: NodeJS.Signals };
}

/** Runs the real command as its own process, for tests. Nothing of this process's environment decides. */
export function clew(options: ClewOptions, ...args: readonly string[]): Promise<Ended> {
  const environment = { TMPDIR: tmpdir(), CLEW_USER: 'tester', ...options.environment };
  const child = spawn(process.execPath, [binary, ...args], { cwd: options.cwd, env: environment });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const { interrupt } = options;
  if (interrupt !== undefined) {
    setTimeout(() => child.kill(interrupt.signal), interrupt.afterMilliseconds).unref();
  }
  return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })));
}
