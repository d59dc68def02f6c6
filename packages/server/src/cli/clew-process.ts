import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { configFrom } from '../config.ts';
import { runCli } from './cli.ts';

/** The bundle, as an installed package has it: `scripts/test-setup.ts` makes it before all tests. */
const bundle = fileURLToPath(new URL('../../../../node_modules/.cache/clew/bundle/clew.js', import.meta.url));

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

/** Runs the real command as its own process, for tests, from a bundle of the sources. Of this process's environment only the user goes along. */
export function clew(options: ClewOptions, ...args: readonly string[]): Promise<Ended> {
  const environment = { TMPDIR: tmpdir(), CLEW_USER: configFrom().user, ...options.environment };
  const child = spawn(process.execPath, [bundle, ...args], { cwd: options.cwd, env: environment });
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

/** The same inside this process, which is faster. Paths are given whole. */
export async function clewHere(...args: readonly string[]): Promise<Ended> {
  const [stdout, stderr] = [new Captured(), new Captured()];
  const signal = new AbortController().signal;
  const streams = { stdout, stderr } as unknown as Pick<Parameters<typeof runCli>[1], 'stdout' | 'stderr'>;
  const code = await runCli(args, { signal, ...streams });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

class Captured extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk;
    done();
  }
}
