import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a process and everything that it started had used when it wrote its first line. */
export interface Used {
  readonly wallSeconds: number;
  /** Null where the system has no /proc. */
  readonly cpuSeconds: number | null;
  /** Resident memory at its highest, added up over the processes. Null where the system has no /proc. */
  readonly peakMB: number | null;
}

export interface Measured {
  readonly used: Used;
  /** What it wrote, line by line. The first line says that the measured part is over. */
  readonly lines: readonly string[];
}

const pollMilliseconds = 50;
const ticksPerSecond = 100;

/**
 * Runs a program and measures it, with its children, up to its first line. Its input ends when that is done: a program
 * that waits for it does nothing unmeasured meanwhile. Throws where it fails. With `tells`, what it says on its standard
 * error is passed on as it comes.
 */
export async function runMeasured(
  program: string,
  given: readonly string[],
  { tells = false }: { readonly tells?: boolean } = {},
): Promise<Measured> {
  const started = performance.now();
  const child = spawn(program, given, { stdio: ['pipe', 'pipe', 'pipe'] });
  const tree = new ProcessTree(child.pid ?? 0);
  const poll = setInterval(() => tree.look(), pollMilliseconds);
  child.stdin.on('error', () => {
    // It did not wait for its input.
  });
  const lines: string[] = [];
  let used: Used | undefined;
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4000);
    if (tells) process.stderr.write(text);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    if (used !== undefined) return;
    clearInterval(poll);
    used = tree.used((performance.now() - started) / 1000);
    child.stdin.end();
  });
  try {
    const code = await new Promise<number | null>((done, failed) => {
      child.once('error', failed);
      child.once('close', done);
    });
    if (code !== 0 || used === undefined)
      throw new Error(`${program} ended with ${code ?? 'a signal'}.\n${complaint}`);
    return { used, lines };
  } finally {
    clearInterval(poll);
  }
}

/** A process with all that descend from it, as Linux tells of them. */
class ProcessTree {
  readonly #root: number;
  readonly #ticks = new Map<number, number>();
  readonly #peaks = new Map<number, number>();

  constructor(root: number) {
    this.#root = root;
  }

  look(): void {
    for (const process of this.#processes()) {
      try {
        const numbers = statOf(process);
        this.#ticks.set(process, Number(numbers[11]) + Number(numbers[12]));
        const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1];
        // It may have begun to count anew (`peakSince`).
        if (peak !== undefined)
          this.#peaks.set(process, Math.max(Number(peak), this.#peaks.get(process) ?? 0));
      } catch {
        // It has ended since: what was last seen of it counts.
      }
    }
  }

  used(wallSeconds: number): Used {
    this.look();
    const sum = (of: ReadonlyMap<number, number>) => [...of.values()].reduce((all, one) => all + one, 0);
    if (this.#ticks.size === 0) return { wallSeconds, cpuSeconds: null, peakMB: null };
    return { wallSeconds, cpuSeconds: sum(this.#ticks) / ticksPerSecond, peakMB: sum(this.#peaks) / 1024 };
  }

  #processes(): number[] {
    const parents = new Map<number, number>();
    for (const name of processNames()) {
      try {
        parents.set(Number(name), Number(statOf(Number(name))[1]));
      } catch {
        // It has ended since.
      }
    }
    const found = [this.#root];
    for (let index = 0; index < found.length; index++) {
      for (const [process, parent] of parents) if (parent === found[index]) found.push(process);
    }
    return found;
  }
}

function processNames(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** The fields of /proc/PID/stat after the name, which may hold spaces: state first. See proc(5). */
function statOf(process: number): string[] {
  const text = readFileSync(`/proc/${process}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}
